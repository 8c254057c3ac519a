using Alerting.Declarations;
using Alerting.Directory;
using Alerting.Readiness;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Contracts;

/// <summary>What every memory of addresses keeps to.</summary>
public abstract class AddressWordsContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IAddressWords> CreateAsync();

    [Fact]
    public async Task OfTwoWordsOnAnAddressTheLaterStaysWhicheverComesFirst()
    {
        var words = await CreateAsync();
        var rejected = new AddressWord(new("a@body.example"), true, "smtp-550", Some.Now, DeclarationId.New(Some.Now));
        var works = rejected with { IsRejected = false, Code = null, At = Some.Now.AddMinutes(1) };

        await words.KeepAsync(rejected, Token);
        await words.KeepAsync(works, Token);
        await words.KeepAsync(rejected, Token);
        await words.KeepAsync(rejected with { Address = new("+31600000001") }, Token);

        Assert.Equal([rejected with { Address = new("+31600000001") }, works], (await words.ReadAsync(Token)).OrderBy(word => word.Address.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task WordsAtOnceOnOneAddressLeaveTheLatest()
    {
        var words = await CreateAsync();
        var word = new AddressWord(new Address("b@body.example"), true, "smtp-550", Some.Now, DeclarationId.New(Some.Now));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(minute => words.KeepAsync(word with { At = Some.Now.AddMinutes(minute) }, Token)));

        Assert.Equal(Some.Now.AddMinutes(7), Assert.Single(await words.ReadAsync(Token)).At);
    }
}
