using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.Contracts;
using Alerting.Declarations;
using Alerting.Outbox;
using Alerting.Testing;
using Azure;
using Azure.Data.Tables;
using Xunit;

namespace Alerting.Adapters.Tests.Tables;

public sealed class TableDeclarationStoreTests(AzuriteTables azurite) : DeclarationStoreContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected override async Task<(IDeclarationStore Store, IOutbox Outbox)> CreateAsync(TimeProvider time)
    {
        var store = new TableDeclarationStore(await azurite.CreateAsync(), time);
        return (store, store);
    }

    [Fact]
    public async Task WhatAnotherInstanceDecidedIsSeenAtOnce()
    {
        var tables = await azurite.CreateAsync();
        var (ours, theirs) = (new TableDeclarationStore(tables, TimeProvider.System), new TableDeclarationStore(tables, TimeProvider.System));
        var (first, second) = (Some.Declaration(), Some.Declaration());
        await CommitAsync(theirs, first);
        Assert.Equal([first], await ours.ListAsync(null, Token));

        var approved = first with { State = DeclarationState.Approved };
        await CommitAsync(theirs, second);
        await CommitAsync(theirs, approved);

        Assert.Equal([approved], await ours.ListAsync(DeclarationState.Approved, Token));
        Assert.Equal([second], await ours.ListAsync(DeclarationState.Proposed, Token));
    }

    [Fact]
    public async Task OnlyWhatWasDecidedSinceIsReadAgain()
    {
        var tables = await azurite.CreateAsync();
        var store = new TableDeclarationStore(tables, TimeProvider.System);
        var (first, second) = (Some.Declaration(), Some.Declaration());
        await CommitAsync(store, first);
        await store.ListAsync(null, Token);
        await tables.Declarations.DeleteEntityAsync(DeclarationRows.Partition, DeclarationRows.Declaration(first.Id), cancellationToken: Token);

        Assert.Equal([first], await store.ListAsync(null, Token));
        await CommitAsync(store, second);
        Assert.Equal([first, second], (await store.ListAsync(null, Token)).OrderBy(declaration => declaration != first));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ARecordInThePlaceOfAnotherIsReadAsAWhole(int decisions)
    {
        var tables = await azurite.CreateAsync();
        var (ours, theirs) = (new TableDeclarationStore(tables, TimeProvider.System), new TableDeclarationStore(tables, TimeProvider.System));
        await CommitAsync(theirs, Some.Declaration());
        await CommitAsync(theirs, Some.Declaration());
        await ours.ListAsync(null, Token);
        await foreach (var row in tables.Declarations.QueryAsync<TableEntity>(cancellationToken: Token))
            await tables.Declarations.DeleteEntityAsync(row, cancellationToken: Token);
        var restored = Enumerable.Range(0, decisions).Select(_ => Some.Declaration()).ToList();
        foreach (var declaration in restored)
            await CommitAsync(theirs, declaration);

        Assert.Equal(restored.Select(IdOf).Order(), (await ours.ListAsync(null, Token)).Select(IdOf).Order());
    }

    [Fact]
    public async Task WhatAnOlderVersionDecidedIsSeen()
    {
        var tables = await azurite.CreateAsync();
        var store = new TableDeclarationStore(tables, TimeProvider.System);
        var (first, second) = (Some.Declaration(), Some.Declaration());
        await CommitAsync(store, first);
        await store.ListAsync(null, Token);

        await CommitAsync(store, second);
        await ForgetWhatWasDecidedOnAsync(tables, sequence: 2);

        Assert.Equal([first.Id, second.Id], (await store.ListAsync(null, Token)).Select(declaration => declaration.Id).OrderBy(id => id != first.Id));
    }

    [Fact]
    public async Task ManyDecisionsSinceTheLastLookAreSeen()
    {
        var tables = await azurite.CreateAsync();
        var (ours, theirs) = (new TableDeclarationStore(tables, TimeProvider.System), new TableDeclarationStore(tables, TimeProvider.System));
        await CommitAsync(theirs, Some.Declaration());
        await ours.ListAsync(null, Token);
        for (var number = 0; number < 101; number++)
            await CommitAsync(theirs, Some.Declaration());

        Assert.Equal(102, (await ours.ListAsync(null, Token)).Count);
    }

    private static async Task ForgetWhatWasDecidedOnAsync(AlertingTables tables, long sequence)
    {
        TableEntity row = await tables.Declarations.GetEntityAsync<TableEntity>(DeclarationRows.Partition, DeclarationRows.Ledger(sequence), cancellationToken: Token);
        Assert.True(row.Remove("Declaration"));
        await tables.Declarations.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Token);
    }

    private static string IdOf(Declaration declaration) => declaration.Id.Value;

    private static async Task CommitAsync(TableDeclarationStore store, Declaration declaration)
    {
        var head = await store.ReadHeadAsync(Token);
        Assert.True(await store.TryCommitAsync(head, Some.Commit(head, declaration), Token));
    }
}
