using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Tests.Twilio;

public sealed class SignatureTests
{
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";

    [Theory]
    [InlineData("+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    public void TheSignatureIsThatOfThePublishedExamples(string caller, string signature) =>
        Assert.Equal(signature, Signature.Of("12345", Url, Parameters(caller)));

    [Fact]
    public void TheOrderOfTheParametersDoesNotMatter() =>
        Assert.Equal(Signature.Of("12345", Url, Parameters("+1")), Signature.Of("12345", Url, Parameters("+1").Reverse()));

    [Fact]
    public void AFragmentIsNotSigned() =>
        Assert.Equal(Signature.Of("12345", Url, []), Signature.Of("12345", Url + "#rc=3", []));

    private static KeyValuePair<string, string>[] Parameters(string caller) =>
    [
        new("CallSid", "CA1234567890ABCDE"),
        new("Caller", caller),
        new("Digits", "1234"),
        new("From", caller),
        new("To", "+18005551212"),
    ];
}
