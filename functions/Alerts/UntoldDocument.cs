using Alerting.Alerts;

namespace Alerting.Functions;

/// <summary>A contact whom one channel has not told. Without number and address.</summary>
/// <param name="Body">Id of the body.</param>
/// <param name="BodyName">Its name; null when it has left the directory.</param>
/// <param name="Contact">Id of the contact.</param>
/// <param name="Channel">sms, email or voice.</param>
/// <param name="State">open (may still be told) or failed.</param>
/// <param name="Code">Why; null when nobody said.</param>
/// <param name="At">Time of the last outcome or report; null before the first.</param>
/// <param name="ToldBy">Other channels of this alert that have told the same contact.</param>
internal sealed record UntoldDocument(
    string Body, string? BodyName, string Contact, string Channel, string State, string? Code, DateTimeOffset? At, IReadOnlyList<string> ToldBy)
{
    public static UntoldDocument Of(Untold untold, string? bodyName) => new(
        untold.BodyId,
        bodyName,
        untold.ContactId,
        Words.Of(untold.Channel),
        Words.Of(untold.State),
        untold.Code,
        untold.At,
        [.. untold.ToldBy.Select(Words.Of)]);
}
