using Alerting.Local.Functions.Envelopes;

namespace Alerting.Local.Functions;

/// <summary>What the runner writes.</summary>
internal static partial class FunctionsLog
{
    [LoggerMessage(Message = "handler: {Line}")]
    public static partial void HandlerLine(ILogger logger, LogLevel level, string line);

    [LoggerMessage(LogLevel.Information, "{Function}: {Line}")]
    public static partial void FunctionLine(ILogger logger, string function, string line);

    [LoggerMessage(LogLevel.Error, "{Function} ({Invocation}) failed, {Kind}: {Reason}")]
    public static partial void InvocationFailed(ILogger logger, string function, Guid invocation, FailureKind kind, string reason);

    [LoggerMessage(LogLevel.Error, "The handler {File} cannot be started: {Reason}")]
    public static partial void HandlerNotStarted(ILogger logger, string file, string reason);

    [LoggerMessage(LogLevel.Error, "Initializing HttpWorker timed out: the handler did not answer within {Limit}")]
    public static partial void HandlerNotReady(ILogger logger, TimeSpan limit);

    [LoggerMessage(LogLevel.Error, "The handler ended with code {Code}. {LastErrors}")]
    public static partial void HandlerExited(ILogger logger, int code, string lastErrors);

    [LoggerMessage(LogLevel.Error, "The handler ended with code 0. The host never starts it again after that; every invocation will fail")]
    public static partial void HandlerLeft(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "{Function}: no connection to {Entity}, trying again in {Pause}: {Reason}")]
    public static partial void BrokerLost(ILogger logger, string function, string entity, TimeSpan pause, string reason);

    [LoggerMessage(LogLevel.Information, "{Function}: listening to {Entity}")]
    public static partial void BrokerFound(ILogger logger, string function, string entity);

    [LoggerMessage(LogLevel.Warning, "{Function}: messages could not be settled and will be delivered again: {Reason}")]
    public static partial void NotSettled(ILogger logger, string function, string reason);

    [LoggerMessage(LogLevel.Warning, "{Function}: a message lock could not be renewed: {Reason}")]
    public static partial void NotRenewed(ILogger logger, string function, string reason);

    [LoggerMessage(LogLevel.Error, "Passing on a request for {Function} failed: {Error}")]
    public static partial void NotPassedOn(ILogger logger, string function, string error, Exception? exception);
}
