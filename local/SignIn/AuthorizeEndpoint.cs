using Microsoft.AspNetCore.WebUtilities;

namespace Alerting.Local.SignIn;

/// <summary>Shows the four people, and sends the chosen one back with a code.</summary>
internal sealed class AuthorizeEndpoint(AuthorizationCodes codes)
{
    public static IResult Show(HttpRequest request)
    {
        var asked = AuthorizationRequest.From(name => request.Query[name]);
        return Refuse(asked) ?? SignInPage.Choose(asked);
    }

    public async Task<IResult> ChooseAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        var asked = AuthorizationRequest.From(name => form[name]);
        if (Refuse(asked) is { } refusal)
            return refusal;
        return People.Find(form["person"]) is { } person
            ? Back(asked, ("code", codes.Give(asked, person)))
            : SignInPage.Refuse("There is no such person.");
    }

    private static IResult? Refuse(AuthorizationRequest asked) =>
        asked.UntrustedBecause() is { } reason ? SignInPage.Refuse(reason) :
        asked.Refusal() is var (code, text) ? Back(asked, ("error", code), ("error_description", text)) : null;

    private static IResult Back(AuthorizationRequest asked, params (string Name, string Value)[] answer)
    {
        var query = answer.ToDictionary(pair => pair.Name, pair => (string?)pair.Value);
        if (asked.State is not null)
            query["state"] = asked.State;
        return Results.Redirect(QueryHelpers.AddQueryString(asked.RedirectUri!, query));
    }
}
