using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>Holds a token's claims against <see cref="StrongSignIn"/>.</summary>
internal sealed class StrongSignInCheck(IOptions<SignInOptions> settings) : AuthorizationHandler<StrongSignIn>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StrongSignIn requirement)
    {
        var wanted = settings.Value.ApprovalContext;
        if (wanted.Length == 0 || context.User.HasClaim(StrongSignIn.ContextsClaim, wanted))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
