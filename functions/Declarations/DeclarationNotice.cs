using System.Text.Json;
using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>Reads the events of the topic. They name a declaration; what it says is read from the store, so that an event from elsewhere can tell nobody anything.</summary>
internal sealed class DeclarationNotice(IDeclarationStore store)
{
    /// <summary>The approved declaration that an event names, or why the event is refused.</summary>
    public async Task<Result<Declaration>> ReadAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        if (!DeclarationId.TryParse(Subject(message.Body), out var id))
            return Problem.Invalid("not-an-event", "subject", "The message must be a CloudEvent whose subject is the id of a declaration.");
        return await store.FindAsync(id, cancellationToken) switch
        {
            { State: DeclarationState.Approved } declaration => declaration,
            null => Problem.NotFound("declaration-unknown", "subject", $"There is no declaration {id}."),
            _ => Problem.Conflict("declaration-not-approved", $"Declaration {id} is not approved."),
        };
    }

    private static string? Subject(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("subject", out var subject)
                && subject.ValueKind == JsonValueKind.String
                    ? subject.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
