using Alerting.Adapters.ServiceBus;
using Xunit;

namespace Alerting.Adapters.Tests.ServiceBus;

public sealed class KeptTests
{
    private int opened;
    private bool isGood = true;

    [Fact]
    public async Task AllWhoAskShareOneUntilItGoesBad()
    {
        var kept = new Kept<object>(_ => Task.FromResult<object>($"{++opened}"), _ => isGood);

        var values = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => kept.GetAsync()));
        Assert.Equal(["1"], values.Distinct());

        isGood = false;
        Assert.Equal("2", await kept.GetAsync());
    }

    [Fact]
    public async Task AFailureIsToldToAllWhoWaitedAndThenForgotten()
    {
        var kept = new Kept<object>(_ => ++opened == 1 ? throw new IOException() : Task.FromResult<object>("second"), _ => isGood);

        await Assert.ThrowsAsync<IOException>(kept.GetAsync);

        Assert.Equal("second", await kept.GetAsync());
    }

    [Fact]
    public async Task TheNextIsHandedTheOneBefore()
    {
        var kept = new Kept<string>(last => Task.FromResult((last ?? "") + "x"), value => value.Length > 1);

        await kept.GetAsync();

        Assert.Equal("xx", await kept.GetAsync());
        Assert.Equal("xx", kept.Release());
        Assert.Equal("x", await kept.GetAsync());
    }
}
