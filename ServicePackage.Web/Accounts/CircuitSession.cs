using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Web.Accounts;

/// <summary>Looks every few seconds whether the session of an open page still holds; a sign-out elsewhere reaches it this way.</summary>
public sealed partial class CircuitSession(ILoggerFactory loggers, SessionService sessions) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<CircuitSession>();

    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether the session still holds. While the database does not answer nobody is signed out: it is looked up again at the next beat, and
    /// each command reads the session by itself.
    /// </summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        try
        {
            return SignedIn.CallerOf(user) is { SessionId: { } session } caller
                && await sessions.IsOpenAsync(session, caller.AccountId, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNoAnswer(exception);
            return true;
        }
    }

    /// <inheritdoc/>
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        HoldsAsync(authenticationState.User, cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether a session still holds could not be read; it is tried again.")]
    private partial void LogNoAnswer(Exception exception);
}
