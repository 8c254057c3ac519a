using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Delivery;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableDeliveryStoreTests(AzuriteTables azurite) : DeliveryStoreContract
{
    protected override async Task<IDeliveryStore> CreateAsync() => new TableDeliveryStore(await azurite.CreateAsync());
}
