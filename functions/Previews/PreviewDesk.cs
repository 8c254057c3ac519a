using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Directory;
using Alerting.Previews;
using Alerting.Texts;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>Reads what a preview is made from.</summary>
internal sealed class PreviewDesk(IDeclarationStore store, IDirectory directory, AlertTexts texts, IOptions<ForecastOptions> forecast, DeliveryOptions delivery, TimeProvider time)
{
    /// <summary>The preview of a declaration that somebody could approve now, or why nobody can.</summary>
    public async Task<Result<PreviewDocument>> ReadAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        var head = await store.ReadHeadAsync(cancellationToken);
        var decided = AlertPreview.Approved(declaration, new(time.GetUtcNow(), head, await store.ListAsync(DeclarationState.Approved, cancellationToken)));
        if (decided.Value is not { } approved)
            return decided.Problems.ToArray();
        var snapshot = await directory.ReadAsync(cancellationToken);
        var preview = AlertPreview.Of(approved, snapshot, texts, (forecast.Value.Rates(delivery), forecast.Value.Prices()));
        return PreviewDocument.Of(approved, preview, forecast.Value.Currency);
    }
}
