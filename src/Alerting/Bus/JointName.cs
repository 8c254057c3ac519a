using System.Security.Cryptography;
using System.Text;

namespace Alerting.Bus;

/// <summary>One name for things that go together: the same things, gathered again in whatever order, have the same.</summary>
public static class JointName
{
    /// <summary>32 letters and digits.</summary>
    public static string Of(IEnumerable<string> names) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names.Order(StringComparer.Ordinal)))))[..32];
}
