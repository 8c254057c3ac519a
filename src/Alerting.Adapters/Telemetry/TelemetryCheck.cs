using Microsoft.Extensions.Options;

namespace Alerting.Adapters.Telemetry;

/// <summary>Refuses the start of the app with a wrong place for telemetry.</summary>
internal sealed class TelemetryCheck : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
