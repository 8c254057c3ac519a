using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Readiness;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableAddressWordsTests(AzuriteTables azurite) : AddressWordsContract
{
    protected override async Task<IAddressWords> CreateAsync() => new TableAddressWords(await azurite.CreateAsync());
}
