using System.Text.Json.Serialization;

namespace Alerting.Functions;

/// <summary>What every refused or failed request is answered with: RFC 9457, media type <c>application/problem+json</c>.</summary>
/// <param name="Type">Stable name of the rule, <c>urn:alerting:problem:until-before-from</c>.</param>
/// <param name="Title">What kind of refusal it is.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="Instance">Path of the request.</param>
/// <param name="TraceId">Names the request in our logs.</param>
/// <param name="Errors">Each thing that is wrong, by field.</param>
internal sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemError>? Errors);
