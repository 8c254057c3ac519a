using System.Diagnostics;
using Alerting.TestHandler;

// A small handler for the tests of the Functions runner. What it does is in the last part of the path.
using var control = new Control(Environment.GetEnvironmentVariable("TEST_CONTROL"));
if (await control.AskAsync("start") is var word && word.StartsWith("exit ", StringComparison.Ordinal))
    return int.Parse(word[5..]);

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")}");
var app = builder.Build();
app.Lifetime.ApplicationStopping.Register(() => control.AskAsync("stopping").GetAwaiter().GetResult());

app.Run(async context =>
{
    var path = context.Request.Path.Value!.Split('/');
    switch (path[^1].ToUpperInvariant())
    {
        case "ENVIRONMENT":
            await context.Response.WriteAsJsonAsync(new
            {
                directory = Environment.CurrentDirectory,
                variables = Environment.GetEnvironmentVariables().Keys.Cast<string>().ToDictionary(k => k, Environment.GetEnvironmentVariable),
                arguments = args
            });
            break;
        case "ECHO":
            using (var body = new MemoryStream())
            {
                await context.Request.Body.CopyToAsync(body);
                await context.Response.WriteAsJsonAsync(new
                {
                    target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
                    method = context.Request.Method,
                    headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()),
                    body = body.ToArray()
                });
            }
            break;
        case "MIRROR":
            context.Response.StatusCode = 503;
            context.Response.Headers["X-Kept"] = "yes";
            context.Response.ContentType = "application/octet-stream";
            await context.Request.Body.CopyToAsync(context.Response.Body);
            break;
        case "STREAM":
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await control.AskAsync("stream");
            await context.Response.WriteAsync("second");
            break;
        case "TALK":
            Console.WriteLine("plain line");
            Console.Error.WriteLine("a Warning line");
            Console.Error.WriteLine("bad line");
            await context.Response.WriteAsJsonAsync(new { });
            break;
        case "EXIT":
            Environment.Exit(int.Parse(context.Request.Query["code"]!));
            break;
        case "DIE":
            Process.GetCurrentProcess().Kill();
            break;
        case "NOTHING":
            break;
        case "WAIT":
            await control.AskAsync("wait");
            await context.Response.WriteAsJsonAsync(new { });
            break;
        default:
            await context.Response.WriteAsJsonAsync(new { });
            break;
    }
});
await app.RunAsync();
return 0;
