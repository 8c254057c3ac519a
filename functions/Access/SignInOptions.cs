using System.Text.RegularExpressions;
using Alerting.Adapters;

namespace Alerting.Functions;

/// <summary>Whose tokens are believed.</summary>
internal sealed partial record SignInOptions : ICheckedOptions
{
    /// <summary>Name of the settings section.</summary>
    public const string Section = "SignIn";

    /// <summary>Address of the OpenID Connect issuer; https, or http on this machine.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Audience of the tokens: the application id URI or client id of this API.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Authentication context of Conditional Access, <c>c1</c> to <c>c99</c>, that a token must carry to approve; empty when any sign-in will do.</summary>
    public string ApprovalContext { get; init; } = "";

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority))
            yield return $"Authority must be the address of the sign-in service, such as https://login.microsoftonline.com/<tenant>/v2.0; it is '{Authority}'.";
        else if (authority.Scheme != Uri.UriSchemeHttps && !(authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            yield return $"Authority must begin with https:// unless it is on this machine; it is '{Authority}'.";
        if (string.IsNullOrWhiteSpace(Audience))
            yield return "Audience must name the audience of the tokens; it is empty.";
        if (!ContextForm().IsMatch(ApprovalContext))
            yield return $"ApprovalContext must be an authentication context from c1 to c99, or empty; it is '{ApprovalContext}'.";
    }

    [GeneratedRegex(@"\A(c[1-9][0-9]?)?\z")]
    private static partial Regex ContextForm();
}
