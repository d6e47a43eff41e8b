using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Accounts;

/// <summary>Registers signing in: the cookie, its keys in the database, and what checks them.</summary>
public static class SignInRegistration
{
    /// <summary>Adds sign-in by cookie. Whatever does not say otherwise is for the signed-in alone.</summary>
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("ServicePackage").PersistKeysToDbContext<AppDbContext>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(o => SessionCookie.Configure(o, builder.Environment));
        services.AddAntiforgery(o => SessionCookie.Configure(o, builder.Environment));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        new IdentityBuilder(typeof(Account), services).AddSignInManager();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddScoped<SignInDesk>();
        services.AddSettings<SignInSettings>();
        services.AddSingleton<SignInThrottle>();
    }
}
