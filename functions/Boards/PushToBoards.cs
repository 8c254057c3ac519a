using System.Text.Json;
using Alerting.Boards;
using Alerting.Bus;
using Alerting.Telemetry;

namespace Alerting.Functions;

/// <summary>Tells the live boards of an approved declaration, before anybody else is told.</summary>
internal static class PushToBoards
{
    public static void MapPushToBoards(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(PushToBoards), Entities.SubscriptionOf(Entities.PushToBoards), RunAsync);

    private static async Task<Refused?> RunAsync(
        ReceivedMessage message, DeclarationNotice notice, IBoards boards, TimeProvider time, CancellationToken cancellationToken)
    {
        var read = await notice.ReadAsync(message, cancellationToken);
        if (read.Value is not { } declaration)
            return new(read.Problems);
        await boards.SendAsync(BoardNotice.Target, JsonSerializer.Serialize(BoardNotice.Of(declaration, []), JsonSerializerOptions.Web), cancellationToken);
        Instruments.PushDuration.Record(
            (time.GetUtcNow() - declaration.Decision!.At).TotalSeconds, new KeyValuePair<string, object?>(TagNames.Status, TagNames.Word(declaration.Status)));
        return null;
    }
}
