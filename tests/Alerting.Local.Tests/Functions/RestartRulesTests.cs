using Alerting.Local.Functions.Handler;

namespace Alerting.Local.Tests.Functions;

public sealed class RestartRulesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData(0, 0, HandlerFate.LeaveDead, 0)]
    [InlineData(0, 2, HandlerFate.LeaveDead, 2)]
    [InlineData(200, 0, HandlerFate.Restart, 0)]
    [InlineData(200, 2, HandlerFate.Restart, 2)]
    [InlineData(1, 0, HandlerFate.Restart, 1)]
    [InlineData(137, 1, HandlerFate.Restart, 2)]
    [InlineData(1, 2, HandlerFate.StopHost, 3)]
    internal void TheExitCodeAndTheErrorsBeforeDecide(int code, int before, HandlerFate fate, int after)
    {
        var (decided, errors) = RestartRules.AfterExit(code, new(before, Now), Now);

        Assert.Equal((fate, after), (decided, errors.Count));
    }

    [Theory]
    [InlineData(30, HandlerFate.StopHost)]
    [InlineData(31, HandlerFate.Restart)]
    internal void ErrorsAreForgottenMoreThanHalfAnHourAfterTheLatest(int minutes, HandlerFate fate)
    {
        var (decided, errors) = RestartRules.AfterError(new(2, Now), Now.AddMinutes(minutes));

        Assert.Equal((fate, Now.AddMinutes(minutes)), (decided, errors.Latest));
    }
}
