using Alerting.Adapters.Twilio;

namespace Alerting.Functions;

/// <summary>Lets a webhook call pass when the provider signed it.</summary>
internal sealed class TwilioSignatureFilter(TwilioSignature signature, ILogger<TwilioSignatureFilter> log) : IEndpointFilter
{
    // A callback has some twenty short fields.
    private const int MaxBytes = 64 * 1024;

    private static readonly Problem Unsigned = Problem.Forbidden(
        "signature-wrong", "The request is not signed by the provider for this address. Check the auth token and the public address in the settings.");

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (await ReadFormAsync(request) is { } form
            && signature.Fits($"{request.Path}{request.QueryString}", form, request.Headers[TwilioSignature.Header]))
            return await next(context);
        log.SignatureWrong(request.Path);
        return ProblemAnswer.Of(Unsigned);
    }

    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > MaxBytes)
            return null;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            // More or longer fields than any form of the provider has.
            return null;
        }
    }
}
