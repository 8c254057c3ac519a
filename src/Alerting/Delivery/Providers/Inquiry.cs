using Alerting.Directory;

namespace Alerting.Delivery.Providers;

/// <summary>The question whether a message was taken.</summary>
/// <param name="To">Number that it went to.</param>
/// <param name="Text">What it contains: the alert's code.</param>
/// <param name="Since">It was not sent before this moment.</param>
public readonly record struct Inquiry(Address To, string Text, DateTimeOffset Since);
