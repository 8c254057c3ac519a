using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Readiness;
using Alerting.Testing;
using Xunit;

namespace Alerting.Tests.Readiness;

public sealed class ReadinessCheckTests
{
    private static readonly Body Good = Some.Body() with { Contacts = [Verified(Some.Contact())] };

    [Fact]
    public void NothingIsWrongWithABodyWhoseAddressesWorkAndWereVerified() => Assert.Empty(Check(Good));

    [Fact]
    public void AVerificationCountsForAYear()
    {
        Assert.Empty(ReadinessCheck.Of([Good], AddressWords.None, Some.Now + ReadinessCheck.VerificationLasts));
        var found = ReadinessCheck.Of([Good], AddressWords.None, Some.Now + ReadinessCheck.VerificationLasts + TimeSpan.FromSeconds(1));

        Assert.Equal([Channel.Sms, Channel.Email], found.Select(finding => finding.Channel));
        Assert.All(found, finding => Assert.Equal((FindingKind.AddressUnverified, Some.Now), (finding.Kind, finding.VerifiedAt)));
    }

    [Fact]
    public void ARejectedNumberIsFoundUntilItIsVerifiedAgainOrReplaced()
    {
        var contact = Good.Contacts[0];
        var rejected = Rejected(contact.Phone!.Value);

        var found = Check(Good, rejected);
        Assert.Equal([FindingKind.FirstTierWithoutPhone, FindingKind.AddressRejected], found.Select(finding => finding.Kind));
        Assert.Equal(("21211", contact.Id, Channel.Sms), (found[1].Rejection!.Code, found[1].ContactId, found[1].Channel!.Value));
        Assert.Empty(Check(Good with { Contacts = [contact with { PhoneVerifiedAt = Some.Now.AddMinutes(2) }] }, rejected));
        Assert.Empty(Check(Good with { Contacts = [contact with { Phone = Some.Contact().Phone }] }, rejected));
    }

    [Fact]
    public void WhoHasNoAddressThatWorksCannotBeReached()
    {
        var (first, second) = (Verified(Some.Contact()), Verified(Some.Contact(2)));
        var body = Good with { Contacts = [first, second] };

        var contact = Check(body, Rejected(first.Phone!.Value), Rejected(first.Email!.Value));
        Assert.Equal(FindingKind.ContactUnreachable, contact[0].Kind);
        Assert.Equal(first.Id, contact[0].ContactId);

        var whole = Check(body, Rejected(first.Phone!.Value), Rejected(first.Email!.Value), Rejected(second.Phone!.Value), Rejected(second.Email!.Value));
        Assert.Equal(FindingKind.BodyUnreachable, whole[0].Kind);
        Assert.DoesNotContain(whole, finding => finding.Kind == FindingKind.FirstTierWithoutPhone);
    }

    [Fact]
    public void OnlyWhoIsToldFirstNeedsANumber()
    {
        var contact = Good.Contacts[0] with { Phone = null, PhoneVerifiedAt = null };

        Assert.Equal(FindingKind.FirstTierWithoutPhone, Assert.Single(Check(Good with { Contacts = [contact] })).Kind);
        Assert.Empty(Check(Good with { Contacts = [contact], Tier = 2 }));
    }

    private static Contact Verified(Contact contact) => contact with { PhoneVerifiedAt = Some.Now, EmailVerifiedAt = Some.Now };

    private static AddressWord Rejected(Address address) => new(address, true, "21211", Some.Now.AddMinutes(1), DeclarationId.New(Some.Now));

    private static IReadOnlyList<Finding> Check(Body body, params AddressWord[] words) =>
        ReadinessCheck.Of([body], new(words), Some.Now.AddMinutes(3));
}
