using System.Net.Sockets;
using System.Security.Authentication;
using Amqp;
using Amqp.Framing;
using Azure.Identity;

namespace Alerting.Adapters.ServiceBus;

/// <summary>What can go wrong between us and the broker.</summary>
internal static class BusFailure
{
    private static readonly string[] Final =
    [
        ErrorCode.NotFound, ErrorCode.NotAllowed, ErrorCode.UnauthorizedAccess, ErrorCode.MessageSizeExceeded, ErrorCode.InvalidField,
        ErrorCode.NotImplemented, "com.microsoft:argument-error", "com.microsoft:auth-failed", "com.microsoft:entity-disabled",
    ];

    /// <summary>The failure of something that was closed for a reason, or for none that was told.</summary>
    public static AmqpException Of(Error? reason) => new(reason ?? new Error(ErrorCode.DetachForced) { Description = "The connection was closed." });

    /// <summary>A refusal of a request to $cbs or $management.</summary>
    public static AmqpException Refused(int status, string? condition, string? description)
    {
        var code = condition ?? status switch
        {
            401 or 403 => ErrorCode.UnauthorizedAccess,
            404 => ErrorCode.NotFound,
            400 => "com.microsoft:argument-error",
            _ => ErrorCode.InternalError,
        };
        return new(code, description ?? $"status {status}");
    }

    /// <summary>The broker's or the network's doing, not a fault of this program.</summary>
    public static bool IsOutside(Exception failure) =>
        failure is AmqpException or SocketException or IOException or TimeoutException or AuthenticationException or AuthenticationFailedException or ObjectDisposedException;

    /// <summary>The broker, or whoever makes our tokens, understood and said no: the same again would get the same answer.</summary>
    public static bool IsFinal(Exception failure) =>
        failure is AuthenticationFailedException || (failure is AmqpException refusal && Final.Contains((string?)refusal.Error?.Condition));

    /// <summary>The broker does not take our token, or the token has no right to what we want.</summary>
    public static bool IsUnauthorized(Exception failure) =>
        failure is AmqpException refusal && (string?)refusal.Error?.Condition is ErrorCode.UnauthorizedAccess or "com.microsoft:auth-failed";

    /// <summary>The reason in the broker's words.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        AmqpException { Error: { } error } => $"{error.Condition} {error.Description}",
        AuthenticationFailedException => "The app's own identity gets no token.",
        _ => failure.Message,
    };
}
