using System.Text.Json.Serialization;
using Alerting.Bus;
using Alerting.Calls;
using Alerting.DeadLetters;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Receipts;
using Alerting.Directory;
using Alerting.Ledger;
using Alerting.Outbox;
using Alerting.Paths;
using Alerting.Readiness;

namespace Alerting.Adapters.Tables;

/// <summary>How the domain's records are written into rows. A record may gain optional members; none may be renamed, since rows outlive programs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(StoredText.OfDeclarationId), typeof(StoredText.OfBatchId), typeof(StoredText.OfAddress)])]
[JsonSerializable(typeof(Declaration))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(OutboxMessage))]
[JsonSerializable(typeof(IdempotentReply))]
[JsonSerializable(typeof(Body))]
[JsonSerializable(typeof(DeliveryBatch))]
[JsonSerializable(typeof(AlertPlan))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(OutcomeChunk))]
[JsonSerializable(typeof(IReadOnlyList<Receipt>))]
[JsonSerializable(typeof(IReadOnlyList<Acknowledgement>))]
[JsonSerializable(typeof(BatchProgress))]
[JsonSerializable(typeof(CallLook))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(KeptLetter))]
[JsonSerializable(typeof(AddressWord))]
[JsonSerializable(typeof(ProviderShift))]
[JsonSerializable(typeof(PathRecord))]
internal sealed partial class StoredJson : JsonSerializerContext;
