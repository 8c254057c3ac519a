using System.Net;
using Alerting.Local.Hosting;
using Alerting.Local.Identity;
using Alerting.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>Stands before Azurite, which believes a token whoever signed it: as in Azure, only good tokens get in, and only those of the app find a role.</summary>
internal sealed class TableDoor : IAsyncDisposable
{
    private const string Resource = "https://storage.azure.com";
    private const string Scheme = "Bearer ";

    // These are about one connection, and there are two.
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Keep-Alive", "Transfer-Encoding"];

    private readonly TrustedTokens tokens;
    private readonly HttpClient azurite;
    private readonly WebApplication app;
    private readonly string path;

    private TableDoor(Issuer issuer, Azurite azurite, LocalCertificate certificate)
    {
        tokens = new(issuer.Address, Resource, TimeProvider.System);
        this.azurite = new(certificate.Trusting()) { BaseAddress = azurite.Endpoint };
        path = azurite.Endpoint.AbsolutePath;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate.Certificate)));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Address of the tables behind it.</summary>
    public Uri Endpoint => new($"https://127.0.0.1:{Serving.PortOf(app)}{path}");

    public static async Task<TableDoor> StartAsync(Issuer issuer, Azurite azurite, LocalCertificate certificate)
    {
        var door = new TableDoor(issuer, azurite, certificate);
        await door.app.StartAsync(TestContext.Current.CancellationToken);
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        azurite.Dispose();
        tokens.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var shown = context.Request.Headers.Authorization.ToString();
        var (identity, _, _) = shown.StartsWith(Scheme, StringComparison.Ordinal)
            ? await tokens.CheckAsync(shown[Scheme.Length..], context.RequestAborted)
            : default;
        if (identity is null)
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (!identity.HasClaim("oid", AppIdentity.ObjectId))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            await PassOnAsync(context);
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)
        {
            Content = new StreamContent(context.Request.Body),
        };
        foreach (var (name, values) in context.Request.Headers.ExceptBy(OfTheConnection, header => header.Key))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        using var answer = await azurite.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).ExceptBy(OfTheConnection, header => header.Key))
            context.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
