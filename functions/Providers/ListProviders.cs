using Alerting.Delivery.Providers;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>How the load is shared between the providers of text messages, how they are, and what was shifted.</summary>
internal static class ListProviders
{
    private const int Recent = 50;

    public static void MapListProviders(this IEndpointRouteBuilder api) =>
        api.MapGet("/providers", RunAsync)
            .WithName(nameof(ListProviders))
            .WithTags("Alerts")
            .WithSummary("The providers of text messages: weight, health as the answering instance saw it, and the latest 50 shifts of weight, newest first.")
            .Produces<ProviderList>()
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(SmsProviders providers, IShiftStore shifts, IOptions<ProviderOptions> options, CancellationToken cancellationToken)
    {
        // This instance may not have sent anything for long, and not know what others shifted.
        await providers.ReviewAsync(cancellationToken);
        var latest = await shifts.ReadLatestAsync(Recent, cancellationToken);
        return TypedResults.Ok(new ProviderList(
            [.. providers.Stands.Select(stand => ProviderDocument.Of(stand, options.Value))], [.. latest.Select(ShiftDocument.Of)]));
    }
}
