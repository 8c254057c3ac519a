namespace Alerting.Local.Functions.Handler;

/// <summary>The handler's errors so far, and when the latest was.</summary>
internal readonly record struct ErrorCount(int Count, DateTimeOffset Latest);
