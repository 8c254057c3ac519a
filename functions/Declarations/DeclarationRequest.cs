using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>A proposal of another system, as it comes by the queue.</summary>
/// <param name="SchemaVersion">Version of this form: 1.</param>
/// <param name="Source">Name of the sending system.</param>
/// <param name="RequestId">The sender's own name of the request; a repeat has the same.</param>
/// <param name="Proposal">The proposal, as staff would send it.</param>
internal sealed record DeclarationRequest(string? SchemaVersion, string? Source, string? RequestId, ProposalInput? Proposal);
