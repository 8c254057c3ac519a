using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Loading;
using Alerting.Local.Functions.Timers;
using Microsoft.AspNetCore.Http;

namespace Alerting.Local.Tests.Functions;

/// <summary>Turns the inputs of a recorded request into what the runner would have at that point, and that into an envelope.</summary>
internal static class GivenInputs
{
    private const string ClaimPrefix = "http://schemas.microsoft.com/2017/07/functions/claims/";

    public static Envelope Envelope(JsonElement given)
    {
        var binding = given.GetProperty("function").GetProperty("bindings")[0];
        var name = binding.GetProperty("name").GetString()!;
        return binding.GetProperty("type").GetString() switch
        {
            "serviceBusTrigger" => ServiceBus(given, Trigger(name, binding)),
            "timerTrigger" => Timer(given, name),
            "httpTrigger" => Http(given, name),
            var type => throw new NotSupportedException(type)
        };
    }

    private static Envelope ServiceBus(JsonElement given, ServiceBusTrigger trigger)
    {
        var values = given.GetProperty("triggerValue").GetProperty("value");
        var client = BindingData(given, "Client").Deserialize<BrokerClient>()!;
        return trigger.Many
            ? MessageEnvelopes.Many(trigger, [.. values.EnumerateArray().Select((value, i) => Message(given, value, i))], client, SystemOf(given))
            : MessageEnvelopes.One(trigger, Message(given, values, null), client, SystemOf(given));
    }

    private static ServiceBusTrigger Trigger(string name, JsonElement binding) => new(name, "orders", "")
    {
        Many = binding.TryGetProperty("cardinality", out var cardinality) && cardinality.GetString() == "many",
        BodyType = !binding.TryGetProperty("dataType", out var type) ? BodyType.Unspecified
            : type.GetString() == "binary" ? BodyType.Binary : BodyType.Text
    };

    private static ReceivedMessage Message(JsonElement given, JsonElement body, int? index)
    {
        return new(Guid.Parse(Text("LockToken")!), Value("DeliveryCount").GetInt32(), Value("SequenceNumber").GetInt64())
        {
            Body = body.ValueKind == JsonValueKind.Object ? body.GetProperty("base64").GetBytesFromBase64() : body.GetString(),
            DeadLetterSource = Text("DeadLetterSource"),
            EnqueuedTime = DateTimeOffset.Parse(Text("EnqueuedTime")!, CultureInfo.InvariantCulture),
            ExpiresAt = DateTimeOffset.Parse(Text("ExpiresAt")!, CultureInfo.InvariantCulture),
            MessageId = Text("MessageId"),
            ContentType = Text("ContentType"),
            ReplyTo = Text("ReplyTo"),
            To = Text("To"),
            Subject = Text("Subject"),
            CorrelationId = Text("CorrelationId"),
            SessionId = Text("SessionId"),
            ReplyToSessionId = Text("ReplyToSessionId"),
            PartitionKey = Text("PartitionKey"),
            TransactionPartitionKey = Text("TransactionPartitionKey"),
            ApplicationProperties = Value("ApplicationProperties").EnumerateObject().ToDictionary(p => p.Name, p => Scalar(p.Value))
        };

        JsonElement Value(string name) => index is { } i ? BindingData(given, name + "Array")[i] : BindingData(given, name);
        string? Text(string name) => Value(name).GetString();
    }

    private static Envelope Timer(JsonElement given, string name)
    {
        var info = given.GetProperty("triggerValue").GetProperty("value");
        var schedule = TimerSchedule.Parse("0 */5 * * * *", out _)!;
        var status = info.GetProperty("ScheduleStatus");
        return TimerEnvelopes.Create(
            new(name, schedule, RunOnStartup: false, UseMonitor: true),
            status.ValueKind == JsonValueKind.Null ? null : new(Moment("Last"), Moment("Next"), Moment("LastUpdated")),
            info.GetProperty("IsPastDue").GetBoolean(),
            SystemOf(given));

        DateTimeOffset Moment(string member) => new(Date(status.GetProperty(member).GetString()!).Ticks, TimeSpan.Zero);
    }

    private static Envelope Http(JsonElement given, string name)
    {
        var outer = given.GetProperty("httpRequest");
        var url = new Uri(outer.GetProperty("url").GetString()!);
        var request = new DefaultHttpContext().Request;
        request.Method = outer.GetProperty("method").GetString()!;
        (request.Scheme, request.Host) = (url.Scheme, new(url.Authority));
        (request.Path, request.QueryString) = (new(url.AbsolutePath), new(url.Query));
        foreach (var header in outer.GetProperty("headers").EnumerateArray().Select(h => h.GetString()!.Split(": ", 2)))
            if (header[0] != "Host")
                request.Headers.Append(header[0], header[1]);
        if (outer.GetProperty("contentLength") is { ValueKind: JsonValueKind.Number } length)
            request.ContentLength = length.GetInt64();
        foreach (var value in outer.GetProperty("routeValues").EnumerateObject())
            request.RouteValues[value.Name] = value.Value.GetString();
        if (outer.GetProperty("identity").GetString()!.Contains("WebJobsAuthLevel", StringComparison.Ordinal))
            request.HttpContext.User = new(WithKey());
        var body = outer.GetProperty("body") is { ValueKind: JsonValueKind.Object } bytes ? bytes.GetProperty("base64").GetBytesFromBase64() : [];
        return HttpEnvelopes.Create(new(name, "", []), request, body, SystemOf(given));
    }

    private static ClaimsIdentity WithKey() => new(
        [new(ClaimPrefix + "authlevel", "Function"), new(ClaimPrefix + "invoke", "true"), new(ClaimPrefix + "keyid", "default")],
        "WebJobsAuthLevel");

    private static SystemData SystemOf(JsonElement given)
    {
        var sys = BindingData(given, "sys");
        return new(sys.GetProperty("MethodName").GetString()!, Date(sys.GetProperty("UtcNow").GetString()!), sys.GetProperty("RandGuid").GetGuid());
    }

    private static JsonElement BindingData(JsonElement given, string key) =>
        given.GetProperty("bindingData").EnumerateArray().Single(entry => entry.GetProperty("key").GetString() == key).GetProperty("value");

    private static object? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Contains(" kind=", StringComparison.Ordinal) => Date(value.GetString()!),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : (object)value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        _ => null
    };

    private static DateTime Date(string recorded)
    {
        var parts = recorded.Split(" kind=");
        return DateTime.SpecifyKind(DateTime.Parse(parts[0], CultureInfo.InvariantCulture), Enum.Parse<DateTimeKind>(parts[1]));
    }
}
