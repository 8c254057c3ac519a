using Alerting.Adapters.Tests.Contracts;
using Alerting.Readiness;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.InMemory;

public sealed class InMemoryAddressWordsTests : AddressWordsContract
{
    protected override Task<IAddressWords> CreateAsync() => Task.FromResult<IAddressWords>(new InMemoryAddressWords());
}
