namespace Alerting.Local.SignIn;

/// <summary>Somebody who can sign in here.</summary>
internal sealed record Person(string Id, string Name, string Role, Guid ObjectId)
{
    public string UserName => $"{Id}@alerting.example";
}
