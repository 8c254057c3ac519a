namespace Alerting.Functions;

/// <summary>Refusals about bodies that only the front door can know of.</summary>
internal static class BodyProblems
{
    public static Problem Unknown(string id) => Problem.NotFound("body-unknown", "id", $"There is no body '{id}' in the directory.");

    public static Problem OtherId(string path, string id) =>
        Problem.Invalid("id-mismatch", "id", $"The address names the body '{path}', its field id '{id}'. Leave id out or make them equal.");
}
