namespace Alerting.Adapters.SignalR;

/// <summary>Reads the service's answers.</summary>
internal static class SignalRAnswers
{
    /// <exception cref="HttpRequestException">It said no; the message has the reason that it gives beside a 401.</exception>
    public static void EnsureTaken(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"The boards' service answered {(int)answer.StatusCode}. {answer.Headers.WwwAuthenticate}", null, answer.StatusCode);
    }
}
