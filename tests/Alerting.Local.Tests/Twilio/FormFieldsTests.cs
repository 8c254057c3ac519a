using System.Text;
using Alerting.Local.Twilio;

namespace Alerting.Local.Tests.Twilio;

public sealed class FormFieldsTests
{
    [Theory]
    [InlineData("Body=a+b%2Bc", "a b+c")]
    [InlineData("Body=%E2%82%AC%F0%9F%98%80", "€😀")]
    [InlineData("Body=", "")]
    [InlineData("Body", "")]
    [InlineData("a=1&&Body=x%3D%26y&b=2", "x=&y")]
    [InlineData("Body=100%&x=1", "100%")]
    [InlineData("Body=%zz%4", "%zz%4")]
    [InlineData("Bo%64y=x", "x")]
    [InlineData("Body=first&Body=second", "first")]
    [InlineData("body=x", null)]
    [InlineData("", null)]
    public void AFieldIsReadAsItWasMeant(string form, string? body) =>
        Assert.Equal(body, FormFields.Parse(Encoding.UTF8.GetBytes(form))["Body"]);
}
