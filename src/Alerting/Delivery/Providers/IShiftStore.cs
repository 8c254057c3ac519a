namespace Alerting.Delivery.Providers;

/// <summary>The record of all shifts of weight, shared by every instance of the app.</summary>
public interface IShiftStore
{
    /// <summary>Adds a shift.</summary>
    /// <returns>False when another process has made the shift with that number.</returns>
    Task<bool> TryAddAsync(ProviderShift shift, CancellationToken cancellationToken);

    /// <summary>The latest shifts, newest first.</summary>
    /// <param name="limit">At most so many, 1 to 1000.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<ProviderShift>> ReadLatestAsync(int limit, CancellationToken cancellationToken);
}
