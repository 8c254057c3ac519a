using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>Error conditions as the service names them.</summary>
internal static class Errors
{
    public const string LockLostCondition = "com.microsoft:message-lock-lost";
    public const string MessageNotFoundCondition = "com.microsoft:message-not-found";
    public const string EntityExistsCondition = "com.microsoft:entity-already-exists";

    public static Error LockLost() => Of(
        LockLostCondition,
        "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.");

    public static Error NotFound(string path) => Of(ErrorCode.NotFound, $"The messaging entity '{path}' could not be found.");

    public static Error NotAllowed(string why) => Of(ErrorCode.NotAllowed, why);

    public static Error NoRight(string path) =>
        Of(ErrorCode.UnauthorizedAccess, $"Unauthorized access. There is no token on this connection that gives a right to '{path}'.");

    public static Error TokenExpired() => Of(ErrorCode.UnauthorizedAccess, "ExpiredToken: The token is expired.");

    public static Error NotImplemented(string what) => Of(ErrorCode.NotImplemented, $"{what} are not supported by this emulator.");

    public static Error Malformed(string why) => Of(ErrorCode.DecodeError, why);

    public static Error NoAddress() => Of(ErrorCode.InvalidField, "The link names no address.");

    public static Error TooLarge(long size, long limit) =>
        Of(ErrorCode.MessageSizeExceeded, $"The message has {size} bytes; the limit is {limit}.");

    private static Error Of(string condition, string description) => new(new Symbol(condition)) { Description = description };
}
