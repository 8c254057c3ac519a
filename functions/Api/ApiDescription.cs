using System.Net.Mime;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Alerting.Functions;

/// <summary>The OpenAPI description of the HTTP functions, made from what stands beside their routes.</summary>
internal static class ApiDescription
{
    private const string Scheme = "signIn";

    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Declarations"] = "From a proposal to a decision of two people.",
        ["Levels"] = "What holds where, what held, and the places it can hold for.",
        ["Bodies"] = "Who is told: the directory of bodies and their contacts.",
        ["Alerts"] = "The sending of declarations, and what got stuck.",
        ["Boards"] = "Live boards: where they connect, and what they missed.",
        ["Webhooks"] = "What providers call.",
        ["Upkeep"] = "The system itself.",
    };

    /// <summary>Adds the making of the description.</summary>
    public static void AddApiDescription(this IServiceCollection services)
    {
        // A number in quotes is refused, so it is not described either.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(options =>
        {
            options.AddDocumentTransformer(DescribeAsync);
            options.AddOperationTransformer(DescribeAccessAsync);
            options.AddOperationTransformer(DescribeInputAsync);
            options.AddOperationTransformer(DescribeExamplesAsync);
        });
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Alerting",
            Version = "1",
            Description = "Declares terrorism threat levels and tells those who must act on them. Times are RFC 3339 with offset; refusals are RFC 9457 problem details.",
        };
        // The address is the caller's business: behind the Functions host we would only see our own port.
        document.Servers = [new() { Url = "/" }];
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
            tag.Description = Tags[tag.Name!];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token of the sign-in service; its claim roles says what the caller may do.",
        };
        return Task.CompletedTask;
    }

    private static async Task DescribeAccessAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var roles = EndpointRoles.Of(context.Description.ActionDescriptor.EndpointMetadata);
        if (roles.Count == 0)
        {
            var signed = context.Description.ActionDescriptor.EndpointMetadata.OfType<SignedByProvider>().Any();
            operation.Description = Join(operation.Description, signed ? "Signed by the provider." : "Open to everybody.");
            operation.Security = [];
            return;
        }
        operation.Description = Join(operation.Description, $"Roles: {string.Join(", ", roles)}.");
        if (StrongSignIn.IsWantedBy(context.Description.ActionDescriptor.EndpointMetadata))
            operation.Description = Join(operation.Description, "Where the settings demand an authentication context, the token must carry it (claim acrs); a 401 with a claims challenge in WWW-Authenticate says which.");
        operation.Security = [new() { [new(Scheme, context.Document)] = [] }];
        await AddProblemAsync(operation, context, StatusCodes.Status401Unauthorized, cancellationToken);
        await AddProblemAsync(operation, context, StatusCodes.Status403Forbidden, cancellationToken);
    }

    private static async Task AddProblemAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, int status, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDocument), null, cancellationToken);
        operation.Responses[FormattableString.Invariant($"{status}")] = new OpenApiResponse
        {
            Description = ProblemStatus.Title(status),
            Content = new Dictionary<string, OpenApiMediaType> { [MediaTypeNames.Application.ProblemJson] = new() { Schema = schema } },
        };
    }

    private static async Task DescribeInputAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<JsonInput>().FirstOrDefault() is { } json)
            operation.RequestBody = Body(MediaTypeNames.Application.Json, await context.GetOrCreateSchemaAsync(json.Input, null, cancellationToken));
        if (metadata.OfType<CsvInput>().Any())
            operation.RequestBody = Body(MediaTypeNames.Text.Csv, Text());
        AddParameters(operation, ParameterLocation.Query, metadata.OfType<QueryNames>().SelectMany(query => query.Known));
        AddParameters(operation, ParameterLocation.Header, metadata.OfType<HeaderNames>().SelectMany(headers => headers.Known));
    }

    // After all others: a body must be described before it is exemplified.
    private static Task DescribeExamplesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.RequestBody?.Content?.TryGetValue(MediaTypeNames.Application.Json, out var body) is true)
        {
            body.Examples = Examples.RequestsOf(operation.OperationId)
                .ToDictionary(example => example.Name, IOpenApiExample (example) => new OpenApiExample { Value = example.Body });
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status.StartsWith('2') && response.Content?.TryGetValue(MediaTypeNames.Application.Json, out var answer) is true)
                answer.Example = Examples.AnswerOf(operation.OperationId);
        }

        return Task.CompletedTask;
    }

    private static void AddParameters(OpenApiOperation operation, ParameterLocation place, IEnumerable<string> names)
    {
        foreach (var name in names)
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = place, Schema = Text() });
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiRequestBody Body(string mediaType, OpenApiSchema schema) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = new() { Schema = schema } },
    };

    private static string Join(string? description, string addition) => string.IsNullOrEmpty(description) ? addition : $"{description} {addition}";
}
