using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Web.Accounts;

/// <summary>How cookies are named and protected, and when the one of the session still holds.</summary>
public static partial class SessionCookie
{
    /// <summary>
    /// Browsers drop a cookie with the __Host- prefix on plain http, and signing in would fail without a word;
    /// hence no prefix in Development.
    /// </summary>
    public static void Protect(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        cookie.Name = environment.IsDevelopment() ? name : "__Host-" + name;
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    internal static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        Protect(options.Cookie, "ServicePackage", environment);
        options.ExpireTimeSpan = SessionService.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = Addresses.SignIn;
        options.AccessDeniedPath = Addresses.Home;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    internal static void Configure(AntiforgeryOptions options, IHostEnvironment environment)
    {
        Protect(options.Cookie, "ServicePackage.Form", environment);
        options.SuppressXFrameOptionsHeader = true;
    }

    /// <summary>The row of the session decides. A page request counts as work; the circuit's own connection does not.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal(); // the page that says what failed asks nobody, least of all the database
            return;
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        var sessions = http.RequestServices.GetRequiredService<SessionService>();
        if (SignedIn.CallerOf(context.Principal) is not { SessionId: { } session } caller
            || !await sessions.IsOpenAsync(session, caller.AccountId, http.RequestAborted))
        {
            await EndedSession.NoteAsync(http, context.Principal);
            context.RejectPrincipal(); // the cookie stays until the sign-in page has said why
            return;
        }

        if (!http.Request.Path.StartsWithSegments(Addresses.Socket, StringComparison.OrdinalIgnoreCase))
        {
            if (await sessions.SeenAsync(session, http.RequestAborted) is { } trouble)
            {
                LogNotSeen(http.RequestServices.GetRequiredService<ILogger<SessionService>>(), trouble.Code);
            }

            context.ShouldRenew |= http.Request.Path.Equals(Addresses.Renew, StringComparison.OrdinalIgnoreCase);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "That somebody is at work could not be noted: {Trouble}.")]
    private static partial void LogNotSeen(ILogger logger, string trouble);
}
