using Alerting.Local;

using var lifeline = Lifeline.Hold();

// With a verb one part runs alone; without one everything does.
return args is [var verb, .. var rest] && !verb.StartsWith('-')
    ? await Verbs.RunAsync(verb, rest, lifeline.Ended)
    : 1;
