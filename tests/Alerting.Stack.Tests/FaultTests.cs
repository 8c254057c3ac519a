using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Stack.Tests;

/// <summary>
/// Whatever breaks in the middle of a fan-out, everybody is told once and every delivery ends. The seed of a run is in its
/// output; <c>bench/run faults</c> asks the same of more people, more often.
/// </summary>
[Collection(OneAtATime.Name)]
public sealed class FaultTests(FaultSystem fixture, ITestOutputHelper output) : IClassFixture<FaultSystem>
{
    public static TheoryData<string> ProviderModes => [.. ProviderFault.Modes];

    [Fact]
    public Task KillsOfTheFunctionAppAndItsRunnerCostNobodyTheMessageAndTellNobodyTwice() => AssertAsync(new KillFault(10));

    [Fact]
    public Task TheBrokerComingBackEmptyCostsNobodyTheMessage() => AssertAsync(new BrokerFault());

    [Fact]
    public Task TablesThatAnswerNothingForAWhileCostNobodyTheMessage() => AssertAsync(new StorageFault(TimeSpan.FromSeconds(20)));

    [Theory]
    [MemberData(nameof(ProviderModes))]
    public Task AProviderInTroubleTellsNobodyTwiceAndEverybodyInTheEnd(string mode) => AssertAsync(new ProviderFault(mode, TimeSpan.FromSeconds(4)));

    private async Task AssertAsync(IFault fault)
    {
        var seed = Random.Shared.Next(1_000_000);
        output.WriteLine($"seed {seed}");
        var count = await new FaultRound(fixture.System, FaultSystem.Recipients).RunAsync(fault, seed, TestContext.Current.CancellationToken);
        Assert.True(count == FaultCount.None, $"{count}, seed {seed}");
    }
}
