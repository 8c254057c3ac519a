using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>Answers about one declaration.</summary>
internal static class DeclarationAnswer
{
    /// <summary>The declaration after a decision, or why there was none.</summary>
    public static IResult Of(Result<Declaration> decided) => decided.Value is { } declaration
        ? TypedResults.Ok(DeclarationDocument.Of(declaration))
        : ProblemAnswer.Of(decided.Problems);

    /// <summary>There is no declaration of that name.</summary>
    public static IResult Unknown(string id) =>
        ProblemAnswer.Of(Problem.NotFound("declaration-unknown", "id", $"There is no declaration '{id}'. Ids look like 20190318-7K3Q9F."));
}
