using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>Refuses the start of the app with every setting of a section that is out of its range, by its full name.</summary>
/// <param name="section">Name of the section.</param>
internal abstract class RangeCheck<T>(string section) : IValidateOptions<T>
    where T : class
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var problems = Problems(options).Select(problem => $"{section}:{problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>One sentence for each wrong setting, beginning with its name within the section.</summary>
    protected abstract IEnumerable<string> Problems(T options);
}
