namespace Alerting.Local.ServiceBus.Links;

/// <summary>Answers the requests of one node.</summary>
internal interface IRequestHandler
{
    /// <summary>Names of the two application properties that carry the status: nodes differ.</summary>
    (string Code, string Description) StatusNames { get; }

    ValueTask<Reply> AnswerAsync(Request request);
}
