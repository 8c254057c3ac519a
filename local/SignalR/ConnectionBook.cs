namespace Alerting.Local.SignalR;

/// <summary>
/// Who is connected to which hub, and who is in which group. A user's place in a group outlives his
/// connections; a connection's own place ends with it.
/// </summary>
internal sealed class ConnectionBook(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Client> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Hub, string Group, string User), DateTimeOffset> userGroups = [];

    public TimeProvider Time => time;

    public void Add(Client client)
    {
        lock (gate)
            clients[client.Id] = client;
    }

    public void Remove(string connectionId)
    {
        lock (gate)
            clients.Remove(connectionId);
    }

    public Client? Find(string hub, string connectionId)
    {
        lock (gate)
            return clients.TryGetValue(connectionId, out var client) && client.Hub == hub ? client : null;
    }

    public IReadOnlyList<Client> Everyone(string hub) => Where(c => c.Hub == hub);

    public IReadOnlyList<Client> OfUser(string hub, string user) => Where(c => c.Hub == hub && c.UserId == user);

    public IReadOnlyList<Client> InGroup(string hub, string group) =>
        Where(c => c.Hub == hub && (c.Groups.Contains(group) || (c.UserId is { } user && IsMember(hub, group, user))));

    /// <summary>False when there is no such connection.</summary>
    public bool Join(string hub, string group, string connectionId)
    {
        lock (gate)
            return clients.TryGetValue(connectionId, out var client) && client.Hub == hub && (client.Groups.Add(group) || true);
    }

    /// <summary>False when the connection was not in the group.</summary>
    public bool Leave(string hub, string group, string connectionId)
    {
        lock (gate)
            return clients.TryGetValue(connectionId, out var client) && client.Hub == hub && client.Groups.Remove(group);
    }

    public void LeaveAll(string hub, string connectionId)
    {
        lock (gate)
        {
            if (clients.TryGetValue(connectionId, out var client) && client.Hub == hub)
                client.Groups.Clear();
        }
    }

    /// <summary>A user joins for ever, or for so long.</summary>
    public void JoinUser(string hub, string group, string user, TimeSpan? ttl)
    {
        lock (gate)
            userGroups[(hub, group, user)] = ttl is { } time ? Time.GetUtcNow() + time : DateTimeOffset.MaxValue;
    }

    public bool IsUserInGroup(string hub, string group, string user)
    {
        lock (gate)
            return IsMember(hub, group, user);
    }

    /// <summary>Takes a user out of a group, or out of all, and his connections with him.</summary>
    public void LeaveUser(string hub, string? group, string user)
    {
        lock (gate)
        {
            foreach (var key in userGroups.Keys.Where(k => k.Hub == hub && k.User == user && (group is null || k.Group == group)).ToList())
                userGroups.Remove(key);
            foreach (var client in clients.Values.Where(c => c.Hub == hub && c.UserId == user))
                client.Groups.RemoveWhere(g => group is null || g == group);
        }
    }

    private bool IsMember(string hub, string group, string user) =>
        userGroups.TryGetValue((hub, group, user), out var until) && until > Time.GetUtcNow();

    private List<Client> Where(Func<Client, bool> wanted)
    {
        lock (gate)
            return clients.Values.Where(wanted).ToList();
    }
}
