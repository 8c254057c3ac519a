namespace Alerting.Testing;

/// <summary>The table service of Azurite, in memory, on a port of its own. A test takes a table prefix of its own.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly NodeProgram program;

    private Azurite(NodeProgram program, string scheme, int port)
    {
        this.program = program;
        Endpoint = new($"{scheme}://127.0.0.1:{port}/devstoreaccount1");
        ConnectionString = $"DefaultEndpointsProtocol={scheme};AccountName=devstoreaccount1;AccountKey={Key};TableEndpoint={Endpoint};";
    }

    /// <summary>Address of its tables.</summary>
    public Uri Endpoint { get; }

    /// <summary>Where it is; the account and key are those every Azurite has.</summary>
    public string ConnectionString { get; }

    /// <summary>A table prefix that no other test has.</summary>
    public static string NewPrefix() => $"T{Guid.NewGuid():N}"[..20];

    public static Task<Azurite> StartAsync() => StartAsync("http");

    /// <summary>By https, and for tokens of identities; it checks their issuer, audience and lifetime, but no signature.</summary>
    public static Task<Azurite> StartAsync(LocalCertificate certificate) =>
        StartAsync("https", "--oauth", "basic", "--cert", certificate.File, "--key", certificate.KeyFile);

    private static async Task<Azurite> StartAsync(string scheme, params string[] more)
    {
        var port = NodeProgram.FreePort();
        var program = await NodeProgram.StartAsync(
            "successfully started",
            Repository.PathTo("local", "node_modules", "azurite", "dist", "src", "table", "main.js"),
            ["--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry", .. more]);
        return new(program, scheme, port);
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
