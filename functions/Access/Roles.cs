namespace Alerting.Functions;

/// <summary>What a person or system may be; values of the claim <c>roles</c>, assigned in the sign-in service.</summary>
internal static class Roles
{
    public const string Proposer = "Proposer";
    public const string Approver = "Approver";
    public const string DirectoryAdmin = "DirectoryAdmin";
    public const string Auditor = "Auditor";

    /// <summary>Everybody who works with the system.</summary>
    public static readonly string[] All = [Proposer, Approver, DirectoryAdmin, Auditor];
}
