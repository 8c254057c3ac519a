using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery;

public sealed class DeclarationWatchTests : IDisposable
{
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly InMemoryDeclarationStore store = new();
    private readonly DeclarationWatch watch;

    public DeclarationWatchTests() => watch = new(store, clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADeclarationApprovedAfterThePictureWasTakenIsFoundAtOnce()
    {
        await watch.ApprovedAsync(Token);
        var approved = await AddAsync(Some.Approved());

        Assert.Equal(approved.Id, (await watch.FindAsync(approved.Id, Token))?.Id);
    }

    [Fact]
    public async Task AProposalIsNotFound()
    {
        var proposed = await AddAsync(Some.Declaration());

        Assert.Null(await watch.FindAsync(proposed.Id, Token));
    }

    [Fact]
    public async Task ThePictureIsTakenAgainWhenItIsOld()
    {
        await watch.ApprovedAsync(Token);
        var approved = await AddAsync(Some.Approved());
        Assert.Empty(await watch.ApprovedAsync(Token));

        clock.Advance(DeclarationWatch.Freshness);

        Assert.Equal(approved.Id, Assert.Single(await watch.ApprovedAsync(Token)).Id);
    }

    public void Dispose() => watch.Dispose();

    private async Task<Declaration> AddAsync(Declaration declaration)
    {
        var head = await store.ReadHeadAsync(Token);
        Assert.True(await store.TryCommitAsync(head, Some.Commit(head, declaration), Token));
        return declaration;
    }
}
