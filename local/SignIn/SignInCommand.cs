namespace Alerting.Local.SignIn;

/// <summary>The verb <c>signin</c>.</summary>
internal static class SignInCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var options = Options.Parse(args, values: ["port", "keys"], flags: []);
        var port = options.Number("port") ?? 8890;
        if (options.Error is not null)
            return await options.RefuseAsync("signin [--port N] [--keys DIR]");
        var address = new Uri($"http://127.0.0.1:{port}/");
        await using var app = SignInApp.Build(address, options["keys"], TimeProvider.System);
        await app.ServeAsync(cancellation);
        return 0;
    }
}
