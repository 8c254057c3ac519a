using Alerting.Local.Twilio;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Alerting.Local.Tests.Twilio;

public sealed class MessageFilterTests
{
    [Theory]
    [InlineData("DateSent=2019-03-18", true)]
    [InlineData("DateSent=2019-03-17", false)]
    [InlineData("DateSent=2019-03-18T12:00:00Z", true)]
    [InlineData("DateSent>=2019-03-18T12:00:00Z", true)]
    [InlineData("DateSent>=2019-03-18T12:00:01Z", false)]
    [InlineData("DateSent>=2019-03-18T12:00:00.900Z", true)]
    [InlineData("DateSent>=2019-03-18T13:00:00%2B01:00", true)]
    [InlineData("DateSent<=2019-03-18T12:00:00Z", true)]
    [InlineData("DateSent<=2019-03-18T11:59:59Z", false)]
    [InlineData("DateSent<=2019-03-18", true)]
    [InlineData("DateSent<=2019-03-17", false)]
    [InlineData("DateSent>=2019-03-18", true)]
    [InlineData("DateSent>=2019-03-19", false)]
    [InlineData("DateSent>=2019-03-18 11:59:59.000", true)]
    [InlineData("DateSent>=Mon, 18 Mar 2019 12:00:00 %2B0000", true)]
    [InlineData("DateSent>=2019-03-18&DateSent<=2019-03-18", true)]
    [InlineData("DateSent>=2019-03-18&DateSent<=2019-03-17", false)]
    [InlineData("To=%2B3197010000001", true)]
    [InlineData("To=+3197010000001", true)]
    [InlineData("To=%2B3197010000002", false)]
    [InlineData("From=%2B3197010000000", true)]
    [InlineData("From=NCTV", false)]
    [InlineData("", true)]
    public void AMessageOfNoonIsInTheList(string query, bool found)
    {
        var store = new MessageStore();
        // Sent 150 ms later, which is the same second.
        store.Add(Samples.Message());
        var filter = MessageFilter.Parse(Query(query), out _)!;
        Assert.Equal(found ? 1 : 0, filter.Apply(store, Samples.Noon.AddHours(1)).Count());
    }

    [Theory]
    [InlineData("DateSent=soon")]
    [InlineData("DateSent>=2019-13-01")]
    [InlineData("DateSent<=")]
    public void AWrongDateIsRefused(string query)
    {
        Assert.Null(MessageFilter.Parse(Query(query), out var error));
        Assert.Equal(400, error!.Status);
    }

    [Fact]
    public void ADeletedMessageIsInNoList()
    {
        var store = new MessageStore();
        var (kept, gone) = (Samples.Message(), Samples.Message());
        store.Add(kept);
        store.Add(gone);
        store.Delete(gone);
        Assert.Equal([kept], store.NewestFirst());
        Assert.Equal([kept], store.NewestFirst("+3197010000001"));
        Assert.Equal([kept], store.After(0));
        Assert.Null(store.Find(gone.Id));
    }

    [Fact]
    public void AReadersPlaceStaysGoodWhenTheStoreIsCleared()
    {
        var store = new MessageStore();
        for (var i = 0; i < 3; i++)
            store.Add(Samples.Message());
        store.Clear();
        var later = Samples.Message();
        store.Add(later);
        Assert.Equal(4, later.Number);
        Assert.Equal([later], store.After(2));
        Assert.Empty(store.After(4));
    }

    // The operators are part of the names: "DateSent>" "2019-03-18".
    private static QueryCollection Query(string query) => new(QueryHelpers.ParseQuery(query));
}
