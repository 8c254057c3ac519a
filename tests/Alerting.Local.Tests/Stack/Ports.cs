using Alerting.Local.Stack;

namespace Alerting.Local.Tests.Stack;

internal static class Ports
{
    public static readonly Port[] Two = [new("twilio", 8889, "Twilio stand-in"), new("signin", 8890, "sign-in")];

    public static int[] Numbers(params string[] args) =>
        StackOptions.Parse(args, Two, out var error) is { } options ? [.. options.Ports.Select(port => port.Number)] : throw new InvalidOperationException(error);

    public static string? Error(params string[] args)
    {
        Assert.Null(StackOptions.Parse(args, Two, out var error));
        return error;
    }
}
