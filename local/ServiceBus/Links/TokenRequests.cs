namespace Alerting.Local.ServiceBus.Links;

/// <summary>The node $cbs: takes the tokens that clients put before they use an entity.</summary>
internal sealed class TokenRequests(TokenCheck check) : IRequestHandler
{
    public (string Code, string Description) StatusNames => ("status-code", "status-description");

    public async ValueTask<Reply> AnswerAsync(Request request)
    {
        if (request.Operation != "put-token") return Reply.BadRequest($"operation '{request.Operation}' is not put-token");
        if (Text(request, "type") is not { } type) return Reply.BadRequest("the application property type is missing");
        if (Text(request, "name") is not { } audience) return Reply.BadRequest("the application property name (the audience) is missing");
        if (request.Body is not string { Length: > 0 } token) return Reply.BadRequest("the body is not a token: a string is expected");
        var refusal = await check(new CbsToken(type, audience, token), CancellationToken.None).ConfigureAwait(false);
        return refusal is null ? new(202, "Accepted") : new(401, refusal, "amqp:unauthorized-access");
    }

    private static string? Text(Request request, string name) =>
        request.Properties.GetValueOrDefault(name) is string { Length: > 0 } text ? text : null;
}
