using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Links;

namespace Alerting.Local.ServiceBus.Management;

/// <summary>The node $management of one entity: finds who answers an operation.</summary>
internal sealed class ManagementRequests(Entity entity, long maxMessageBytes) : IRequestHandler
{
    private const string Vendor = "com.microsoft:";

    public (string Code, string Description) StatusNames => ("statusCode", "statusDescription");

    public ValueTask<Reply> AnswerAsync(Request request)
    {
        try
        {
            return ValueTask.FromResult(Answer(request));
        }
        catch (ArgumentException problem)
        {
            return ValueTask.FromResult(Reply.BadRequest(problem.Message));
        }
    }

    private Reply Answer(Request request)
    {
        var operation = request.Operation ?? "";
        var name = operation.StartsWith(Vendor, StringComparison.Ordinal) ? operation[Vendor.Length..] : operation;
        if (name.Contains("session", StringComparison.Ordinal)) return NotImplemented("sessions are not supported by this emulator");
        return (entity.Queue is { } queue ? OfQueue(name, request, queue) : null)
            ?? (entity.Target is { } target ? OfTarget(name, request, target) : null)
            ?? (entity.Rules is { } rules ? OfRules(name, request, rules) : null)
            ?? NotImplemented($"the operation '{operation}' is not supported on '{entity.Path}'");
    }

    private Reply? OfQueue(string name, Request request, MessageQueue queue) => name switch
    {
        "renew-lock" => LockOperations.Renew(queue, request.Arguments),
        "update-disposition" => LockOperations.Settle(queue, request.Arguments),
        "peek-message" => MessageOperations.Peek(queue, request.Arguments, maxMessageBytes),
        "receive-by-sequence-number" => MessageOperations.ReceiveDeferred(queue, request.Arguments, request.Connection),
        _ => null,
    };

    private Reply? OfTarget(string name, Request request, ISendTarget target) => name switch
    {
        "schedule-message" => ScheduleOperations.Schedule(target, request.Arguments, maxMessageBytes),
        "cancel-scheduled-message" => ScheduleOperations.Cancel(target, request.Arguments),
        _ => null,
    };

    private static Reply? OfRules(string name, Request request, RuleSet rules) => name switch
    {
        "enumerate-rules" => RuleOperations.List(rules, request.Arguments),
        "add-rule" => RuleOperations.Add(rules, request.Arguments),
        "remove-rule" => RuleOperations.Remove(rules, request.Arguments),
        _ => null,
    };

    private static Reply NotImplemented(string why) => new(501, why, "amqp:not-implemented");
}
