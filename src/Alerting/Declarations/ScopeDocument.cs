using System.Text.Json.Serialization;
using Alerting.Json;
using Alerting.Scopes;

namespace Alerting.Declarations;

/// <summary>A scope as others read it.</summary>
/// <param name="Type">Kind of scope.</param>
/// <param name="Code">Canonical code of the place, or name of the sector.</param>
public sealed record ScopeDocument(
    [property: JsonConverter(typeof(CamelCaseWords<ScopeType>))] ScopeType Type,
    string Code);
