namespace Alerting.Local.ServiceBus.Links;

/// <summary>The node $cbs: takes the tokens that clients put before they use an entity.</summary>
internal sealed class TokenRequests(TokenCheck check, Rights rights) : IRequestHandler
{
    public (string Code, string Description) StatusNames => ("status-code", "status-description");

    public async ValueTask<Reply> AnswerAsync(Request request)
    {
        if (request.Operation != "put-token") return Reply.BadRequest($"operation '{request.Operation}' is not put-token");
        if (Text(request, "type") is not { } type) return Reply.BadRequest("the application property type is missing");
        if (Text(request, "name") is not { } audience) return Reply.BadRequest("the application property name (the audience) is missing");
        if (request.Body is not string { Length: > 0 } token) return Reply.BadRequest("the body is not a token: a string is expected");
        var verdict = await check(new CbsToken(type, audience, token), CancellationToken.None).ConfigureAwait(false);
        if (verdict.Refusal is { } refusal) return new(401, refusal, "amqp:unauthorized-access");
        rights.Grant(request.Connection, audience, verdict.Expires);
        return new(202, "Accepted");
    }

    private static string? Text(Request request, string name) =>
        request.Properties.GetValueOrDefault(name) is string { Length: > 0 } text ? text : null;
}
