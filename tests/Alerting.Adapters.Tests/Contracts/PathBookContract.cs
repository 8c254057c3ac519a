using Alerting.Paths;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Contracts;

/// <summary>What every memory of proofs keeps to.</summary>
public abstract class PathBookContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IPathBook> CreateAsync();

    [Fact]
    public async Task WhatIsKnownOfAPathComesBackAsItWasChanged()
    {
        var book = await CreateAsync();
        var trial = new PathTrial("00000000-CANARY.sms.1.00001/0", Some.Now, Some.Now.AddSeconds(3));

        var changed = await book.ChangeAsync("sms", known => known with { Settled = trial, ProvenAt = trial.ConfirmedAt }, Token);
        await book.ChangeAsync("bus", known => known with { Pending = trial with { ConfirmedAt = null } }, Token);

        Assert.Equal(new("sms", trial, null, trial.ConfirmedAt), changed);
        Assert.Equal([new("bus", null, trial with { ConfirmedAt = null }), changed], (await book.ReadAsync(Token)).OrderBy(record => record.Path, StringComparer.Ordinal));
    }

    [Fact]
    public async Task ChangesAtOnceAllCount()
    {
        var book = await CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => book.ChangeAsync(
            "bus", known => known with { ProvenAt = (known.ProvenAt ?? Some.Now).AddMinutes(1) }, Token)));

        Assert.Equal(Some.Now.AddMinutes(8), Assert.Single(await book.ReadAsync(Token)).ProvenAt);
    }
}
