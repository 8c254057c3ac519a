using Alerting.Readiness;

namespace Alerting.Functions;

/// <summary>Why a provider rejected an address.</summary>
/// <param name="At">When.</param>
/// <param name="Code">The provider's code of the reason.</param>
/// <param name="Alert">The alert that did not get there.</param>
internal sealed record RejectionDocument(DateTimeOffset At, string? Code, string Alert)
{
    public static RejectionDocument? Of(AddressWord? word) => word is null ? null : new(word.At, word.Code, word.Alert.Value);
}
