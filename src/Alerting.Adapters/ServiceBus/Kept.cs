namespace Alerting.Adapters.ServiceBus;

/// <summary>Something that is costly to open, opened once for all who ask at the same moment, and again when it has gone bad.</summary>
/// <param name="open">Opens it; is handed the one before, if there was one.</param>
/// <param name="isGood">False when it must be opened again.</param>
internal sealed class Kept<T>(Func<T?, Task<T>> open, Func<T, bool> isGood)
    where T : class
{
    private readonly Lock gate = new();
    private Task<T>? current;

    public Task<T> GetAsync()
    {
        lock (gate)
        {
            var last = Last();
            if (current is null || current.IsFaulted || current.IsCanceled || (last is not null && !isGood(last)))
                current = Task.Run(() => open(last));
            return current;
        }
    }

    /// <summary>Gives up the value that is open now, and returns it; the next caller opens another.</summary>
    public T? Release()
    {
        lock (gate)
        {
            var last = Last();
            current = null;
            return last;
        }
    }

    private T? Last() => current is { IsCompletedSuccessfully: true } ? current.Result : null;
}
