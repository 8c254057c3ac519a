using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Scopes;

namespace Alerting.Texts;

/// <summary>Which text is wanted.</summary>
/// <param name="Declaration">An approved declaration: it has a start and a code.</param>
/// <param name="Channel">The way it is sent.</param>
/// <param name="Language">Language of the reader.</param>
/// <param name="Position">How the reader's body stands to the scope.</param>
public sealed record AlertTextInput(Declaration Declaration, Channel Channel, Language Language, Position Position);
