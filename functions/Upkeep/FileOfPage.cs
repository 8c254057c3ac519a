namespace Alerting.Functions;

/// <summary>Marks an endpoint that serves a file of a page: it comes with the page, is the same for everybody, and has no function of its own.</summary>
internal sealed record FileOfPage;
