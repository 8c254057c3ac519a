using System.Diagnostics;
using System.Net;
using Alerting.Local.Functions.Handler;
using Yarp.ReverseProxy.Forwarder;

namespace Alerting.Local.Functions.Http;

/// <summary>Passes requests and answers through as they are, streaming both; a 5xx of the handler is the answer, not a failure.</summary>
internal sealed class RawProxy(IHttpForwarder forwarder, HandlerHost handler, ILogger logger) : IDisposable
{
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker client = new(new ConnectionRetry(TimeProvider.System, new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator()
    }));

    public async Task PassOnAsync(string function, HttpContext context)
    {
        var invocation = Guid.NewGuid().ToString();
        context.Request.Headers["X-Azure-Functions-HostVersion"] = HostVersion.Number;
        context.Request.Headers["X-Azure-Functions-InvocationId"] = invocation;
        context.Request.Headers["x-ms-invocation-id"] = invocation;
        var error = await forwarder.SendAsync(context, $"http://127.0.0.1:{handler.Port}", client, Limits, HttpTransformer.Default);
        if (error is ForwarderError.None or ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled)
            return;
        FunctionsLog.NotPassedOn(logger, function, error.ToString(), context.GetForwarderErrorFeature()?.Exception);
        // The invocation fails, and the caller of a failed invocation gets 500.
        if (!context.Response.HasStarted)
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    public void Dispose() => client.Dispose();
}
