using Alerting.Local.Hosting;

namespace Alerting.Local.SignIn;

/// <summary>The verb <c>signin</c>: the issuer until it is stopped.</summary>
internal static class SignInCommand
{
    private static readonly string[] Known = ["port", "keys"];

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct)
    {
        var given = Arguments.Parse(args, Known, out var error);
        if (given is null)
            return Serving.Refuse("signin", error!);
        // The issuer's name begins with its address, so the port can't be left to chance.
        if (!given.TryPort("port", 8890, out var port) || port == 0)
            return Serving.Refuse("signin", "--port needs a number from 1 to 65535");
        var app = SignInApp.Build(new Uri($"http://127.0.0.1:{port}/"), given.Text("keys"), TimeProvider.System);
        return await Serving.RunAsync(app, "signin", port, ct);
    }
}
