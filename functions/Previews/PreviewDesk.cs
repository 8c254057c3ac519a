using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Directory;
using Alerting.Previews;
using Alerting.Texts;

namespace Alerting.Functions;

/// <summary>Reads what a preview is made from.</summary>
internal sealed class PreviewDesk(IDeclarationStore store, IDirectory directory, AlertTexts texts, ForecastTerms terms, TimeProvider time)
{
    /// <summary>The preview of a declaration that somebody could approve now, or why nobody can.</summary>
    public async Task<Result<PreviewDocument>> ReadAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        var head = await store.ReadHeadAsync(cancellationToken);
        var others = await store.ListAsync(DeclarationState.Approved, cancellationToken);
        var decided = AlertPreview.Approved(declaration, new(time.GetUtcNow(), head, others));
        if (decided.Value is not { } approved)
            return decided.Problems.ToArray();
        var reach = new CallPolicy(terms.Rates.Calls).ReachOf(approved, [.. others, approved]);
        var snapshot = await directory.ReadAsync(cancellationToken);
        var preview = AlertPreview.Of(approved, snapshot, texts, (terms.Rates, terms.Prices, reach));
        return PreviewDocument.Of(approved, preview, terms.Currency);
    }
}
