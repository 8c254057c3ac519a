using System.Text.Json;
using Alerting.Scopes;

namespace Alerting.Declarations;

/// <summary>Reads the fields of a proposal and gathers what is wrong with them.</summary>
internal sealed class ProposalFindings
{
    public List<Problem> Problems { get; } = [];

    public void Add(string rule, string field, string message) => Problems.Add(Problem.Invalid(rule, field, message));

    /// <summary>A value of an enum by its word, as in the API.</summary>
    public T? Word<T>(string field, string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (text == WordOf(value))
                return value;
        var known = string.Join(", ", Enum.GetValues<T>().Select(WordOf));
        Add(text is null ? "required" : $"{field.Replace('.', '-')}-unknown", field, $"The {field.Replace('.', ' ')} is one of: {known}.");
        return null;
    }

    public Scope? Scope(ScopeInput? input)
    {
        if (input is null)
        {
            Add("required", "scope", "Give the scope: an object with type and code.");
            return null;
        }

        if (Word<ScopeType>("scope.type", input.Type) is not { } type)
        {
            if (string.IsNullOrWhiteSpace(input.Code))
                Add("required", "scope.code", "Give the code of the scope.");
            return null;
        }

        var found = Scopes.Scope.Find(type, input.Code);
        Problems.AddRange(found.Problems);
        return found.Value;
    }

    public DateTimeOffset? Time(string field, string? text)
    {
        if (text is null)
            return null;
        if (Rfc3339.TryParse(text, out var time))
            return time;
        Add("time-malformed", field, $"'{field}' must be a time with an offset, such as {Rfc3339.Example}.");
        return null;
    }

    public string Text(string field, string? text, int max)
    {
        if (TextRules.Check(field, text, max) is { } problem)
            Problems.Add(problem);
        return text?.Trim() ?? "";
    }

    private static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
