namespace Alerting.Local.SignIn;

/// <summary>The four people, one for each role.</summary>
internal static class People
{
    public static readonly IReadOnlyList<Person> All =
    [
        new("proposer", "Proposer (local)", "Proposer", new("00000000-0000-4000-8000-000000000001")),
        new("approver", "Approver (local)", "Approver", new("00000000-0000-4000-8000-000000000002")),
        new("directory-admin", "Directory admin (local)", "DirectoryAdmin", new("00000000-0000-4000-8000-000000000003")),
        new("auditor", "Auditor (local)", "Auditor", new("00000000-0000-4000-8000-000000000004")),
    ];

    public static Person? Find(string? id) => All.FirstOrDefault(person => person.Id == id);
}
