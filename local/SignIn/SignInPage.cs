using System.Text;
using System.Text.Encodings.Web;

namespace Alerting.Local.SignIn;

/// <summary>The page on which one of the four people is picked. It needs no script.</summary>
internal static class SignInPage
{
    public static IResult Choose(AuthorizationRequest asked)
    {
        var fields = asked.Fields().Select(field => $"""<input type="hidden" name="{Safe(field.Key)}" value="{Safe(field.Value)}">""");
        var people = People.All.Select(person => $"""
            <li><button name="person" value="{person.Id}"><strong>{Safe(person.Name)}</strong>
            <span>{person.Id} · role {person.Role}</span></button></li>
            """);
        return Page(200, $"""
            <h1>Who signs in?</h1>
            <p>To <b>{Safe(asked.Client!)}</b>, which then continues at <b>{Safe(new Uri(asked.RedirectUri!).Authority)}</b>. There are no passwords on this machine.</p>
            <form method="post">
            {string.Concat(fields)}
            <ul>{string.Concat(people)}</ul>
            </form>
            """);
    }

    public static IResult Refuse(string reason) => Page(400, $"<h1>This sign-in can't go on</h1><p role=\"alert\">{Safe(reason)}</p>");

    public static IResult SignedOut() => Page(200, "<h1>Signed out</h1><p>This window can be closed.</p>");

    private static IResult Page(int status, string body) => Results.Content($$"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Sign in · local stack</title>
        <style>
          :root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif }
          html { background: light-dark(#fff, #14161a); color: light-dark(#16181d, #e8eaee) }
          body { background: inherit; max-width: 30rem; margin: 12vh auto; padding: 0 1.25rem }
          ul { list-style: none; padding: 0; display: grid; gap: .6rem }
          button { font: inherit; width: 100%; min-height: 3.5rem; text-align: left; padding: .6rem 1rem; border: 1px solid GrayText; border-radius: .5rem;
                   background: inherit; color: inherit; cursor: pointer }
          button:hover, button:focus-visible { border-color: Highlight; outline: 3px solid Highlight; outline-offset: 1px }
          button strong, button span { display: block }
        </style></head>
        <body><main>{{body}}</main></body></html>
        """, "text/html", Encoding.UTF8, status);

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
