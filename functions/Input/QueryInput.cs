namespace Alerting.Functions;

/// <summary>The query of a request: each known name at most once, and nothing else.</summary>
/// <param name="values">By name.</param>
internal sealed class QueryInput(IQueryCollection values)
{
    /// <summary>The value, or null when it is not given or empty.</summary>
    public string? this[string name] => values.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value) ? value.ToString() : null;

    /// <summary>Reads the query against the names declared beside the route.</summary>
    /// <returns>The values, or a problem for each name that is unknown or given twice.</returns>
    public static Result<QueryInput> Read(HttpRequest request)
    {
        var known = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<QueryNames>()?.Known ?? [];
        var problems = new List<Problem>();
        foreach (var (name, value) in request.Query)
        {
            if (!known.Contains(name))
                problems.Add(InputProblems.UnknownParameter(name, known));
            else if (value.Count > 1)
                problems.Add(InputProblems.Repeated(name));
        }
        return problems.Count == 0 ? new QueryInput(request.Query) : problems;
    }
}
