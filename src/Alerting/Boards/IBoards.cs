namespace Alerting.Boards;

/// <summary>The live boards, wherever they hang.</summary>
public interface IBoards
{
    /// <summary>Tells every connected board.</summary>
    /// <param name="target">Name of the message, as boards listen for it.</param>
    /// <param name="json">The one argument, as JSON text.</param>
    /// <param name="cancellationToken">Stops the send.</param>
    /// <exception cref="HttpRequestException">The service could not be reached or refused: try again.</exception>
    Task SendAsync(string target, string json, CancellationToken cancellationToken);

    /// <summary>Tells those in a group, if there are any.</summary>
    /// <param name="group">Name of the group: letters, digits, dots and dashes.</param>
    /// <param name="target">Name of the message.</param>
    /// <param name="json">The one argument, as JSON text.</param>
    /// <param name="cancellationToken">Stops the send.</param>
    /// <exception cref="HttpRequestException">The service could not be reached or refused: try again.</exception>
    Task SendToGroupAsync(string group, string target, string json, CancellationToken cancellationToken);

    /// <summary>A connection for one user.</summary>
    /// <exception cref="HttpRequestException">The service had to be asked for it, and did not answer or refused.</exception>
    Task<BoardConnection> ConnectAsync(string userId, CancellationToken cancellationToken);
}
