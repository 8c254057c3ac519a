namespace Alerting.Benchmarks;

/// <summary>What the mail server took since it was cleared.</summary>
/// <param name="Mails">One for each reader of each mail.</param>
/// <param name="Readers">Who got at least one.</param>
/// <param name="Copies">Mails that a reader had already, under the same Message-ID.</param>
/// <param name="FirstAt">Milliseconds since 1970; null for none yet.</param>
/// <param name="LastAt">Likewise.</param>
internal sealed record MailTally(int Mails, int Readers, int Copies, long? FirstAt, long? LastAt)
{
    public double? FirstMsAfter(DateTimeOffset start) => FirstAt - start.ToUnixTimeMilliseconds();

    public double? LastMsAfter(DateTimeOffset start) => LastAt - start.ToUnixTimeMilliseconds();
}
