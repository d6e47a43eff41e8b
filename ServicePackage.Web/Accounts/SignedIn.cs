using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Accounts;

/// <summary>What the cookie carries: the account's id, its session, and nothing about the person.</summary>
public static class SignedIn
{
    private const string SessionClaim = "session";
    private const string FirstPasswordClaim = "first-password";

    /// <summary>The content of the cookie.</summary>
    public static ClaimsPrincipal Principal(long accountId, Guid sessionId, bool mustChangePassword)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, accountId.ToString(CultureInfo.InvariantCulture)),
            new(SessionClaim, sessionId.ToString("N")),
        ];
        if (mustChangePassword)
        {
            claims.Add(new Claim(FirstPasswordClaim, "1"));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>Who asks; null for whoever is not signed in.</summary>
    public static Caller? CallerOf(ClaimsPrincipal? user) =>
        long.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var account)
        && Guid.TryParseExact(user.FindFirstValue(SessionClaim), "N", out var session)
            ? new Caller(account, session)
            : null;

    /// <summary>Whether the first password, set by somebody else, is still to be changed.</summary>
    public static bool MustChangePassword(ClaimsPrincipal user) => user.HasClaim(c => c.Type == FirstPasswordClaim);
}
