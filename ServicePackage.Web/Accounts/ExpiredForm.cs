using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace ServicePackage.Web.Accounts;

/// <summary>
/// A form whose protection no longer holds (open overnight, or the keys were lost) is shown afresh instead of failing; it leads back to
/// where it would have led.
/// </summary>
internal static class ExpiredForm
{
    public static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            && context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Redirect(AfreshOf(context.Request));
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static string AfreshOf(HttpRequest request)
    {
        var query = new Dictionary<string, string?> { ["expired"] = "1" };
        if (Addresses.Local(request.Query["returnUrl"]) is var back && back != Addresses.Home)
        {
            query["returnUrl"] = back;
        }

        return QueryHelpers.AddQueryString(request.Path, query);
    }
}
