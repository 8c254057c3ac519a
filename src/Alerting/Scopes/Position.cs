namespace Alerting.Scopes;

/// <summary>How a body stands to the scope of a declaration; it decides which text its contacts get.</summary>
public enum Position
{
    /// <summary>The scope covers the body.</summary>
    Inside,

    /// <summary>The body borders on the scope: see <c>Places</c> for the rule.</summary>
    Neighbour,

    /// <summary>Neither.</summary>
    Elsewhere,
}
