using Alerting.Bus;

namespace Alerting.Functions;

/// <summary>Messages that were given up, and why.</summary>
internal static class ListDeadLetters
{
    private const int PerEntity = 100;

    public static void MapListDeadLetters(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts/dead-letters", RunAsync)
            .WithName(nameof(ListDeadLetters))
            .WithTags("Alerts")
            .WithSummary("Messages that were given up, with the broker's reason and what we found wrong with them.")
            .Produces<DeadLetterList>()
            .Refuses(StatusCodes.Status503ServiceUnavailable)
            .RequireAnyRole(Roles.Approver, Roles.Auditor);

    private static async Task<IResult> RunAsync(IBus bus, IRefusals refusals, CancellationToken cancellationToken)
    {
        var letters = await Task.WhenAll(Entities.All.Select(entity => ReadAsync(entity, bus, refusals, cancellationToken)));
        return TypedResults.Ok(new DeadLetterList([.. letters.SelectMany(entity => entity)]));
    }

    private static async Task<IEnumerable<DeadLetterDocument>> ReadAsync(string entity, IBus bus, IRefusals refusals, CancellationToken cancellationToken)
    {
        var letters = await bus.PeekDeadLettersAsync(entity, PerEntity, cancellationToken);
        var reasons = await refusals.FindAsync(entity, [.. letters.Select(NameOf)], cancellationToken);
        return letters.Select(letter => DeadLetterDocument.Of(letter, reasons.FirstOrDefault(refusal => refusal.Message == NameOf(letter))));
    }

    private static string NameOf(DeadLetter letter) => Refusal.NameOf(letter.MessageId, letter.SequenceNumber);
}
