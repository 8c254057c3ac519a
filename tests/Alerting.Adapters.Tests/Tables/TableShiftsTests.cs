using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Delivery.Providers;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableShiftsTests(AzuriteTables azurite) : ShiftStoreContract
{
    protected override async Task<IShiftStore> CreateAsync() => new TableShifts(await azurite.CreateAsync());
}
