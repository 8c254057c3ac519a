using Alerting.Declarations;
using Alerting.Directory;

namespace Alerting.Readiness;

/// <summary>The last word of a provider on an address that was rejected once. Of two the later one counts.</summary>
/// <param name="Address">The address.</param>
/// <param name="IsRejected">True when it was rejected; false when it has worked since.</param>
/// <param name="Code">The provider's code of the reason, when rejected.</param>
/// <param name="At">When the provider said so.</param>
/// <param name="Alert">The alert it was said about.</param>
public sealed record AddressWord(Address Address, bool IsRejected, string? Code, DateTimeOffset At, DeclarationId Alert);
