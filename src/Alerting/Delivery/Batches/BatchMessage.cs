using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Alerting.Bus;

namespace Alerting.Delivery.Batches;

/// <summary>The message that wakes a worker for a batch. It carries the name only: the plan is in the store, so a message from elsewhere can send nothing.</summary>
public static class BatchMessage
{
    /// <summary>The first call of a batch.</summary>
    public static BusMessage For(BatchId batch) => Named(batch, batch.Value);

    /// <summary>Another call after a claim, not before a moment.</summary>
    public static BusMessage Again(BatchId batch, int claim, DateTimeOffset notBefore) =>
        Named(batch, string.Create(CultureInfo.InvariantCulture, $"{batch}.after.{claim}.{notBefore.UtcTicks}")) with { NotBefore = notBefore };

    /// <summary>A call by the audit at a moment, for a batch whose own calls seem lost.</summary>
    public static BusMessage Audited(BatchId batch, DateTimeOffset at) =>
        Named(batch, string.Create(CultureInfo.InvariantCulture, $"{batch}.audit.{at.UtcTicks}"));

    /// <summary>A look, not before a moment, at who of a batch of text messages must be called by then.</summary>
    public static BusMessage Look(BatchId texts, DateTimeOffset notBefore) =>
        Named(texts, string.Create(CultureInfo.InvariantCulture, $"{texts}.calls.{notBefore.UtcTicks}")) with { NotBefore = notBefore };

    /// <summary>Reads the name; false when the body is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out BatchId? batch)
    {
        var known = BatchId.TryParse(body.Length > 100 ? null : Encoding.UTF8.GetString(body), out var id);
        batch = known ? id : null;
        return known;
    }

    private static BusMessage Named(BatchId batch, string messageId) =>
        new(messageId, Encoding.UTF8.GetBytes(batch.Value)) { ContentType = "text/plain" };
}
