using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerting.Local.Stack;

/// <summary>What a script may know about the stack: <c>GET /status</c> of the start page, and the line of <c>--json-status</c>.</summary>
internal sealed record StackStatus(bool Ready, string StartPage, int Pid, string Data, string Settings, IReadOnlyList<PartStatus> Parts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static StackStatus Of(Supervisor supervisor, Plan plan)
    {
        PartStatus[] parts = [.. supervisor.Parts.Select(part => Of(part, plan))];
        return new(supervisor.Parts.All(part => part.State == PartState.Ready), plan.Url("start-page"), Environment.ProcessId, plan.Data, plan.Settings, parts);
    }

    public override string ToString() => JsonSerializer.Serialize(this, Json);

    private static PartStatus Of(SupervisedPart supervised, Plan plan)
    {
        var part = supervised.Part;
        var address = $"{part.Scheme}://{Plan.Host}:{plan[part.Ports[0]].Number}";
        return new(
            part.Role, part.Title, supervised.State.ToString().ToLowerInvariant(), supervised.ProcessId, supervised.Restarts, address,
            part.Page is null ? null : address + part.Page, part.Ports.ToDictionary(name => name, name => plan[name].Number), supervised.LogFile);
    }
}
