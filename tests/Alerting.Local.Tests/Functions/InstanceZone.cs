namespace Alerting.Local.Tests.Functions;

/// <summary>Gives this process the time zone of a recorded instance; put back when disposed.</summary>
internal sealed class InstanceZone : IDisposable
{
    private readonly string? before = Environment.GetEnvironmentVariable("TZ");

    public InstanceZone(string zone) => Set(zone);

    public void Dispose() => Set(before);

    private static void Set(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}

/// <summary>The time zone belongs to the whole process, so these tests run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InstanceZoneTests
{
    public const string Name = "instance zone";
}
