namespace Alerting.Functions;

/// <summary>From a proposal to a decision.</summary>
internal static class DeclarationFunctions
{
    public static void MapDeclarations(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapProposeDeclaration();
        api.MapListDeclarations();
        api.MapShowDeclaration();
        api.MapPreviewDeclaration();
        api.MapApproveDeclaration();
        api.MapRejectDeclaration();
        api.MapWithdrawDeclaration();
        app.MapTakeInDeclaration();
    }
}
