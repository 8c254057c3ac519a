using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Forecasts;
using Alerting.Previews;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Texts;

namespace Alerting.Tests.Previews;

public sealed class PreviewWarningTests
{
    private static readonly Declaration Approved = Some.Approved();

    private static readonly TimeSpan Left = Approved.Until!.Value - Approved.Decision!.At;

    [Fact]
    public void WhatIsInOrderWarnsOfNothing() => Assert.Empty(Rules([Told(Channel.Sms)], [Text(segments: 1), Text(segments: 0)]));

    [Fact]
    public void ATextOfMoreThanOneSegmentIsNamedWithItsReaders()
    {
        var warning = Assert.Single(PreviewWarning.Of(Approved, [Told(Channel.Sms)], [Text(segments: 1), Text(segments: 2)]));

        Assert.Equal("more-than-one-segment", warning.Rule);
        Assert.Equal("The text message for readers neighbour, english takes 2 segments: it costs and takes 2 times as much.", warning.Message);
    }

    [Fact]
    public void AChannelThatIsDoneWithTheDeclarationsEndIsFastEnoughAndALaterOneIsNot()
    {
        Assert.Empty(Rules([Told(Channel.Sms, percent95: Left)], []));
        Assert.Equal(["until-before-95-percent"], Rules([Told(Channel.Sms, percent95: Left + TimeSpan.FromSeconds(1))], []));
    }

    [Fact]
    public void AChannelThatTellsNobodyIsNotCalledSlow() =>
        Assert.Equal(["nobody"], Rules([Told(Channel.Email, deliveries: 0, percent95: Left * 2)], []));

    [Fact]
    public void WhoHasNoAddressIsCounted()
    {
        var warning = Assert.Single(PreviewWarning.Of(Approved, [Told(Channel.Email, withoutAddress: 3)], []));

        Assert.Equal(new("no-address", "3 contacts who would be told by email have no email address."), warning);
    }

    [Fact]
    public void TheGravestComesFirst() => Assert.Equal(
        ["nobody", "until-before-95-percent", "more-than-one-segment", "no-address"],
        Rules([Told(Channel.Email, deliveries: 0), Told(Channel.Sms, percent95: Left * 2, withoutAddress: 1)], [Text(segments: 3)]));

    private static IEnumerable<string> Rules(IReadOnlyList<ChannelPreview> channels, IReadOnlyList<PreviewText> texts) =>
        PreviewWarning.Of(Approved, channels, texts).Select(warning => warning.Rule);

    private static ChannelPreview Told(Channel channel, int deliveries = 10, int withoutAddress = 0, TimeSpan percent95 = default) =>
        new(channel, deliveries, deliveries, withoutAddress, new($"{channel}", deliveries, percent95 / 2, percent95, percent95, null));

    private static PreviewText Text(int segments) => new(Channel.Sms, Position.Neighbour, Language.English, 5, new(null, "text", "v1"), segments);
}
