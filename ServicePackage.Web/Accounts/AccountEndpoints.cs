using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;
using ServicePackage.Core.Accounts;
using ServicePackage.Web.Hosting;
using ServicePackage.Web.Layout;

namespace ServicePackage.Web.Accounts;

/// <summary>What a page asks of the server beside showing itself: sign out, stay signed in, language, light or dark.</summary>
public static class AccountEndpoints
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Maps the addresses.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost(Addresses.SignOut, SignOutAsync).AllowAnonymous();
        app.MapPost(Addresses.Renew, (HttpContext context) =>
            SignedIn.CallerOf(context.User) is null ? Results.StatusCode(StatusCodes.Status401Unauthorized) : Results.NoContent()).AllowAnonymous();
        app.MapGet(Addresses.Language, SetLanguage).AllowAnonymous();
        app.MapGet(Addresses.Appearance, SetAppearance).AllowAnonymous();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SessionService sessions)
    {
        // The form may have stood open overnight: whoever sends it from a page of this program means it, and other sites' pages are not heard.
        if (!OwnOrigin.Of(context.Request) && !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Redirect(Addresses.Home);
        }

        if (SignedIn.CallerOf(context.User) is { SessionId: { } session })
        {
            await sessions.EndAsync(session, context.RequestAborted); // refused or not: the cookie goes, and a session that nobody renews ends by itself
        }

        await context.SignOutAsync();
        return Results.Redirect(Addresses.SignIn);
    }

    private static IResult SetLanguage(HttpContext context, string? culture, string? returnUrl)
    {
        if (Languages.Codes.Contains(culture))
        {
            Remember(context, Languages.CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture!)));
        }

        return Results.LocalRedirect(Addresses.Local(returnUrl));
    }

    private static IResult SetAppearance(HttpContext context, string? theme, string? returnUrl)
    {
        if (theme is Appearance.DarkTheme or Appearance.LightTheme)
        {
            Remember(context, Appearance.ThemeCookie, theme);
        }

        return Results.LocalRedirect(Addresses.Local(returnUrl));
    }

    private static void Remember(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = Remembered,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
}
