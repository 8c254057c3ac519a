using Alerting.Delivery.Providers;

namespace Alerting.Testing;

/// <summary>Shifts of weight in a list.</summary>
public sealed class InMemoryShifts : IShiftStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, ProviderShift> shifts = [];

    public Task<bool> TryAddAsync(ProviderShift shift, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult(shifts.TryAdd(shift.Number, shift));
    }

    public Task<IReadOnlyList<ProviderShift>> ReadLatestAsync(int limit, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<ProviderShift>>([.. shifts.Values.Reverse().Take(limit)]);
    }
}
