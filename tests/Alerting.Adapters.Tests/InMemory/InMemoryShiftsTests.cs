using Alerting.Adapters.Tests.Contracts;
using Alerting.Delivery.Providers;
using Alerting.Testing;

namespace Alerting.Adapters.Tests.InMemory;

public sealed class InMemoryShiftsTests : ShiftStoreContract
{
    protected override Task<IShiftStore> CreateAsync() => Task.FromResult<IShiftStore>(new InMemoryShifts());
}
