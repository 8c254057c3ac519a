using Amqp.Types;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>The answer to a request; statuses are those of HTTP, 2xx is success.</summary>
internal sealed record Reply(int Status, string Description, string? Condition = null, Map? Body = null)
{
    public static Reply Ok(Map? body = null) => new(200, "OK", null, body);

    public static Reply Nothing() => new(204, "No content");

    public static Reply BadRequest(string why) => new(400, why, "amqp:invalid-field");
}
