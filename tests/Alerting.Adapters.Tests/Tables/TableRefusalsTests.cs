using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Bus;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableRefusalsTests(AzuriteTables azurite) : RefusalsContract
{
    protected override async Task<IRefusals> CreateAsync() => new TableRefusals(await azurite.CreateAsync());
}
