namespace Alerting.Functions.Tests;

/// <summary>One app for all tests of a class that change nothing in it.</summary>
public sealed class SharedApp : IAsyncDisposable
{
    public AlertingApp App { get; } = new();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
