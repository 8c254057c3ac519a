namespace Alerting.Local.Stack;

/// <summary>
/// Ports that nobody listens on at this moment, all different. They lie below those that systems hand out by themselves,
/// so that nobody is given one before its taker comes to listen on it.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Each process begins somewhere else, and gives no port twice before it has given all.
    private static int next = Random.Shared.Next(Count);

    public static int[] Take(int count) => [.. Candidates().Where(port => !PortCheck.IsTaken(port)).Take(count)];

    private static IEnumerable<int> Candidates()
    {
        for (var tried = 0; tried < Count; tried++)
            yield return First + (int)((uint)Interlocked.Increment(ref next) % Count);
    }
}
