using System.Globalization;

namespace Alerting.Functions;

/// <summary>Which part of a long list is asked for.</summary>
/// <param name="After">Where an earlier answer ended, as its <c>next</c> says; null for the beginning.</param>
/// <param name="Limit">At most so many, 1 to <see cref="Most"/>.</param>
internal sealed record ListPage(string? After, int Limit)
{
    /// <summary>Query parameter of <see cref="After"/>.</summary>
    public const string AfterName = "after";

    /// <summary>Query parameter of <see cref="Limit"/>.</summary>
    public const string LimitName = "limit";

    /// <summary>How to go on, for the API description.</summary>
    public const string HowToGoOn = "next is null when this is all; else the list goes on with after=<next>. limit is from 1 to 200.";

    /// <summary>More are not given in one answer.</summary>
    public const int Most = 200;

    /// <summary>Reads the two parameters.</summary>
    /// <param name="asked">The query.</param>
    /// <param name="usual">The limit when none is given.</param>
    /// <param name="isPlace">Whether a text has the form of what this list says as <c>next</c>.</param>
    public static Result<ListPage> Read(QueryInput asked, int usual, Func<string, bool> isPlace)
    {
        var limit = usual;
        var problems = new List<Problem>();
        if (asked[LimitName] is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Most))
            problems.Add(Problem.Invalid("limit-range", LimitName, FormattableString.Invariant($"Give a whole number from 1 to {Most}.")));
        if (asked[AfterName] is { } place && !isPlace(place))
            problems.Add(Problem.Invalid("after-unknown", AfterName, "Give what an earlier answer said as next."));
        return problems.Count == 0 ? new ListPage(asked[AfterName], limit) : problems;
    }

    /// <summary>How many to look for: one more than are shown tells that there are more.</summary>
    public int Wanted => Limit + 1;

    /// <summary>What to say as <c>next</c>.</summary>
    /// <param name="found">Up to <see cref="Wanted"/> items from <see cref="After"/> on.</param>
    /// <param name="place">The place of an item in the list.</param>
    public string? Next<T>(IReadOnlyList<T> found, Func<T, string> place) => found.Count > Limit ? place(found[Limit - 1]) : null;
}
