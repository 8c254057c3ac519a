using Alerting.Directory;

namespace Alerting.Adapters.Tables;

/// <summary>Keeps one copy of the words that thousands of contacts have alike, such as <c>Burgemeester</c>. A directory of a country stays in memory for as long as the program runs.</summary>
internal sealed class SharedWords
{
    private readonly HashSet<string> words = [];

    public Body In(Body body) => body with
    {
        Place = One(body.Place),
        Sectors = [.. body.Sectors.Select(One)],
        Contacts = [.. body.Contacts.Select(contact => contact with { Id = One(contact.Id), Function = One(contact.Function) })],
    };

    private string One(string word)
    {
        if (words.TryGetValue(word, out var first))
            return first;
        words.Add(word);
        return word;
    }
}
