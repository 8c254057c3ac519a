using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Alerting.Functions;

/// <summary>A JSON input as a function takes it: the record, or why it could not be read, and the bytes that were sent.</summary>
/// <typeparam name="T">A record whose properties are the fields.</typeparam>
internal sealed record JsonBody<T>(Result<T> Input, byte[] Bytes, bool IsAbsent = false) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Lets a function take the body as a parameter.</summary>
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return new(InputProblems.EmptyBody, [], IsAbsent: true);
        var read = await RequestBody.ReadAsync(context.Request);
        return read.Value is { } body ? new(StrictJson.Read<T>(body.Bytes), body.Bytes) : new((Problem[])[.. read.Problems], []);
    }

    /// <summary>Tells the API description what the body is.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new JsonInput(typeof(T)));
}
