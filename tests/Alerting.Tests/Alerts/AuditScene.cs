using Alerting.Alerts;
using Alerting.Delivery;
using Alerting.Directory;
using Alerting.Testing;
using Alerting.Tests.Delivery;

namespace Alerting.Tests.Alerts;

/// <summary>What the audit is let loose on.</summary>
internal static class AuditScene
{
    /// <summary>A planned alert of one batch that nobody has taken up, a moment after the grace of the audit.</summary>
    public static async Task<DeliveryScene> PlannedAsync()
    {
        var scene = await DeliveryScene.PlannedAsync();
        await scene.Store.FinishPlanAsync(new(scene.Declaration.Id, scene.Clock.GetUtcNow(), 1, 10, 0, "1"), DeliveryScene.Token);
        scene.Clock.Advance(scene.Options.AuditGrace + TimeSpan.FromSeconds(1));
        return scene;
    }

    /// <summary>An auditor in a process that has just started.</summary>
    public static AlertAuditor Auditor(DeliveryScene scene, IDirectory? directory = null)
    {
        var planner = new AlertPlanner(directory ?? new InMemoryDirectory(), scene.Declarations, scene.Store, scene.Bus, scene.Clock);
        var pace = new BatchPace(scene.Options, scene.Clock);
        return new(scene.Declarations, scene.Crashing, planner, new(scene.Crashing, scene.Bus, pace, new() { Attempts = 0 }), scene.Bus, pace);
    }

    /// <summary>One audit, in a process that has just started.</summary>
    public static ValueTask<List<AuditFinding>> AuditAsync(DeliveryScene scene, IDirectory? directory = null) =>
        AuditAsync(Auditor(scene, directory));

    /// <summary>One audit.</summary>
    public static ValueTask<List<AuditFinding>> AuditAsync(AlertAuditor auditor) =>
        auditor.AuditAsync(DeliveryScene.Token).ToListAsync(DeliveryScene.Token);
}
