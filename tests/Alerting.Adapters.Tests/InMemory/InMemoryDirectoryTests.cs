using Alerting.Adapters.Tests.Contracts;
using Alerting.Directory;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.InMemory;

public sealed class InMemoryDirectoryTests : DirectoryContract
{
    protected override Task<IDirectory> CreateAsync() => Task.FromResult<IDirectory>(new InMemoryDirectory());
}
