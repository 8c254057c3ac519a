using Alerting.Local.ServiceBus.Messages;
using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class MessageReaderTests
{
    [Fact]
    public void AnnotationsOfTheBrokerAreNotTakenFromASender()
    {
        var message = new Message("x") { MessageAnnotations = new MessageAnnotations() };
        message.MessageAnnotations[new Symbol("x-opt-sequence-number")] = 99L;
        message.MessageAnnotations[new Symbol("x-opt-partition-key")] = "p";
        var content = Assert.Single(MessageReader.Read(Bytes(message), 0, out _)!);
        Assert.Equal(["x-opt-partition-key"], content.Annotations.Keys);
    }

    [Fact]
    public void ABatchIsTheMessagesInItsDataSections()
    {
        var envelope = new Message
        {
            Properties = new Properties { MessageId = "envelope" },
            BodySection = List(Section("a"), Section("b"), Section("c")),
        };
        var contents = MessageReader.Read(Bytes(envelope), MessageReader.BatchFormat, out _)!;
        Assert.Equal(["a", "b", "c"], contents.Select(content => content.MessageId));
    }

    [Fact]
    public void OneFaultyMessageSpoilsItsBatch()
    {
        var envelope = new Message { BodySection = List(Section("a"), new Data { Binary = [0x00, 0x53] }) };
        Assert.Null(MessageReader.Read(Bytes(envelope), MessageReader.BatchFormat, out var problem));
        Assert.StartsWith("the message cannot be decoded", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void NoBytesWhateverBringTheReaderDown()
    {
        var sound = Bytes(new Message("body")
        {
            Header = new Header { Ttl = 1000 },
            MessageAnnotations = new MessageAnnotations { [new Symbol("x-opt-partition-key")] = "p" },
            Properties = new Properties { MessageId = "m", Subject = "s", CreationTime = DateTime.UnixEpoch },
            ApplicationProperties = new ApplicationProperties { ["a"] = 1, ["b"] = "two", ["c"] = true },
        });
        var random = new Random(20190318);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = sound[..random.Next(sound.Length + 1)];
            for (var change = random.Next(4); change > 0 && bytes.Length > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            MessageReader.Read(bytes, round % 2 == 0 ? 0 : MessageReader.BatchFormat, out _);
        }
    }

    [Fact]
    public void MergedPropertiesKeepTheirTypes()
    {
        var when = new DateTime(2019, 3, 18, 11, 0, 0, DateTimeKind.Utc);
        var message = new Message("x") { ApplicationProperties = new ApplicationProperties { ["when"] = when, ["n"] = 5u, ["id"] = Guid.Empty } };
        var content = Assert.Single(MessageReader.Read(Bytes(message), 0, out _)!).With(new Dictionary<string, object?> { ["more"] = 1.5 });
        var section = content.ApplicationPropertiesSection.ToArray();
        var again = Message.Decode(new ByteBuffer(section, 0, section.Length, section.Length)).ApplicationProperties;
        Assert.Equal((when, 5u, Guid.Empty, 1.5), (again["when"], again["n"], again["id"], again["more"]));
    }

    private static DataList List(params ReadOnlySpan<Data> sections)
    {
        var list = new DataList();
        foreach (var section in sections) list.Add(section);
        return list;
    }

    private static Data Section(string id) => new() { Binary = Bytes(new Message("x") { Properties = new Properties { MessageId = id } }) };

    private static byte[] Bytes(Message message)
    {
        var buffer = message.Encode();
        return buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
    }
}
