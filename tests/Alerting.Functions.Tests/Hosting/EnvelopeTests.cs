using System.Text;
using Alerting.Local.Tests.Functions;

namespace Alerting.Functions.Tests.Hosting;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("request-sb-binary-json-object")]
    [InlineData("request-coretools-sb-binary")]
    [InlineData("request-sb-no-datatype-json-object")]
    [InlineData("request-sb-string-json-object")]
    public void ABodyIsTheSameWhateverTheDataTypeAndFraming(string recording)
    {
        var body = Message(recording).Body;

        Assert.Equal(Message("request-sb-binary-json-object").Body.ToArray(), body.ToArray());
        Assert.StartsWith("{", Encoding.UTF8.GetString(body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyBodyIsEmpty() => Assert.True(Message("request-sb-binary-empty").Body.IsEmpty);

    [Fact]
    public void TextBeyondAsciiSurvives() =>
        Assert.Contains("één coördinator", Encoding.UTF8.GetString(Message("request-sb-binary-utf8-dutch-plain").Body.Span), StringComparison.Ordinal);

    [Fact]
    public void MetadataLoseTheirSecondEncoding()
    {
        var message = Message("request-sb-binary-json-object");

        Assert.Equal(("m-1", 1), (message.MessageId, message.DeliveryCount));
        Assert.True(message.SequenceNumber > 0);
    }

    [Fact]
    public void AMessageWithoutAnIdHasAnEmptyOne() => Assert.Equal("", Message("request-sb-binary-no-expiry").MessageId);

    [Fact]
    public void ABinaryBodyCannotForgeMetadata()
    {
        var message = Message("request-sb-binary-spoof-messageid");

        Assert.Equal(("m-1", 1), (message.MessageId, message.DeliveryCount));
    }

    [Fact]
    public void TheMessagesOfABatchHaveEachTheirOwnMetadata()
    {
        using var envelope = Recording.Envelope("request-sb-batch-binary-2");

        var messages = envelope.Messages();

        Assert.Equal(["m-1", "m-2"], messages.Select(message => message.MessageId));
        Assert.Equal([41L, 42L], messages.Select(message => message.SequenceNumber));
        Assert.Equal([1, 1], messages.Select(message => message.DeliveryCount));
        Assert.Equal(["first", null], messages.Select(message => message.Subject));
        Assert.Equal("""{"orderId":1}""", Encoding.UTF8.GetString(messages[0].Body.Span));
        Assert.EndsWith("😀", Encoding.UTF8.GetString(messages[1].Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void ABatchOfOneIsABatch()
    {
        using var envelope = Recording.Envelope("request-sb-batch-binary-1");

        Assert.Equal("m-1", Assert.Single(envelope.Messages()).MessageId);
    }

    [Fact]
    public void EveryRecordedMessageCanBeRead() => Assert.All(HostEnvelope.Names("request-sb-binary").Concat(HostEnvelope.Names("request-sb-string")), recording =>
    {
        using var envelope = Recording.Envelope(recording);
        Assert.NotNull(envelope.Message());
    });

    private static ReceivedMessage Message(string recording)
    {
        using var envelope = Recording.Envelope(recording);
        return envelope.Message();
    }
}
