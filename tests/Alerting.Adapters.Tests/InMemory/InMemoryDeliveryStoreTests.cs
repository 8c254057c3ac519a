using Alerting.Adapters.Tests.Contracts;
using Alerting.Delivery.Batches;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.InMemory;

public sealed class InMemoryDeliveryStoreTests : DeliveryStoreContract
{
    protected override Task<IDeliveryStore> CreateAsync() => Task.FromResult<IDeliveryStore>(new InMemoryDeliveryStore());
}
