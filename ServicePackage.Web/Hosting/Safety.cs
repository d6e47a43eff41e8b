using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Layout;

namespace ServicePackage.Web.Hosting;

/// <summary>The order in which a request is checked, and the headers every answer carries.</summary>
public static class Safety
{
    /// <summary>What a page may load and do. MudBlazor sets styles from script, hence the unsafe-inline of styles alone.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Sets up everything that stands before the pages.</summary>
    public static void UseSafety(this WebApplication app)
    {
        UseTrustedProxy(app);
        app.Use(SendHeaders);
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(Addresses.Error, createScopeForErrors: true);
            app.UseHsts();
            app.UseWhen(IsNoProbe, asked => asked.UseHttpsRedirection());
        }

        app.UseRequestLocalization();
        if (!app.Environment.IsDevelopment())
        {
            app.UseWhen(IsNoProbe, asked => asked.Use(RequireHttps));
        }

        app.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute(Addresses.NotFound, createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseWebSockets();
        app.Use((context, next) => context.RequestServices.GetRequiredService<SocketGate>().InvokeAsync(context, next));
        app.Use(FirstPassword.RequireAsync);
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(ExpiredForm.AnswerAsync);
    }

    private static bool IsNoProbe(HttpContext context) =>
        context.Request.Path != Addresses.Live && context.Request.Path != Addresses.Ready;

    /// <summary>Where no port for https is known there is nowhere to redirect to; the cookies would be dropped, so it is said instead.</summary>
    private static Task RequireHttps(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps)
        {
            return next(context);
        }

        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<FrameTexts>>();
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(texts["Https.Needed"], context.RequestAborted);
    }

    /// <summary>What somebody looks at: only that gets the page of what is not found.</summary>
    private static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments(Addresses.Socket, StringComparison.OrdinalIgnoreCase);

    /// <summary>Believes X-Forwarded-* only from the proxies that <c>TrustedProxies</c> names.</summary>
    private static void UseTrustedProxy(WebApplication app)
    {
        var proxies = app.Configuration.GetSection(SettingsHosting.TrustedProxies).Get<string[]>() ?? [];
        if (proxies.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }

    private static Task SendHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            var headers = response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? false)
            {
                headers[HeaderNames.CacheControl] = "no-store";
            }

            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
