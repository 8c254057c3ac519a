using Alerting.Delivery.Providers;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Contracts;

/// <summary>What every record of shifts keeps to.</summary>
public abstract class ShiftStoreContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IShiftStore> CreateAsync();

    [Fact]
    public async Task AShiftComesBackAsItWasMade()
    {
        var store = await CreateAsync();
        var made = Shift(1) with { Health = new(20, 7, 3, 11, 2, true) };

        Assert.True(await store.TryAddAsync(made, Token));

        var read = Assert.Single(await store.ReadLatestAsync(10, Token));
        Assert.Equal(made with { Weights = read.Weights }, read);
        Assert.Equal(made.Weights, read.Weights);
    }

    [Fact]
    public async Task OfSeveralProcessesOneMakesAShift()
    {
        var store = await CreateAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(points => Task.Run(() => store.TryAddAsync(Shift(1) with { Points = points }, Token))));

        var one = Assert.Single(Enumerable.Range(0, 8), points => made[points]);
        Assert.Equal(one, Assert.Single(await store.ReadLatestAsync(10, Token)).Points);
    }

    [Fact]
    public async Task TheNewestComeFirst()
    {
        var store = await CreateAsync();
        foreach (var number in Enumerable.Range(1, 11))
            await store.TryAddAsync(Shift(number), Token);

        Assert.Equal([11, 10, 9], (await store.ReadLatestAsync(3, Token)).Select(shift => shift.Number));
        Assert.Equal(11, (await store.ReadLatestAsync(100, Token)).Count);
    }

    [Fact]
    public async Task BeforeTheFirstThereIsNone() => Assert.Empty(await (await CreateAsync()).ReadLatestAsync(1, Token));

    private static ProviderShift Shift(int number) =>
        new(number, Some.Now, "one", "two", 10, ShiftReason.Slow, null, new Dictionary<string, int> { ["one"] = 40, ["two"] = 60 });
}
