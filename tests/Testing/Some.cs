using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Ledger;
using Alerting.Levels;
using Alerting.Outbox;
using Alerting.Scopes;
using Alerting.Texts;

namespace Alerting.Testing;

/// <summary>Values that are valid and do not matter; a test changes with <c>with</c> what it is about.</summary>
public static class Some
{
    private static int counter;

    /// <summary>A moment on 18 March 2019, 11:00 in Utrecht.</summary>
    public static DateTimeOffset Now { get; } = new(2019, 3, 18, 10, 0, 0, TimeSpan.Zero);

    public static BilingualText Reason { get; } = new("Aanslag in Utrecht.", "Attack in Utrecht.");

    /// <summary>A number that no other call gives in this process.</summary>
    public static int Number() => Interlocked.Increment(ref counter);

    public static Proposal Proposal() =>
        new(DeclarationKind.Set, new(ScopeType.Province, "PV26"), Level.Critical, null, Now.AddHours(7), Reason, null, DeclarationStatus.Actual);

    /// <summary>A proposed declaration with a new id.</summary>
    public static Declaration Declaration() => new()
    {
        Id = DeclarationId.New(Now),
        Kind = DeclarationKind.Set,
        Scope = new(ScopeType.Province, "PV26"),
        Level = Level.Critical,
        Until = Now.AddHours(7),
        Reason = Reason,
        Status = DeclarationStatus.Actual,
        State = DeclarationState.Proposed,
        ProposedBy = "proposer-1",
        ProposedAt = Now,
    };

    /// <summary>An approved declaration with a new id, in force from <see cref="Now"/>.</summary>
    public static Declaration Approved(long sequence = 1) => Declaration() with
    {
        State = DeclarationState.Approved,
        Decision = new("approver-1", Now, null),
        EffectiveFrom = Now,
        Sequence = sequence,
        Code = "7K3Q",
    };

    /// <summary>A commit that follows <paramref name="head"/>.</summary>
    public static DecisionCommit Commit(LedgerHead head, Declaration declaration, IdempotentReply? reply = null)
    {
        var act = $"declaration.{StateName(declaration)}";
        return new(declaration, LedgerChain.Append(head, Now, "somebody-1", act, $$"""{"id":"{{declaration.Id}}"}"""), Outbox(declaration), reply);
    }

    /// <summary>What the topic is told of a declaration.</summary>
    public static OutboxMessage Outbox(Declaration declaration)
    {
        var state = StateName(declaration);
        return new($"{declaration.Id}.{state}", Entities.Declarations, state, "{}", Now, null);
    }

    public static Contact Contact(int order = 1)
    {
        var number = Number();
        return new()
        {
            Id = $"contact-{order}",
            Function = "Burgemeester",
            Language = Language.Dutch,
            Order = order,
            Phone = Phone(number),
            PhoneVerifiedAt = Now,
            Email = new($"contact{number}@body.example"),
        };
    }

    /// <summary>A body with a new id and one contact.</summary>
    public static Body Body() => new()
    {
        Id = $"body-{Number()}",
        Name = "Gemeente Utrecht",
        Place = "GM0344",
        Sectors = [],
        Tier = 1,
        Contacts = [Contact()],
    };

    /// <summary>A batch of an alert, with that many recipients.</summary>
    public static DeliveryBatch Batch(int size = 3, DeclarationId? alert = null, Channel channel = Channel.Sms, int number = 0) =>
        new(BatchId.Of(alert ?? DeclarationId.New(Now), channel, 1, number), [.. Enumerable.Range(0, size).Select(_ => Recipient(channel))], Now);

    public static Recipient Recipient(Channel channel = Channel.Sms)
    {
        var number = Number();
        var address = channel == Channel.Sms ? Phone(number) : new($"contact{number}@body.example");
        return new($"body-{number}", "mayor", address, Language.Dutch, Position.Inside);
    }

    public static SmsMessage Sms(DeliveryBatch? batch = null, int index = 0)
    {
        batch ??= Batch();
        return new(batch.Recipients[index].Address, "NCTV: niveau 5 provincie Utrecht tot 18:00. Code 7K3Q", batch.Id, index, TimeSpan.FromHours(1));
    }

    public static EmailMessage Email()
    {
        var number = Number();
        return new(new($"contact{number}@body.example"), "Niveau 5", "Niveau 5 in Utrecht.", $"delivery-{number}@alerting.example", Now.AddHours(7));
    }

    public static BusMessage BusMessage(string? id = null) => new(id ?? $"message-{Number()}", "{}"u8.ToArray());

    /// <summary>A message that was given up.</summary>
    public static DeadLetter DeadLetter(string entity = Entities.Sms)
    {
        var body = "20190318-7K3Q9F.sms.1.00000"u8.ToArray();
        var number = Number();
        return new(entity, number, $"message-{number}", "MaxDeliveryCountExceeded", Now, 10, body.Length) { Body = body, ContentType = "text/plain" };
    }

    /// <summary>A Dutch machine-to-machine number: never a person's.</summary>
    private static Address Phone(int number) => new($"+3197{number:D9}");

    private static string StateName(Declaration declaration) => $"{declaration.State}".ToLowerInvariant();
}
