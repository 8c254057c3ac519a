using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.DeadLetters;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableLetterBookTests(AzuriteTables azurite) : LetterBookContract
{
    protected override async Task<ILetterBook> CreateAsync() => new TableLetterBook(await azurite.CreateAsync());
}
