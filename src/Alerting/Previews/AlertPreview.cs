using Alerting.Alerts;
using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Forecasts;
using Alerting.Texts;

namespace Alerting.Previews;

/// <summary>What an alert would be if its declaration were approved now: who is told, in which words, how soon and at what cost.</summary>
/// <param name="Channels">Each channel that is planned at the approval, and the first round of calls as if nobody confirmed his text message.</param>
/// <param name="Texts">Every text that somebody would get.</param>
/// <param name="Cost">What the providers are paid for.</param>
/// <param name="Warnings">What the approver should know before.</param>
public sealed record AlertPreview(
    IReadOnlyList<ChannelPreview> Channels, IReadOnlyList<PreviewText> Texts, IReadOnlyList<CostLine> Cost, IReadOnlyList<PreviewWarning> Warnings)
{
    /// <summary>Stands in the texts for the code, which is drawn at the approval.</summary>
    public const string UnknownCode = "????";

    // The same directory and rates give the same preview.
    private const int Seed = 1;

    private static readonly Channel[] Planned = [Channel.Sms, Channel.Email];

    /// <summary>The declaration as an approval now would make it, or why nobody could approve it any more.</summary>
    /// <param name="declaration">As it stands.</param>
    /// <param name="basis">The time, and what else was approved.</param>
    public static Result<Declaration> Approved(Declaration declaration, DecisionBasis basis) =>
        DeclarationRules.Approve(declaration, new("preview"), basis, UnknownCode);

    /// <summary>Plans the audience as the planner would, writes its texts and simulates the sending.</summary>
    /// <param name="declaration">As <see cref="Approved"/> gave it.</param>
    /// <param name="directory">Who could be told.</param>
    /// <param name="texts">Writes the texts.</param>
    /// <param name="terms">How fast everything is, what it costs, and whom it calls.</param>
    public static AlertPreview Of(
        Declaration declaration, DirectorySnapshot directory, AlertTexts texts, (ForecastRates Rates, IReadOnlyDictionary<CostItem, decimal> Prices, CallReach Reach) terms)
    {
        // Never by the kept texts: these have no code yet.
        var written = AlertTextSet.Of(declaration, texts);
        var audiences = Planned.Select(channel => (Channel: channel, People: Audience.Of(declaration, directory, channel))).ToList();
        if (Called(audiences[0].People, terms.Rates.Calls, terms.Reach) is { Count: > 0 } called)
            audiences.Add((Channel.Voice, called));
        var told = audiences.SelectMany(audience => PreviewText.Of(audience.Channel, audience.People, written)).ToList();
        var load = new AlertLoad([.. audiences.Select(audience => LoadOf(audience.Channel, audience.People, told))], 0);
        var forecast = Forecast.Of(AlertPipeline.Of(load, terms.Rates), Seed);
        var channels = load.Channels.Zip(forecast.Routes, (channel, route) =>
            Preview(channel, WithoutAddress(declaration, directory, channel.Channel), terms.Reach == CallReach.Unconfirmed ? terms.Rates.Calls.ConfirmWithin : TimeSpan.Zero, route)).ToList();
        return new(channels, told, AlertCost.OfProviders(load, terms.Prices), PreviewWarning.Of(declaration, channels, told));
    }

    // How many text messages will miss their readers is not known before, so an alert that calls only these shows no calls.
    private static IReadOnlyList<Addressee> Called(IReadOnlyList<Addressee> texted, CallOptions options, CallReach reach) =>
        reach is CallReach.Unconfirmed or CallReach.Everybody ? [.. texted.Where(person => new CallRules(options).MayCall(person.Position))] : [];

    private static ChannelPreview Preview(ChannelLoad load, int withoutAddress, TimeSpan confirmWithin, RouteForecast route) => new(
        load.Channel, load.Deliveries, load.Segments, withoutAddress, load.Channel == Channel.Voice ? route.After(confirmWithin) : route);

    // Who has no number for calls has none for text messages, and is counted there.
    private static int WithoutAddress(Declaration declaration, DirectorySnapshot directory, Channel channel) =>
        channel == Channel.Voice ? 0 : Audience.WithoutAddress(declaration, directory, channel);

    private static ChannelLoad LoadOf(Channel channel, IReadOnlyList<Addressee> people, IReadOnlyList<PreviewText> texts) => new(
        channel,
        [.. Enumerable.Range(1, 3).Select(tier => people.Count(person => person.Tier == tier))],
        texts.Where(text => text.Channel == channel).Sum(text => text.Segments * text.Deliveries));
}
