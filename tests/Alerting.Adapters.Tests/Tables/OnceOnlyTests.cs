using Alerting.Adapters.Tables;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Testing;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Xunit;

namespace Alerting.Adapters.Tests.Tables;

/// <summary>The client repeats a request whose answer was lost; a writer must not lose to itself.</summary>
public sealed class OnceOnlyTests(AzuriteTables azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnInsertWhoseAnswerWasLostIsStillOurs()
    {
        var store = new TableDeliveryStore(await TablesThatLoseAnswersAsync("POST"));
        var batch = Some.Batch();

        Assert.True(await store.TryClaimAsync(new Claim(batch.Id, 1, Some.Now, Some.Now.AddMinutes(1)), Token));
        Assert.False(await store.TryClaimAsync(new Claim(batch.Id, 1, Some.Now, Some.Now.AddMinutes(1)), Token));
    }

    [Fact]
    public async Task ACommitWhoseAnswerWasLostIsStillOurs()
    {
        var store = new TableDeclarationStore(await TablesThatLoseAnswersAsync("POST"), TimeProvider.System);
        var head = await store.ReadHeadAsync(Token);

        Assert.True(await store.TryCommitAsync(head, Some.Commit(head, Some.Declaration()), Token));
        Assert.Equal(1, (await store.ReadHeadAsync(Token)).Sequence);
    }

    private async Task<AlertingTables> TablesThatLoseAnswersAsync(string method)
    {
        var prefix = Azurite.NewPrefix();
        await azurite.Connect(prefix).EnsureTablesAsync(Token);
        var transport = new HttpClientTransport(new HttpClient(new LosesTheFirstAnswer(method)));
        return new(new() { ConnectionString = azurite.ConnectionString, Prefix = prefix }, new TableClientOptions { Transport = transport, Retry = { Delay = TimeSpan.FromMilliseconds(1) } });
    }

    private sealed class LosesTheFirstAnswer(string method) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int lost;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Method.Method == method && Interlocked.Exchange(ref lost, 1) == 0)
                throw new HttpRequestException("The answer was lost.");
            return answer;
        }
    }
}
