using System.Net.Sockets;
using Azure.Identity;

namespace Alerting.Adapters.Identity;

/// <summary>Why the app's own identity gets no token.</summary>
internal static class IdentityFault
{
    private const string Advice = "The app's own identity gets no token: check AZURE_CLIENT_ID, that the identity exists and is assigned to the app, or renew its secret.";

    /// <summary>Null when the failure has nothing to do with the identity, or when whoever makes the tokens cannot be reached.</summary>
    public static CredentialFault? Of(Exception failure)
    {
        var causes = Causes(failure).ToList();
        return causes.OfType<AuthenticationFailedException>().FirstOrDefault() is { } refusal && !causes.Any(cause => cause is SocketException or TimeoutException or OperationCanceledException)
            ? CredentialFault.Of(refusal.Message, Advice)
            : null;
    }

    private static IEnumerable<Exception> Causes(Exception failure) => failure is AggregateException several
        ? several.InnerExceptions.SelectMany(Causes)
        : failure.InnerException is { } inner ? Causes(inner).Prepend(failure) : [failure];
}
