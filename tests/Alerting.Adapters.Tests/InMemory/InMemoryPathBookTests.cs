using Alerting.Adapters.Tests.Contracts;
using Alerting.Paths;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.InMemory;

public sealed class InMemoryPathBookTests : PathBookContract
{
    protected override Task<IPathBook> CreateAsync() => Task.FromResult<IPathBook>(new InMemoryPathBook());
}
