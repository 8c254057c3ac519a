using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>The header by which a caller marks repeats of one request.</summary>
internal static class IdempotencyHeader
{
    public const string Name = "Idempotency-Key";

    private const int MaxLength = 255;

    /// <summary>True when the header is not there, or is 1 to 255 printable ASCII characters, once.</summary>
    public static bool IsWellFormed(HttpRequest request) =>
        !request.Headers.TryGetValue(Name, out var values)
        || (values is [{ Length: > 0 and <= MaxLength } key] && key.All(c => c is >= ' ' and <= '~'));

    /// <summary>The name of the request among those of its caller; null without the header.</summary>
    public static IdempotencyKey? Read(HttpRequest request, Caller caller, byte[] body) =>
        request.Headers[Name] is [{ Length: > 0 } key] ? IdempotencyKey.Of(caller.Id, key, body) : null;

    /// <summary>Why the header is refused.</summary>
    public static Problem Malformed { get; } =
        Problem.Invalid("idempotency-key-form", Name, $"The header {Name} has 1 to {MaxLength} printable ASCII characters.");
}
