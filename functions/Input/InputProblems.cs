using System.Text.Json;

namespace Alerting.Functions;

/// <summary>Refusals of the form of an input, by the names that callers can rely on.</summary>
internal static class InputProblems
{
    public const string Malformed = "malformed-json";
    public const string Empty = "empty-body";
    public const string MediaType = "content-type";
    public const string TooLarge = "body-too-large";
    public const string UnknownField = "unknown-field";
    public const string UnknownParameterRule = "unknown-parameter";
    public const string WrongType = "wrong-type";
    public const string Twice = "field-twice";
    public const string Missing = "required";

    public static Problem EmptyBody { get; } = Problem.Invalid(Empty, "", "The body is empty; send a JSON object.");

    public static Problem NotUtf8 { get; } = Problem.Invalid(Malformed, "", "The body is not UTF-8; send the JSON in UTF-8.");

    public static Problem NotAnObject { get; } = Problem.Invalid(WrongType, "", "The body must be a JSON object.");

    // JsonException counts from 0.
    public static Problem MalformedJson(JsonException exception) => Problem.Invalid(
        Malformed,
        "",
        FormattableString.Invariant($"The body is not well-formed JSON: look at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} of it."));

    public static Problem WrongMediaType(string? got, string wanted) =>
        Problem.Invalid(MediaType, "", $"The content type is '{got}'; send the body as {wanted}.");

    public static Problem BodyTooLarge(int limit) =>
        Problem.Invalid(TooLarge, "", FormattableString.Invariant($"The body is larger than the {limit / 1024} KB that are taken here."));

    public static Problem Unknown(string field, IEnumerable<string> known) =>
        Problem.Invalid(UnknownField, field, $"There is no field '{field}' here; known are: {string.Join(", ", known)}.");

    public static Problem UnknownParameter(string name, IReadOnlyCollection<string> known) => Problem.Invalid(
        UnknownParameterRule,
        name,
        known.Count == 0 ? $"There is no parameter '{name}' here, nor any other." : $"There is no parameter '{name}' here; known are: {string.Join(", ", known)}.");

    public static Problem Repeated(string field) => Problem.Invalid(Twice, field, $"The field '{field}' is given twice; give it once.");

    public static Problem Required(string field) => Problem.Invalid(Missing, field, $"The field '{field}' is missing.");

    public static Problem NotA(string field, string wanted) => Problem.Invalid(WrongType, field, $"The field '{field}' must be {wanted}.");
}
