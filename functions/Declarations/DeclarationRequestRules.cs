using System.Text.RegularExpressions;

namespace Alerting.Functions;

/// <summary>The rules of a proposal by queue besides those of the proposal itself.</summary>
internal static partial class DeclarationRequestRules
{
    /// <summary>The one version there is.</summary>
    public const string Version = "1";

    /// <summary>Most bytes of a message, as of a request.</summary>
    public const int MaxBytes = RequestBody.Limit;

    /// <summary>Everything that is wrong around the proposal; none when all is well.</summary>
    public static List<Problem> Check(DeclarationRequest request)
    {
        var problems = new List<Problem>();
        if (request.SchemaVersion is null)
            problems.Add(InputProblems.Required("schemaVersion"));
        else if (request.SchemaVersion != Version)
            problems.Add(Problem.Invalid("schema-version-unknown", "schemaVersion", $"This version is not known here; send version \"{Version}\"."));
        if (request.Source is null || !SourceForm().IsMatch(request.Source))
            problems.Add(Problem.Invalid("source-form", "source", "Give the name of the sending system: 1 to 60 letters, digits, dots, dashes and spaces."));
        if (request.RequestId is null || !RequestIdForm().IsMatch(request.RequestId))
            problems.Add(Problem.Invalid("request-id-form", "requestId", "Give your own name of the request: 1 to 128 printable ASCII characters."));
        if (request.Proposal is null)
            problems.Add(InputProblems.Required("proposal"));
        return problems;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9 .-]{0,59}\z")]
    private static partial Regex SourceForm();

    [GeneratedRegex(@"\A[!-~]{1,128}\z")]
    private static partial Regex RequestIdForm();
}
