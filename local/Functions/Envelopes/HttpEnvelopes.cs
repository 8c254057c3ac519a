using System.Security.Claims;
using System.Text;
using Alerting.Local.Functions.Loading;
using Microsoft.AspNetCore.Http.Extensions;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>Envelopes of http triggers whose requests are not passed on raw.</summary>
internal static class HttpEnvelopes
{
    public static Envelope Create(HttpTrigger trigger, HttpRequest request, byte[] body, SystemData system) =>
        new(trigger.Binding, Data(request, body), Metadata(request, body, system));

    private static JObject Data(HttpRequest request, byte[] body)
    {
        var data = new JObject
        {
            ["Url"] = request.GetEncodedUrl(),
            ["Method"] = request.Method,
            ["Query"] = new JObject(request.Query.Select(p => new JProperty(p.Key, p.Value.ToString()))),
            ["Headers"] = new JObject(request.Headers.Select(h => new JProperty(h.Key, new JArray(h.Value.Select(value => (object)(value ?? "")))))),
            ["Params"] = new JObject(request.RouteValues.Select(v => new JProperty(v.Key, v.Value?.ToString()))),
            ["Identities"] = new JArray(request.HttpContext.User.Identities.Select(Identity))
        };
        // A chunked request has no Body here, whatever it carries.
        if (request.ContentLength > 0)
            data["Body"] = IsBinary(request) ? Convert.ToBase64String(body) : Encoding.UTF8.GetString(body);
        return data;
    }

    private static BindingData Metadata(HttpRequest request, byte[] body, SystemData system)
    {
        var data = new BindingData();
        if (request.ContentLength > 0 && request.HasJsonContentType())
            BodyMembers.CopyInto(data, Encoding.UTF8.GetString(body));
        foreach (var (name, values) in request.Query)
            if (!string.Equals(name, "code", StringComparison.OrdinalIgnoreCase))
                data[name] = values[^1];
        foreach (var (name, value) in request.RouteValues)
            data[name] = value;
        data.AddIfAbsent("Query", request.Query.ToDictionary(p => p.Key, p => p.Value[^1]));
        data.AddIfAbsent("Headers", request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()));
        data["sys"] = system.ToJson();
        return data;
    }

    private static bool IsBinary(HttpRequest request)
    {
        var type = request.ContentType ?? "";
        return type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
    }

    private static JObject Identity(ClaimsIdentity identity) => new()
    {
        ["AuthenticationType"] = identity.AuthenticationType,
        ["IsAuthenticated"] = identity.IsAuthenticated,
        ["Actor"] = null,
        ["BootstrapContext"] = null,
        ["Claims"] = new JArray(identity.Claims.Select(Claim)),
        ["Label"] = identity.Label,
        ["Name"] = identity.Name,
        ["NameClaimType"] = identity.NameClaimType,
        ["RoleClaimType"] = identity.RoleClaimType
    };

    private static JObject Claim(Claim claim) => new()
    {
        ["Issuer"] = claim.Issuer,
        ["OriginalIssuer"] = claim.OriginalIssuer,
        ["Properties"] = JObject.FromObject(claim.Properties),
        ["Type"] = claim.Type,
        ["Value"] = claim.Value,
        ["ValueType"] = claim.ValueType
    };
}
