using Alerting.Declarations;
using Alerting.Testing;

namespace Alerting.Tests.Declarations;

public sealed class DeclarationCodeTests
{
    [Fact]
    public void ACodeHasFourCharactersThatCannotBeMistakenAndSpellNothing()
    {
        Assert.Equal(27, DeclarationCode.Alphabet.Distinct().Count());
        Assert.DoesNotContain(DeclarationCode.Alphabet, "0O1ILAEUY".Contains);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Matches($"^[{DeclarationCode.Alphabet}]{{4}}$", DeclarationCode.Draw()));
    }

    [Fact]
    public void ACodeInUseIsNotGivenAgain()
    {
        var draws = new Queue<string>(["7K3Q", "7K3Q", "B2B2"]);

        Assert.Equal("B2B2", DeclarationCode.Free([Some.Approved()], Some.Now.AddDays(399), draws.Dequeue));
    }

    [Fact]
    public void ACodeIsFreeAgainAfter400Days() =>
        Assert.Equal("7K3Q", DeclarationCode.Free([Some.Approved()], Some.Now.AddDays(400), () => "7K3Q"));
}
