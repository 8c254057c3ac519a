using System.Text.Json.Serialization;
using Alerting.Json;
using Alerting.Texts;

namespace Alerting.Declarations;

/// <summary>A declaration as others read it: in the API, in the ledger and in events. People are object ids.</summary>
public sealed record DeclarationDocument
{
    /// <summary>Its name, such as <c>20190318-7K3Q9F</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    [JsonConverter(typeof(CamelCaseWords<DeclarationKind>))]
    public required DeclarationKind Kind { get; init; }

    /// <summary>Id of the declaration that it follows; null for one that sets a level.</summary>
    [JsonPropertyName("of")]
    public string? Follows { get; init; }

    /// <summary>Where the level holds.</summary>
    public required ScopeDocument Scope { get; init; }

    /// <summary>1 to 5.</summary>
    public required int Level { get; init; }

    /// <summary>Asked start; null for at approval.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End; null for none.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Why.</summary>
    public required BilingualText Reason { get; init; }

    /// <summary>The edition it follows from; null for none.</summary>
    public Dtn? Dtn { get; init; }

    /// <summary>Actual, exercise or test.</summary>
    [JsonConverter(typeof(CamelCaseWords<DeclarationStatus>))]
    public required DeclarationStatus Status { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonConverter(typeof(CamelCaseWords<DeclarationState>))]
    public required DeclarationState State { get; init; }

    /// <summary>Object id of the proposer.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>When it was proposed.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Name of the sending system; null for a person.</summary>
    public string? Source { get; init; }

    /// <summary>Who decided, when and why; null while proposed.</summary>
    public Decision? Decision { get; init; }

    /// <summary>When the level starts to hold; null before approval.</summary>
    public DateTimeOffset? EffectiveFrom { get; init; }

    /// <summary>Running number over approved declarations; null before approval.</summary>
    public long? Sequence { get; init; }

    /// <summary>The four characters of the alert; null before approval.</summary>
    public string? Code { get; init; }

    /// <summary>The document of a declaration.</summary>
    public static DeclarationDocument Of(Declaration declaration) => new()
    {
        Id = declaration.Id.Value,
        Kind = declaration.Kind,
        Follows = declaration.Original?.Id.Value,
        Scope = new(declaration.Scope.Type, declaration.Scope.Code),
        Level = (int)declaration.Level,
        From = declaration.From,
        Until = declaration.Until,
        Reason = declaration.Reason,
        Dtn = declaration.Dtn,
        Status = declaration.Status,
        State = declaration.State,
        ProposedBy = declaration.ProposedBy,
        ProposedAt = declaration.ProposedAt,
        Source = declaration.Source,
        Decision = declaration.Decision,
        EffectiveFrom = declaration.EffectiveFrom,
        Sequence = declaration.Sequence,
        Code = declaration.Code,
    };
}
