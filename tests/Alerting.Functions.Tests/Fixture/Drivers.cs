using System.Net;

namespace Alerting.Functions.Tests;

/// <summary>Whole ways through the front door.</summary>
internal static class Drivers
{
    /// <summary>One person proposes, another approves.</summary>
    /// <returns>The id.</returns>
    public static async Task<string> DeclareAsync(this AlertingApp app, string proposal = Declarations.Proposals.Utrecht)
    {
        var proposed = await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", proposal)).JsonAsync(HttpStatusCode.Created);
        var id = proposed.GetProperty("id").GetString()!;
        await (await app.CreateClient(Roles.Approver).PostAsync($"/api/declarations/{id}/approve", null, TestContext.Current.CancellationToken)).JsonAsync();
        return id;
    }
}
