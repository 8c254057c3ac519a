using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>The system: a declaration for the country, proposed by one and approved by another.</summary>
internal sealed class Ours(RunningSystem system, bool withEmail) : IContender
{
    private readonly StaffDesk desk = new(system);
    private string latest = "";

    public Task ImportAsync(int telephones, CancellationToken cancellationToken) => desk.ImportAsync(TelephoneDirectory.Files(telephones, withEmail), cancellationToken);

    public async Task<DateTimeOffset> StartAsync(CancellationToken cancellationToken)
    {
        latest = await desk.ProposeAsync(cancellationToken);
        await desk.PreviewAsync(latest, cancellationToken);
        var approvedAt = TimeProvider.System.GetUtcNow();
        await desk.ApproveAsync(latest, cancellationToken);
        return approvedAt;
    }

    public Task<int> DeliveredAsync(CancellationToken cancellationToken) => desk.DeliveredAsync(latest, cancellationToken);

    public async Task<IReadOnlyDictionary<string, int>> ProgramsAsync(CancellationToken cancellationToken) =>
        new Dictionary<string, int> { ["function app"] = await system.FunctionAppAsync(cancellationToken) };
}
