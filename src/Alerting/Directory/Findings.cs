using Alerting.Texts;

namespace Alerting.Directory;

/// <summary>Gathers what is wrong with an input, so that the sender learns all of it at once.</summary>
internal sealed class Findings
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> All => _problems;

    public void Add(string rule, string field, string message) => _problems.Add(Problem.Invalid(rule, field, message));

    public void Add(string field, Problem problem) => _problems.Add(problem with { Field = field });

    /// <summary>A name for people to read: trimmed, not empty, not too long, nothing invisible in it.</summary>
    public string Name(string field, string? value, int max)
    {
        var name = (value ?? "").Trim();
        if (name.Length == 0)
            Add("required", field, "This is missing.");
        else if (name.Length > max)
            Add("too-long", field, $"This has {name.Length} characters; {max} are allowed.");
        else if (!VisibleText.Is(name))
            Add("control-characters", field, "This holds a line break or another invisible character.");
        return name;
    }
}
