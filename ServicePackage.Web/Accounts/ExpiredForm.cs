using Microsoft.AspNetCore.Antiforgery;

namespace ServicePackage.Web.Accounts;

/// <summary>
/// A form whose protection no longer holds (open overnight, or the keys were lost) is shown afresh instead of failing.
/// </summary>
internal static class ExpiredForm
{
    public static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            && context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Redirect($"{context.Request.Path}?expired=1");
            return Task.CompletedTask;
        }

        return next(context);
    }
}
