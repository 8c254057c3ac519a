namespace Alerting.Local.Functions.Handler;

/// <summary>What follows when the handler ends: the host's rules, as a pure function of its errors so far.</summary>
internal static class RestartRules
{
    private const int RestartCode = 200;
    private const int ErrorsAllowed = 3;
    private static readonly TimeSpan Forgiveness = TimeSpan.FromMinutes(30);

    public static (HandlerFate Fate, ErrorCount Errors) AfterExit(int code, ErrorCount errors, DateTimeOffset now) => code switch
    {
        // Only the low byte of an exit code survives on Linux; 200 fits in it.
        0 => (HandlerFate.LeaveDead, errors),
        RestartCode => (HandlerFate.Restart, errors),
        _ => AfterError(errors, now)
    };

    public static (HandlerFate Fate, ErrorCount Errors) AfterError(ErrorCount errors, DateTimeOffset now)
    {
        var forgiven = errors.Count > 0 && now - errors.Latest > Forgiveness;
        var count = forgiven ? 1 : errors.Count + 1;
        return (count < ErrorsAllowed ? HandlerFate.Restart : HandlerFate.StopHost, new(count, now));
    }
}
