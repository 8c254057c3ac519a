using Alerting.Local.SignIn;
using Alerting.Local.Stack;

namespace Alerting.Local.StartPage;

/// <summary>The page's HTML with the addresses of this run.</summary>
internal static class PageText
{
    public static string Fill(Plan plan)
    {
        using var resource = typeof(PageText).Assembly.GetManifestResourceStream("StartPage.html")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd()
            .Replace("{{start-page}}", plan.Url("start-page"), StringComparison.Ordinal)
            .Replace("{{functions}}", plan.Url("functions"), StringComparison.Ordinal)
            .Replace("{{people}}", string.Concat(People.All.Select(Row)), StringComparison.Ordinal);
    }

    private static string Row(Person person) =>
        $"<tr><th scope=\"row\"><code>{person.Id}</code></th><td>{person.Name}</td><td>{person.Role}</td></tr>\n";
}
