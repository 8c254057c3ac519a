namespace Alerting.Local.SignIn;

/// <summary>The four people, one for each role.</summary>
internal static class People
{
    public static readonly IReadOnlyList<Person> All =
    [
        new("proposer", "Petra Proposer", "Proposer", new("00000000-0000-4000-8000-000000000001")),
        new("approver", "Anton Approver", "Approver", new("00000000-0000-4000-8000-000000000002")),
        new("directory-admin", "Dina Directory", "DirectoryAdmin", new("00000000-0000-4000-8000-000000000003")),
        new("auditor", "Aukje Auditor", "Auditor", new("00000000-0000-4000-8000-000000000004")),
    ];

    public static Person? Find(string? id) => All.FirstOrDefault(person => person.Id == id);
}
