namespace Alerting.Local.ServiceBus.Engine;

/// <summary>A receiver's hold on a message. <paramref name="Owner"/> is the connection that received it.</summary>
internal readonly record struct MessageLock(Guid Token, DateTimeOffset Until, object? Owner);
