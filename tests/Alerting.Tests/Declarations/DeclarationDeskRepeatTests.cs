using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Testing;

namespace Alerting.Tests.Declarations;

public sealed class DeclarationDeskRepeatTests
{
    private static readonly IdempotencyKey Key = IdempotencyKey.Of("proposer-1", "key-1", "body"u8);

    private readonly Desk desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARepeatGetsTheSameAnswerAndMakesNothing()
    {
        var first = await ProposeAsync(Key);
        var second = await ProposeAsync(Key);

        Assert.Equal(first.Value, second.Value);
        Assert.Single(await desk.Store.ListAsync(null, Token));
        Assert.Single(desk.Bus.Sent(Entities.Declarations));
    }

    [Fact]
    public async Task ARepeatAfterTheApprovalStillGetsTheFirstAnswer()
    {
        var first = (await ProposeAsync(Key)).Value!;
        await desk.It.ApproveAsync(first.Id, Desk.Approver, Token);

        Assert.Equal(first, (await ProposeAsync(Key)).Value);
    }

    [Fact]
    public async Task AnotherRequestUnderTheKeyIsRefused()
    {
        await ProposeAsync(Key);

        var problem = Assert.Single((await ProposeAsync(IdempotencyKey.Of("proposer-1", "key-1", "other body"u8))).Problems);

        Assert.Equal((DeclarationProblems.KeyReused, ProblemKind.Conflict), (problem.Rule, problem.Kind));
        Assert.Single(await desk.Store.ListAsync(null, Token));
    }

    [Fact]
    public async Task TwoCallersMayUseOneKey()
    {
        await ProposeAsync(Key);
        await ProposeAsync(IdempotencyKey.Of("proposer-2", "key-1", "other body"u8));

        Assert.Equal(2, (await desk.Store.ListAsync(null, Token)).Count);
    }

    [Fact]
    public async Task WithoutAKeyEveryRequestIsItsOwn()
    {
        await ProposeAsync(null);
        await ProposeAsync(null);

        Assert.Equal(2, (await desk.Store.ListAsync(null, Token)).Count);
    }

    [Fact]
    public async Task AKeyIsForgottenAfter24Hours()
    {
        var first = await ProposeAsync(Key);
        desk.Clock.Advance(TimeSpan.FromHours(24));

        Assert.NotEqual(first.Value!.Id, (await ProposeAsync(Key)).Value!.Id);
    }

    [Fact]
    public async Task OfManyRepeatsAtOnceOneMakesTheDeclarationAndAllGetIt()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ProposeAsync(Key), Token)));

        Assert.Single(results.Select(result => result.Value).Distinct());
        Assert.Single(await desk.Store.ListAsync(null, Token));
    }

    private Task<Result<Declaration>> ProposeAsync(IdempotencyKey? key) => desk.It.ProposeAsync(Some.Proposal(), Desk.Proposer, key, Token);
}
