namespace Alerting.Functions;

/// <summary>A body that was read whole.</summary>
internal sealed record ReadBody(byte[] Bytes);
