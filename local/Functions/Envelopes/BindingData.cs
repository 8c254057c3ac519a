using System.Collections;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>What becomes <c>Metadata</c>: in order, names in any letter case, where the first spelling stays.</summary>
internal sealed class BindingData : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> entries = new(StringComparer.OrdinalIgnoreCase);

    public object? this[string name]
    {
        set => entries[name] = value;
    }

    public void Add(string name, object? value) => entries.Add(name, value);

    public void AddIfAbsent(string name, object? value) => entries.TryAdd(name, value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
