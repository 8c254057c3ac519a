using Alerting.Adapters.Tests.Contracts;
using Alerting.Declarations;
using Alerting.Outbox;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.InMemory;

public sealed class InMemoryDeclarationStoreTests : DeclarationStoreContract
{
    protected override Task<(IDeclarationStore Store, IOutbox Outbox)> CreateAsync(TimeProvider time)
    {
        var store = new InMemoryDeclarationStore(time);
        return Task.FromResult<(IDeclarationStore, IOutbox)>((store, store));
    }
}
