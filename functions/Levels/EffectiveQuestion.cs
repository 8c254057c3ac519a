using Alerting.Directory;
using Alerting.Levels;
using Alerting.Scopes;

namespace Alerting.Functions;

/// <summary>Of what, and of when, somebody asks the level.</summary>
/// <param name="Standpoint">Of what.</param>
/// <param name="At">Of when.</param>
internal sealed record EffectiveQuestion(Standpoint Standpoint, DateTimeOffset At)
{
    private static readonly string[] Kinds = ["place", "sector", "body"];

    /// <summary>Reads the question; exactly one of place, sector and body is asked for.</summary>
    public static async Task<Result<EffectiveQuestion>> ReadAsync(QueryInput asked, IDirectory directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var given = Kinds.Where(kind => asked[kind] is not null).ToList();
        if (given.Count != 1)
            return given.Count == 0 ? NothingAsked : Several(given[1]);
        var at = now;
        if (asked["at"] is { } text && !Rfc3339.TryParse(InUrl(text), out at))
            return NotATime;
        return await StandpointAsync(given[0], asked[given[0]]!, directory, cancellationToken) is { } standpoint
            ? new EffectiveQuestion(standpoint, at)
            : Unknown(given[0]);
    }

    private static async Task<Standpoint?> StandpointAsync(string kind, string code, IDirectory directory, CancellationToken cancellationToken) => kind switch
    {
        "place" => Places.Find(code) is { } place ? new(place, []) : null,
        "sector" => Sectors.Find(code) is { } sector ? Standpoint.Of(new Scope(ScopeType.Sector, sector.Code)) : null,
        _ => await directory.FindAsync(code, cancellationToken) is { } body ? Standpoint.Of(body) : null,
    };

    // A plus sign that nobody escaped arrives as a space.
    private static string InUrl(string time) => time.Replace(' ', '+');

    private static Problem NothingAsked { get; } =
        Problem.Invalid("standpoint-missing", "place", "Say of what: place (a code such as GM0344, VR09, PV26 or NL), sector or body.");

    private static Problem NotATime { get; } =
        Problem.Invalid("time-malformed", "at", $"Give a time with its offset, such as {Rfc3339.Example}.");

    private static Problem Several(string second) =>
        Problem.Invalid("standpoint-several", second, "Give one of place, sector and body only.");

    private static Problem Unknown(string kind) => kind switch
    {
        "body" => Problem.NotFound("body-unknown", "body", "There is no such body in the directory."),
        _ => Problem.NotFound($"{kind}-unknown", kind, $"There is no such {kind}. GET /api/places lists places and sectors."),
    };
}
