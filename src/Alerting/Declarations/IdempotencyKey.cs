using System.Security.Cryptography;
using System.Text;

namespace Alerting.Declarations;

/// <summary>Names a request, so that its repeat is known for one.</summary>
/// <param name="Key">Caller and key, hashed: 64 hex digits.</param>
/// <param name="RequestHash">SHA-256 of the request body, 64 hex digits.</param>
public sealed record IdempotencyKey(string Key, string RequestHash)
{
    /// <summary>The name of a request.</summary>
    /// <param name="caller">Id of the caller: two callers may use the same key.</param>
    /// <param name="key">The key as the caller sent it.</param>
    /// <param name="body">The body as the caller sent it, byte for byte.</param>
    public static IdempotencyKey Of(string caller, string key, ReadOnlySpan<byte> body) =>
        new(Hash(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{caller.Length}:{caller}{key}"))), Hash(body));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
