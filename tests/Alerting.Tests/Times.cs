using System.Globalization;

namespace Alerting.Tests;

internal static class Times
{
    public static DateTimeOffset Of(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
