using Alerting.Declarations;

namespace Alerting.Tests.Declarations;

public sealed class IdempotencyKeyTests
{
    [Fact]
    public void TheSameRequestHasTheSameName() =>
        Assert.Equal(IdempotencyKey.Of("caller", "key", "{}"u8), IdempotencyKey.Of("caller", "key", "{}"u8));

    [Fact]
    public void AnotherBodyIsAnotherRequestUnderTheSameKey()
    {
        var (one, other) = (IdempotencyKey.Of("caller", "key", "{}"u8), IdempotencyKey.Of("caller", "key", "{ }"u8));

        Assert.Equal(one.Key, other.Key);
        Assert.NotEqual(one.RequestHash, other.RequestHash);
    }

    [Theory]
    [InlineData("caller", "other")]
    [InlineData("other", "key")]
    [InlineData("call", "erkey")]
    public void AnotherCallerOrKeyIsAnotherName(string caller, string key) =>
        Assert.NotEqual(IdempotencyKey.Of("caller", "key", "{}"u8).Key, IdempotencyKey.Of(caller, key, "{}"u8).Key);

    [Fact]
    public void NeitherCallerNorKeyCanBeReadFromTheName() =>
        Assert.Matches("^[0-9a-f]{64}$", IdempotencyKey.Of("caller", "key", "{}"u8).Key);
}
