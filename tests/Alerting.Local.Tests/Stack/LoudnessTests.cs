using Alerting.Local.Stack;

namespace Alerting.Local.Tests.Stack;

public sealed class LoudnessTests
{
    [Fact]
    public void WarningsErrorsAndWhatBelongsToThemAreShown()
    {
        (string Line, bool FromErrors)[] lines =
        [
            ("info: Some[0] all is well", false),
            ("      more of that", false),
            ("fail: Some[0] it broke", false),
            ("      System.InvalidOperationException: it broke", false),
            ("         at Some.Method(String text)", false),
            ("fail: Some[0] handler:    at Some.Method()", false),
            ("", false),
            ("127.0.0.1 - GET /", false),
            ("warn: Some[0] it may break", false),
            ("whatever is on standard error", true),
        ];
        var loudness = new Loudness();

        var shown = lines.Where(line => loudness.Shows(line.Line, line.FromErrors)).Select(line => line.Line);

        Assert.Equal(
            ["fail: Some[0] it broke", "      System.InvalidOperationException: it broke", "warn: Some[0] it may break", "whatever is on standard error"],
            shown);
    }
}
