using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>The entry <c>sys</c> of every invocation.</summary>
internal sealed record SystemData(string MethodName, DateTime UtcNow, Guid RandGuid)
{
    public static SystemData For(string function, TimeProvider clock) =>
        new(function, clock.GetUtcNow().UtcDateTime, Guid.NewGuid());

    public JObject ToJson() => new()
    {
        [nameof(MethodName)] = MethodName,
        [nameof(UtcNow)] = UtcNow,
        [nameof(RandGuid)] = RandGuid
    };
}
