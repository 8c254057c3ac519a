using MailKit;

namespace Alerting.Adapters.Smtp;

/// <summary>Notes whether any of the message's text was handed to the connection.</summary>
internal sealed class TextProgress : ITransferProgress
{
    public bool Started { get; private set; }

    public void Report(long bytesTransferred, long totalSize) => Started = true;

    public void Report(long bytesTransferred) => Started = true;
}
