using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Web.Accounts;

/// <summary>Looks every few seconds whether the session of an open page still holds; a sign-out elsewhere reaches it this way.</summary>
public sealed class CircuitSession(ILoggerFactory loggers, SessionService sessions) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        SignedIn.CallerOf(authenticationState.User) is { SessionId: { } session } caller
        && await sessions.IsOpenAsync(session, caller.AccountId, cancellationToken);
}
