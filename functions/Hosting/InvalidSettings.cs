using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>Says everything that is wrong with the settings at once.</summary>
internal static class InvalidSettings
{
    /// <summary>One message that names every wrong setting, or null when the failure is another.</summary>
    public static string? In(Exception exception)
    {
        var failures = All(exception).OfType<OptionsValidationException>().SelectMany(refused => refused.Failures).Distinct().ToList();
        return failures.Count == 0
            ? null
            : $"The function app cannot start, {failures.Count} setting(s) are wrong:{string.Concat(failures.Select(failure => $"{Environment.NewLine}  {failure}"))}";
    }

    private static IEnumerable<Exception> All(Exception exception) =>
        exception is AggregateException several ? several.InnerExceptions.SelectMany(All) : [exception];
}
