using Alerting.Adapters.Tests.Contracts;
using Alerting.Bus;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.InMemory;

public sealed class InMemoryRefusalsTests : RefusalsContract
{
    protected override Task<IRefusals> CreateAsync() => Task.FromResult<IRefusals>(new InMemoryRefusals());
}
