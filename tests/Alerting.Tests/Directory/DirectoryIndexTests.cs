using Alerting.Directory;
using Alerting.Texts;
using Xunit;

namespace Alerting.Tests.Directory;

public sealed class DirectoryIndexTests
{
    private static Body Body(string id, string phone, string email) => new()
    {
        Id = id,
        Name = id,
        Place = "GM0344",
        Sectors = [],
        Tier = 1,
        Contacts = [new() { Id = "mayor", Function = "Burgemeester", Language = Language.Dutch, Order = 1, Phone = new(phone), Email = new(email) }],
    };

    private readonly DirectoryIndex _index = DirectoryIndex.Of(new("7",
    [
        Body("a", "+3197010000001", "a@x.example"),
        Body("b", "+3197010000002", "b@x.example"),
        Body("c", "+3197010000001", "c@x.example"),
    ]));

    [Fact]
    public void OneNumberMayStandForSeveralBodies() =>
        Assert.Equal(["a", "c"], _index.Find(new("+3197010000001")).Select(listing => listing.Body.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void EmailIsFoundInAnyCase()
    {
        var listing = Assert.Single(_index.Find(new("B@X.Example")));
        Assert.Equal(("b", "mayor"), (listing.Body.Id, listing.Contact.Id));
    }

    [Fact]
    public void AStrangerIsNobody() => Assert.Empty(_index.Find(new("+3197010000009")));

    [Fact]
    public void TheIndexSaysWhichDirectoryItIsOf() => Assert.Equal("7", _index.Version);
}
