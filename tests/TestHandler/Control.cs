namespace Alerting.TestHandler;

/// <summary>The test that started this process: tells it when to go on, and hears what happens to it.</summary>
internal sealed class Control(string? address) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Waits for the test's word about this moment; "go" if nobody is there to say it.</summary>
    public async Task<string> AskAsync(string moment) =>
        address is null ? "go" : await http.GetStringAsync($"{address}/{moment}");

    public void Dispose() => http.Dispose();
}
