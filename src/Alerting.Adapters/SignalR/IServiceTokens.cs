namespace Alerting.Adapters.SignalR;

/// <summary>What lets us, and boards, in at the service.</summary>
internal interface IServiceTokens
{
    /// <summary>For a request of ours to an address without query.</summary>
    /// <exception cref="HttpRequestException">The app's own identity got none.</exception>
    ValueTask<string> ForUsAsync(string url, CancellationToken cancellationToken);

    /// <summary>For a board to connect with; good for an hour.</summary>
    /// <exception cref="HttpRequestException">The service makes such tokens itself, and did not.</exception>
    ValueTask<string> ForBoardAsync(string userId, CancellationToken cancellationToken);
}
