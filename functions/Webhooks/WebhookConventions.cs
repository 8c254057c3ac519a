namespace Alerting.Functions;

/// <summary>Declares beside a route that the provider's signature decides who may call.</summary>
internal static class WebhookConventions
{
    /// <summary>Only requests that the SMS provider signed; all others get 403, whatever is wrong with them.</summary>
    public static RouteHandlerBuilder RequireTwilioSignature(this RouteHandlerBuilder function) => function
        .WithMetadata(new SignedByProvider())
        .AllowAnonymous()
        .AddEndpointFilter<TwilioSignatureFilter>()
        .Refuses(StatusCodes.Status403Forbidden);
}
