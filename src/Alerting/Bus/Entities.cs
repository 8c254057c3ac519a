namespace Alerting.Bus;

/// <summary>Names of the queues, topics and subscriptions. The topology files and every function.json use the same; a test compares them.</summary>
public static class Entities
{
    /// <summary>Queue: proposals of other systems.</summary>
    public const string DeclarationRequests = "declaration-requests";

    /// <summary>Topic: every change of a declaration, as a CloudEvent.</summary>
    public const string Declarations = "declarations";

    /// <summary>Subscription of <see cref="Declarations"/>: approved ones, for the live boards.</summary>
    public const string PushToBoards = "push-to-boards";

    /// <summary>Subscription of <see cref="Declarations"/>: approved ones, to plan the alert.</summary>
    public const string PlanAlert = "plan-alert";

    /// <summary>Queue: SMS delivery batches, by id.</summary>
    public const string Sms = "sms";

    /// <summary>Queue: email delivery batches, by id.</summary>
    public const string Email = "email";

    /// <summary>Queue: rounds of calls, by id.</summary>
    public const string Voice = "voice";

    /// <summary>Queue: batches of text messages, by id, to see who must be called by then.</summary>
    public const string PlanCalls = "plan-calls";

    /// <summary>Queue: what providers report, gathered.</summary>
    public const string Receipts = "receipts";

    /// <summary>Queue: what people answer, gathered.</summary>
    public const string Replies = "replies";

    /// <summary>Queue: canaries that prove the broker.</summary>
    public const string Canary = "canary";

    /// <summary>Everything that messages can get stuck in: each queue, and each subscription as <c>topic/Subscriptions/name</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
        [DeclarationRequests, SubscriptionOf(PushToBoards), SubscriptionOf(PlanAlert), Sms, Email, Voice, PlanCalls, Receipts, Replies, Canary];

    /// <summary>Queue or topic that a message goes to so that it reaches <paramref name="entity"/>: a subscription is reached by its topic, and the other subscriptions with it.</summary>
    public static string TargetOf(string entity) => entity.Split("/Subscriptions/")[0];

    /// <summary>A subscription of <see cref="Declarations"/>, as <c>topic/Subscriptions/name</c>.</summary>
    public static string SubscriptionOf(string name) => $"{Declarations}/Subscriptions/{name}";
}
