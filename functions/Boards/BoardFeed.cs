namespace Alerting.Functions;

/// <summary>What a board needs to be up to date.</summary>
/// <param name="Sequence">Number of the latest declaration; 0 when there is none.</param>
/// <param name="Levels">The level of the country, and of every scope that has one of its own now.</param>
/// <param name="Missed">What was declared after the number that was asked for, in order; the newest <see cref="ShowBoardFeed.MostMissed"/> at most.</param>
internal sealed record BoardFeed(long Sequence, IReadOnlyList<EffectiveLevelDocument> Levels, IReadOnlyList<BoardNotice> Missed);
