using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Alerting.Adapters.Twilio;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Alerting.Adapters.Tests.Twilio;

public sealed class TwilioSignatureTests
{
    private static readonly Dictionary<string, StringValues> Form = new()
    {
        ["To"] = "+18005551212",
        ["CallSid"] = "CA1234567890ABCDE",
        ["Digits"] = "1234",
        ["Caller"] = "+14158675309",
        ["From"] = "+14158675309",
    };

    [Fact]
    public void AcceptsThePublishedVectors()
    {
        var other = new Dictionary<string, StringValues>(Form) { ["Caller"] = "+12349013030", ["From"] = "+12349013030" };

        Assert.True(Fits("RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        Assert.True(Fits("0/KCTR6DLpKmkAf8muzZqo1nDgQ=", form: other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("RSOYDt4T1cUTdK1PDd93")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8C8=")]
    [InlineData("0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    public void RefusesAnyOther(string? signature) => Assert.False(Fits(signature));

    [Fact]
    public void RefusesAChangedAddedOrMissingField()
    {
        foreach (var (key, value) in new[] { ("Digits", "1235"), ("Extra", "1"), ("CallSid", "") })
            Assert.False(Fits("RSOYDt4T1cUTdK1PDd93/VVr8B8=", form: new Dictionary<string, StringValues>(Form) { [key] = value }));
        Assert.False(Fits("RSOYDt4T1cUTdK1PDd93/VVr8B8=", query: "?foo=1&bar=3"));
        Assert.False(Fits("RSOYDt4T1cUTdK1PDd93/VVr8B8=", token: "12346"));
    }

    [Fact]
    public void EachAccountSignsWithItsOwnToken()
    {
        var second = TwilioAccount.Options with { AccountSid = "AC" + new string('0', 31) + "2", AuthToken = "12345" };
        var signature = new TwilioSignature([TwilioAccount.Options, second], new() { BaseUrl = new("https://a.example") });
        bool Fits(string account, string token) => signature.Fits(
            "/x", [new("AccountSid", account)], Sign($"https://a.example/xAccountSid{account}", token));

        Assert.True(Fits(TwilioAccount.Options.AccountSid, TwilioAccount.Options.AuthToken));
        Assert.True(Fits(second.AccountSid, second.AuthToken));
        Assert.False(Fits(TwilioAccount.Options.AccountSid, second.AuthToken));
        Assert.False(Fits(second.AccountSid, TwilioAccount.Options.AuthToken));
        Assert.False(Fits("AC9", second.AuthToken));
    }

    [Theory]
    [InlineData("https://a.example", "https://a.example:443/x?d=1/2")]
    [InlineData("https://a.example", "https://a.example/x?d=1/2")]
    [InlineData("http://a.example", "http://a.example:80/x?d=1/2")]
    [InlineData("http://a.example:7071", "http://a.example:7071/x?d=1/2")]
    [InlineData("http://a.example:7071", "http://a.example/x?d=1/2")]
    [InlineData("http://[::1]", "http://[::1]:80/x?d=1/2")]
    [InlineData("https://a.example/base/", "https://a.example/base/x?d=1/2")]
    public void TheProviderMayLeaveThePortOutOrPutItIn(string address, string called)
    {
        var signature = Sign(called + "BodyHoi");

        Assert.True(For(address).Fits("/x?d=1/2", [new("Body", "Hoi")], signature));
        Assert.False(For(address).Fits("/y?d=1/2", [new("Body", "Hoi")], signature));
    }

    [Fact]
    public void NamesAreSortedByCodePointAndARepeatedValueCountsOnce()
    {
        var signature = Sign("https://a.example/xZ1a2b1b2");

        Assert.True(For("https://a.example").Fits("/x", [new("b", new StringValues(["2", "1", "2"])), new("a", "2"), new("Z", "1")], signature));
    }

    private static TwilioSignature For(string address, string token = "12345") =>
        new([TwilioAccount.Options with { AuthToken = token }], new() { BaseUrl = new(address) });

    private static bool Fits(string? signature, string query = "?foo=1&bar=2", IDictionary<string, StringValues>? form = null, string token = "12345") =>
        For("https://mycompany.com", token).Fits("/myapp.php" + query, form ?? Form, signature);

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The provider signs with HMAC-SHA1.")]
    private static string Sign(string text, string token = "12345") =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
}
