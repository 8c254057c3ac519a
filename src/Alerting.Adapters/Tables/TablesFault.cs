using System.Globalization;
using System.Text.RegularExpressions;
using Alerting.Adapters.Identity;
using Azure;

namespace Alerting.Adapters.Tables;

/// <summary>What a failure says of the credential for the tables.</summary>
internal static partial class TablesFault
{
    private const string ByKey = "Put a valid key or signature into Tables:ConnectionString and restart the app.";
    private const string ByIdentity = "Give the app's own identity the role Storage Table Data Contributor on the storage account.";

    public static CredentialFault? Of(Exception failure, TablesOptions options) => failure switch
    {
        RequestFailedException { Status: 401 or 403 } refusal when options.Endpoint is not null => CredentialFault.Of(refusal.Message, ByIdentity),
        RequestFailedException { Status: 401 or 403 } refusal => new(IsOver(options.ConnectionString ?? "", refusal), ByKey),
        _ => IdentityFault.Of(failure),
    };

    // The service does not tell a signature that ran out from one that is wrong; its end stands in it, and the service's clock in the answer.
    private static bool IsOver(string connectionString, RequestFailedException refusal) =>
        EndOfSignature().Match(connectionString) is { Success: true } end
        && DateTimeOffset.TryParse(Uri.UnescapeDataString(end.Groups[1].Value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
        && until <= refusal.GetRawResponse()?.Headers.Date;

    [GeneratedRegex(@"SharedAccessSignature=[^;]*?\bse=([^&;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfSignature();
}
