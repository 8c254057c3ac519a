using Alerting.Bus;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Contracts;

/// <summary>What every memory of refusals keeps to.</summary>
public abstract class RefusalsContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IRefusals> CreateAsync();

    [Fact]
    public async Task ARefusalComesBackAsItWasKept()
    {
        var refusals = await CreateAsync();
        var kept = Refusal("m-1") with { Problems = [Problem.Invalid("level-range", "level", "…"), Problem.NotFound("x", "", "y")] };

        await refusals.KeepAsync(kept, Token);

        var found = Assert.Single(await refusals.FindAsync(Entities.DeclarationRequests, ["m-1", "m-2"], Token));
        Assert.Equal((kept.Entity, kept.Message, kept.At), (found.Entity, found.Message, found.At));
        Assert.Equal(kept.Problems, found.Problems);
    }

    [Fact]
    public async Task ALaterRefusalOfAMessageReplacesTheEarlier()
    {
        var refusals = await CreateAsync();
        await refusals.KeepAsync(Refusal("m-1"), Token);

        await refusals.KeepAsync(Refusal("m-1") with { At = Some.Now.AddMinutes(1) }, Token);

        Assert.Equal(Some.Now.AddMinutes(1), Assert.Single(await refusals.FindAsync(Entities.DeclarationRequests, ["m-1"], Token)).At);
    }

    [Fact]
    public async Task TheSameIdInAnotherEntityIsAnotherMessage()
    {
        var refusals = await CreateAsync();
        await refusals.KeepAsync(Refusal("m-1"), Token);

        foreach (var entity in Entities.All.Where(entity => entity != Entities.DeclarationRequests))
            Assert.Empty(await refusals.FindAsync(entity, ["m-1"], Token));
    }

    [Theory]
    [InlineData("a/b\\c#d?e")]
    [InlineData("\t\u0001")]
    [InlineData("één 😀")]
    [InlineData("#42")]
    public async Task AnyIdOfASenderCanBeRemembered(string message)
    {
        var refusals = await CreateAsync();

        await refusals.KeepAsync(Refusal(message), Token);

        Assert.Single(await refusals.FindAsync(Entities.DeclarationRequests, [message], Token));
    }

    [Fact]
    public async Task NothingIsFoundForNoMessages() => Assert.Empty(await (await CreateAsync()).FindAsync(Entities.Sms, [], Token));

    private static Refusal Refusal(string message) =>
        new(Entities.DeclarationRequests, message, Some.Now, [Problem.Invalid("level-range", "level", "Give a level from 1 to 5.")]);
}
