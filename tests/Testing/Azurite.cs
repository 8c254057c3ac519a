namespace Alerting.Testing;

/// <summary>The table service of Azurite, in memory, on a port of its own. A test takes a table prefix of its own.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly NodeProgram program;

    private Azurite(NodeProgram program, int port) =>
        (this.program, ConnectionString) = (program, $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");

    /// <summary>Where it is; the account and key are those every Azurite has.</summary>
    public string ConnectionString { get; }

    /// <summary>A table prefix that no other test has.</summary>
    public static string NewPrefix() => $"T{Guid.NewGuid():N}"[..20];

    public static async Task<Azurite> StartAsync()
    {
        var port = NodeProgram.FreePort();
        var program = await NodeProgram.StartAsync(
            "successfully started",
            Repository.PathTo("local", "node_modules", "azurite", "dist", "src", "table", "main.js"),
            "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry");
        return new(program, port);
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
