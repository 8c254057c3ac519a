using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Testing;

namespace Alerting.Tests.Delivery;

public sealed class StandingTests
{
    private static readonly Declaration Original = Some.Approved() with { Until = null };

    [Theory]
    [InlineData(DeclarationKind.Withdraw, "withdrawn")]
    [InlineData(DeclarationKind.Correct, "corrected")]
    public void WhatIsAnnulledLosesItsReasonAtOnceWhenEverTheNewOneStarts(DeclarationKind kind, string reason)
    {
        var annulment = Some.Approved(2) with { Kind = kind, Original = OriginalStatement.Of(Original), EffectiveFrom = Hour(9) };

        Assert.Equal(reason, Standing.LostBy(Original, [Original, annulment], Some.Now));
        Assert.Null(Standing.LostBy(annulment with { Until = null }, [Original, annulment], Some.Now));
    }

    [Fact]
    public void AWithdrawalTakesNoReasonFromAnotherDeclarationOfTheScope()
    {
        var pending = Some.Approved(2) with { EffectiveFrom = Hour(5), Until = null };
        var withdrawal = Some.Approved(3) with { Kind = DeclarationKind.Withdraw, Original = OriginalStatement.Of(Original), Until = null };

        Assert.Null(Standing.LostBy(pending, [Original, pending, withdrawal], Some.Now));
        Assert.Null(Standing.LostBy(withdrawal, [Original, pending, withdrawal], Some.Now));
        Assert.Equal("superseded", Standing.LostBy(withdrawal, [Original, pending, withdrawal], Hour(5)));
    }

    [Fact]
    public void WhatStartsEarlierDoesNotTakeTheReasonFromWhatIsYetToStart()
    {
        var pending = Some.Approved(2) with { EffectiveFrom = Hour(5), Until = null };
        var sooner = Some.Approved(3) with { EffectiveFrom = Hour(1), Until = null };

        Assert.Null(Standing.LostBy(pending, [pending, sooner], Hour(2)));
        Assert.Equal("superseded", Standing.LostBy(sooner, [pending, sooner], Hour(5)));
    }

    [Fact]
    public void AnExtensionTakesTheReasonFromWhatIsYetToStart()
    {
        var pending = Original with { EffectiveFrom = Hour(5), Until = Hour(6) };
        var extension = pending with { Id = DeclarationId.New(Some.Now), Sequence = 2, Kind = DeclarationKind.Extend, Original = OriginalStatement.Of(pending), Until = Hour(8) };

        Assert.Equal("superseded", Standing.LostBy(pending, [pending, extension], Some.Now));
    }

    private static DateTimeOffset Hour(int hours) => Some.Now.AddHours(hours);
}
