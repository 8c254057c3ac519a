using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Paths;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TablePathBookTests(AzuriteTables azurite) : PathBookContract
{
    protected override async Task<IPathBook> CreateAsync() => new TablePathBook(await azurite.CreateAsync());
}
