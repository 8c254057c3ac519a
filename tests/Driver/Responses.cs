namespace Alerting.Testing;

/// <summary>Reading answers without looking away.</summary>
public static class Responses
{
    /// <summary>Throws with what was asked and answered, unless the answer is a success.</summary>
    public static async Task DemandAsync(this HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
