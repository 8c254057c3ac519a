namespace Alerting.Local.Tests.Functions;

public sealed class LeftOutTests
{
    [Fact]
    public void EveryCaseIsDrivenOrLeftOutByName()
    {
        var driven = RequestFixtureTests.Cases.Concat(AnswerFixtureTests.Cases).Concat(HttpOutputFixtureTests.Cases)
            .Select(row => row.Data)
            .Append("request-ready-probe").Append("answer-never-answers");

        Assert.Equal(HostEnvelope.Names("").Order(), driven.Concat(LeftOut.Cases.Keys).Order());
    }

    [Fact]
    public void NoCaseIsLeftOutThatIsNotThere() =>
        Assert.Empty(LeftOut.Cases.Keys.Except(HostEnvelope.Names("")));
}
