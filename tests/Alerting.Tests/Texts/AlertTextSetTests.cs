using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Texts;
using Xunit;

namespace Alerting.Tests.Texts;

public sealed class AlertTextSetTests
{
    [Fact]
    public void ASetHoldsWhatRenderingGives()
    {
        var declaration = Some.Approved();
        var texts = new AlertTexts();
        var set = AlertTextSet.Of(declaration, texts);

        var bodies = new HashSet<string>();
        foreach (var channel in Enum.GetValues<Channel>())
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var position in Enum.GetValues<Position>())
                {
                    var text = set.For(channel, language, position);
                    Assert.Equal(texts.Render(new(declaration, channel, language, position)), text);
                    Assert.Equal("v1", text.TemplateVersion);
                    Assert.Equal(channel == Channel.Email, text.Subject is not null);
                    bodies.Add(text.Body);
                }
            }
        }

        Assert.Equal(18, bodies.Count);
    }

    [Fact]
    public void ARecipientReadsTheTextOfHisLanguageAndPosition()
    {
        var declaration = Some.Approved();
        var texts = new AlertTexts();
        var recipient = Some.Recipient() with { Language = Language.English, Position = Position.Elsewhere };
        var set = AlertTextSet.Of(declaration, texts);

        Assert.Equal(set.For(Channel.Sms, Language.English, Position.Elsewhere).Body, texts.Sms(declaration, recipient));
        var email = set.For(Channel.Email, Language.English, Position.Elsewhere);
        Assert.Equal((email.Subject, email.Body), texts.Email(declaration, recipient));
    }

    [Fact]
    public void EachDeclarationHasItsOwnTexts()
    {
        var texts = new AlertTexts();
        for (var i = 0; i < 40; i++)
        {
            var declaration = Some.Approved() with { Code = $"A{i:D3}" };
            Assert.Contains(declaration.Code, texts.Sms(declaration, Some.Recipient()), StringComparison.Ordinal);
        }
    }
}
