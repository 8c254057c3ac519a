using System.Diagnostics;

namespace Alerting.Testing;

/// <summary>Waiting for what another process does.</summary>
public static class Waiting
{
    /// <summary>Asks again and again until the answer is right.</summary>
    /// <exception cref="TimeoutException">It never was; the message shows the last answer.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isRight, TimeSpan patience, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var answer = await ask();
            if (isRight(answer))
                return answer;
            if (clock.Elapsed > patience)
                throw new TimeoutException($"Not within {patience.TotalSeconds} s. Last answer: {answer}");
            await pause.WaitForNextTickAsync(cancellationToken);
        }
    }
}
