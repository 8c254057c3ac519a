using Alerting.Declarations;
using Alerting.Outbox;
using Alerting.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Declarations;

/// <summary>A desk with everything in memory.</summary>
internal sealed class Desk
{
    public static readonly Actor Proposer = new("proposer-1");
    public static readonly Actor Approver = new("approver-1");

    public Desk(Func<IDeclarationStore, IDeclarationStore>? around = null)
    {
        Store = new(Clock);
        Publisher = new(Bus, Store, Clock, NullLogger<OutboxPublisher>.Instance);
        It = new(around?.Invoke(Store) ?? Store, Publisher, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(Some.Now);

    public InMemoryBus Bus { get; } = new();

    public InMemoryDeclarationStore Store { get; }

    public OutboxPublisher Publisher { get; }

    public DeclarationDesk It { get; }

    public async Task<Declaration> ProposedAsync(Proposal? proposal = null) =>
        (await It.ProposeAsync(proposal ?? Some.Proposal(), Proposer, null, TestContext.Current.CancellationToken)).Value!;

    public async Task<Declaration> ApprovedAsync(Proposal? proposal = null) =>
        (await It.ApproveAsync((await ProposedAsync(proposal)).Id, Approver, TestContext.Current.CancellationToken)).Value!;
}
