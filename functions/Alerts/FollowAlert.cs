using System.Globalization;
using System.Net.Mime;
using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>Tells how far the sending of one declaration has got, again and again until it is over.</summary>
internal static class FollowAlert
{
    /// <summary>By which a follower says what he saw last.</summary>
    public const string LastSeen = "Last-Event-ID";

    public static void MapFollowAlert(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts/{id}/progress", RunAsync)
            .WithName(nameof(FollowAlert))
            .WithTags("Alerts")
            .WithSummary("Follows the sending of a declaration: server-sent events until it is over.")
            .WithDescription("""
                Event progress comes at once and whenever the counts changed, end when every delivery has its end state and nothing more is
                expected; the data of both is the answer of ShowAlert on one line, their id grows with it. Event heartbeat, without
                data, comes after 15 s of silence. After end the stream closes and there is nothing more to ask for. After 5 min it closes
                without end: ask again, with the last id in Last-Event-ID, and what you know is not repeated. A browser's EventSource cannot
                send an access token; read the stream with fetch.
                """)
            .TakesHeader(LastSeen)
            .Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.EventStream)
            .Refuses(StatusCodes.Status404NotFound)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(
        string id, HttpRequest request, IDeclarationStore declarations, ProgressStream stream, CancellationToken cancellationToken) =>
        DeclarationId.TryParse(id, out var parsed)
        && await declarations.FindAsync(parsed, cancellationToken) is { State: DeclarationState.Approved } declaration
            ? TypedResults.ServerSentEvents(stream.FollowAsync(declaration, Seen(request), cancellationToken))
            : ShowAlert.Unknown();

    // What is no id of ours was seen nowhere: all is told.
    private static long? Seen(HttpRequest request) =>
        long.TryParse(request.Headers[LastSeen], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
}
