using Alerting.Adapters;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>The sign-in service: without it no new key can be learnt, and sooner or later nobody gets in.</summary>
internal sealed class SignInDependency(IOptionsMonitor<JwtBearerOptions> options) : IDependency
{
    /// <inheritdoc />
    public string Name => "sign-in";

    /// <inheritdoc />
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var jwt = options.Get(JwtBearerDefaults.AuthenticationScheme);
        using var answer = await jwt.Backchannel.GetAsync(jwt.MetadataAddress, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
