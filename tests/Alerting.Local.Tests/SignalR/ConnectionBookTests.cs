using Alerting.Local.SignalR;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Local.Tests.SignalR;

public sealed class ConnectionBookTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void AUserLeavesAGroupWhenHisTimeIsUp()
    {
        var book = new ConnectionBook(time);
        book.JoinUser("boards", "PV26", "anna", TimeSpan.FromSeconds(10));
        book.JoinUser("boards", "GM0344", "anna", null);
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.True(book.IsUserInGroup("boards", "PV26", "anna"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(book.IsUserInGroup("boards", "PV26", "anna"));
        Assert.True(book.IsUserInGroup("boards", "GM0344", "anna"));
    }

    [Fact]
    public void GroupsOfOneHubAreNotThoseOfAnother()
    {
        var book = new ConnectionBook(time);
        book.JoinUser("boards", "PV26", "anna", null);
        Assert.False(book.IsUserInGroup("others", "PV26", "anna"));
    }

    [Fact]
    public void AUserLeavesAllGroupsAtOnce()
    {
        var book = new ConnectionBook(time);
        book.JoinUser("boards", "PV26", "anna", null);
        book.JoinUser("boards", "PV26", "ben", null);
        book.LeaveUser("boards", null, "anna");
        Assert.False(book.IsUserInGroup("boards", "PV26", "anna"));
        Assert.True(book.IsUserInGroup("boards", "PV26", "ben"));
    }
}
