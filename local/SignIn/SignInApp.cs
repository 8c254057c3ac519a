using Alerting.Local.Hosting;
using Alerting.Local.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Alerting.Local.SignIn;

/// <summary>A small OpenID Connect issuer: what Entra ID is to the system, on one machine and for four people.</summary>
internal static class SignInApp
{
    /// <summary>The issuer at <paramref name="address"/>, which its name begins with; without a key folder it forgets its keys.</summary>
    public static WebApplication Build(Uri address, string? keyFolder, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Serving.Prepare(builder, address.Port);
        // A page of the outside world must not reach the doors through a name that it lets point here.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(origin => Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.IsLoopback).AllowAnyHeader().AllowAnyMethod()));
        var app = builder.Build();
        app.UseHostFiltering();
        app.UseCors();
        Map(app, address, new SigningKeys(keyFolder, clock), clock);
        return app;
    }

    private static void Map(WebApplication app, Uri address, SigningKeys keys, TimeProvider clock)
    {
        var issuer = new TokenIssuer(address, keys, clock);
        var codes = new AuthorizationCodes(clock);
        var authorize = new AuthorizeEndpoint(codes);

        app.MapGet("/", () => Results.Redirect(Discovery.Document));
        app.MapGet(Discovery.Document, () => Results.Json(Discovery.Describe(address, issuer.Issuer)));
        app.MapGet(Discovery.Keys, () => Results.Json(new { keys = keys.PublicKeys() }));
        app.MapGet(Discovery.Authorize, AuthorizeEndpoint.Show);
        app.MapPost(Discovery.Authorize, authorize.ChooseAsync);
        app.MapPost(Discovery.Token, new TokenEndpoint(issuer, codes).AnswerAsync);
        app.MapGet(Discovery.EndSession, EndSession);
        app.MapMethods(Discovery.UserInfo, ["GET", "POST"], new UserInfo(issuer, keys, clock).AnswerAsync);

        new IdentityEndpoint(issuer, clock).Map(app);

        // Doors for scripts and tests; a real issuer has none of them.
        app.MapPost("/_rotate", () => Results.Json(new { kid = keys.Rotate() }));
        app.MapPost("/_tokens", (TokenRequest wish) => Mint(issuer, wish));
    }

    private static IResult Mint(TokenIssuer issuer, TokenRequest wish) =>
        People.Find(wish.Person) is { } person
            ? Results.Json(new TokenAnswer(issuer.Access(person, wish), wish.ExpiresInSeconds ?? (int)Registration.TokenLifetime.TotalSeconds))
            : new OAuthError("unknown_person", $"People: {string.Join(", ", People.All.Select(one => one.Id))}.").As(404);

    // There is no session to end: everybody is asked every time.
    private static IResult EndSession(HttpRequest request)
    {
        string? back = request.Query["post_logout_redirect_uri"];
        if (back is null)
            return SignInPage.SignedOut();
        if (!Registration.AllowsRedirectTo(back))
            return SignInPage.Refuse("post_logout_redirect_uri must be an address of this machine.");
        string? state = request.Query["state"];
        return Results.Redirect(state is null ? back : QueryHelpers.AddQueryString(back, "state", state));
    }
}
