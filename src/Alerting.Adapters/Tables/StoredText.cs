using System.Text.Json;
using System.Text.Json.Serialization;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Directory;

namespace Alerting.Adapters.Tables;

/// <summary>Names and addresses are stored as plain text.</summary>
internal static class StoredText
{
    internal sealed class OfDeclarationId : JsonConverter<DeclarationId>
    {
        public override DeclarationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, DeclarationId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    internal sealed class OfBatchId : JsonConverter<BatchId>
    {
        public override BatchId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, BatchId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    internal sealed class OfAddress : JsonConverter<Address>
    {
        public override Address Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Address value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
