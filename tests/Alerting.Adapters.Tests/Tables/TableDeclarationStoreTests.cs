using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Declarations;
using Alerting.Outbox;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableDeclarationStoreTests(AzuriteTables azurite) : DeclarationStoreContract
{
    protected override async Task<(IDeclarationStore Store, IOutbox Outbox)> CreateAsync(TimeProvider time)
    {
        var store = new TableDeclarationStore(await azurite.CreateAsync(), time);
        return (store, store);
    }
}
