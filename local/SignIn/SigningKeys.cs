using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Local.SignIn;

/// <summary>
/// RSA keys, the newest first. The newest signs; older ones stay published, because tokens that they signed still live.
/// Kept in a folder, so that tokens outlive a restart.
/// </summary>
internal sealed class SigningKeys
{
    private const int Published = 3;
    private readonly string? folder;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly Lazy<RSA> stranger = new(() => RSA.Create(2048));
    private RsaSecurityKey[] keys = [];

    public SigningKeys(string? folder, TimeProvider clock)
    {
        this.folder = folder;
        this.clock = clock;
        if (folder is not null && Directory.Exists(folder))
            keys = [.. Directory.GetFiles(folder, "*.pem").OrderDescending(StringComparer.Ordinal).Take(Published).Select(Read)];
        if (keys.Length == 0)
            Rotate();
    }

    public SigningCredentials Current => new(keys[0], SecurityAlgorithms.RsaSha256);

    public IReadOnlyList<object> PublicKeys() => [.. keys.Select(Describe)];

    public RsaSecurityKey? Find(string keyId) => keys.FirstOrDefault(key => key.KeyId == keyId);

    /// <summary>Signs with a new key from now on, and says its id.</summary>
    public string Rotate()
    {
        lock (gate)
        {
            var id = NextId();
            var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = id };
            Keep(key);
            keys = [key, .. keys.Take(Published - 1)];
            return id;
        }
    }

    /// <summary>Signed by nobody we know: for tests of those who check signatures.</summary>
    public SigningCredentials Forged() =>
        new(new RsaSecurityKey(stranger.Value) { KeyId = keys[0].KeyId }, SecurityAlgorithms.RsaSha256);

    // Ids sort by age; two rotations can fall into one millisecond.
    private string NextId()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return keys.Length > 0 && long.Parse(keys[0].KeyId) is var last && last >= now ? $"{last + 1}" : $"{now}";
    }

    private void Keep(RsaSecurityKey key)
    {
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, key.KeyId + ".pem");
        File.WriteAllText(file, key.Rsa.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static RsaSecurityKey Read(string file)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(file));
        return new RsaSecurityKey(rsa) { KeyId = Path.GetFileNameWithoutExtension(file) };
    }

    private static object Describe(RsaSecurityKey key)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(numbers.Modulus),
            e = Base64UrlEncoder.Encode(numbers.Exponent),
        };
    }
}
