using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;
using ServicePackage.Web.Hosting;

namespace ServicePackage.Web.Layout;

/// <summary>Registers and maps the screens.</summary>
public static class ScreenRegistration
{
    /// <summary>Adds languages, MudBlazor, the log of failed requests, the turn of the day and the health checks' target.</summary>
    public static void AddScreens(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Languages.Chinese)
                .AddSupportedCultures([.. Languages.Codes])
                .AddSupportedUICultures([.. Languages.Codes]);
            o.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Languages.CookieName }];
        });
        services.AddMudServices(o =>
        {
            o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            o.SnackbarConfiguration.PreventDuplicates = true;
            o.SnackbarConfiguration.VisibleStateDuration = 5000;
        });
        services.AddTransient<MudLocalizer, MudTexts>();
        services.AddExceptionHandler<FailureLog>();
        services.AddHostedService<DayTurn>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    /// <summary>Maps files and pages.</summary>
    public static void MapScreens(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'");
    }
}
