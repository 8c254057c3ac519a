using Alerting.Adapters.ServiceBus;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.ServiceBus;

public sealed class SasTokensTests
{
    private const string ConnectionString = "Endpoint=sb://name.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=a+/=b==";

    [Fact]
    public async Task ATokenNamesEntityKeyAndEndAndIsSignedWithTheKey()
    {
        var address = ServiceBusAddress.Parse(ConnectionString);

        var token = await SasTokens.From(address, new FakeTimeProvider(Some.Now))(address.Audience("sms"), TestContext.Current.CancellationToken);

        // Computed apart: printf 'sb%%3A%%2F%%2Fname.servicebus.windows.net%%2Fsms\n1552906800' | openssl dgst -sha256 -hmac 'a+/=b==' -binary | base64
        Assert.Equal(
            "SharedAccessSignature sr=sb%3A%2F%2Fname.servicebus.windows.net%2Fsms&sig=55H0g83fyDIwn1JEUlSm%2FN4JfgTPaCLiHq2aVGYL07M%3D&se=1552906800&skn=send",
            token.Value);
        Assert.Equal(Some.Now.AddHours(1), token.ExpiresAt);
        Assert.DoesNotContain("sig=", token.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAddressHasTlsUnlessItIsTheEmulators()
    {
        Assert.Equal(("name.servicebus.windows.net", 5671, false), Parts(ConnectionString));
        Assert.Equal(("localhost", 5672, true), Parts("Endpoint=sb://localhost;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true"));
        Assert.Equal(("localhost", 7000, true), Parts("endpoint=sb://localhost:7000;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true;"));
        Assert.DoesNotContain("a+/=b==", ServiceBusAddress.Parse(ConnectionString).ToString(), StringComparison.Ordinal);
    }

    private static (string, int, bool) Parts(string connectionString)
    {
        var address = ServiceBusAddress.Parse(connectionString);
        return (address.Host, address.Port, address.IsPlain);
    }
}
