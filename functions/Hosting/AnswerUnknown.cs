namespace Alerting.Functions;

/// <summary>
/// The function that the host gives what no other function takes, so that an unknown address or method is answered with problem
/// details and not with the host's empty page. Its file is all there is to it: routing finds nothing and <see cref="UnmappedRequests"/> answers.
/// </summary>
internal static class AnswerUnknown
{
    /// <summary>Its route, which no endpoint has.</summary>
    public const string Route = "{*path}";
}
