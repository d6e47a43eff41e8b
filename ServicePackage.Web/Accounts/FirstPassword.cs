namespace ServicePackage.Web.Accounts;

/// <summary>Whoever signed in with a password set by somebody else gets to the password page and nowhere else.</summary>
internal static class FirstPassword
{
    public static Task RequireAsync(HttpContext context, RequestDelegate next)
    {
        if (SignedIn.MustChangePassword(context.User)
            && context.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is null
            && !context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Redirect(Addresses.Password);
            return Task.CompletedTask;
        }

        return next(context);
    }
}
