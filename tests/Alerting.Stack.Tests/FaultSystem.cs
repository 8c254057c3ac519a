using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Stack.Tests;

/// <summary>A system with a directory of telephones, which one fault after the other befalls.</summary>
public sealed class FaultSystem : IAsyncLifetime
{
    public const int Recipients = 2000;
    private RunningSystem? system;

    public RunningSystem System => system ?? throw new InvalidOperationException("The system has not been started.");

    public async ValueTask InitializeAsync()
    {
        system = await RunningSystem.StartAsync(FaultSettings.Quick, TestContext.Current.CancellationToken, "--no-seed");
        await new StaffDesk(system).ImportAsync(Recipients, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (system is not null)
            await system.DisposeAsync();
    }
}
