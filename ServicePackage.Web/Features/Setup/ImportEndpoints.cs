using ServicePackage.Core.Operations;
using ServicePackage.Core.Setup;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Web.Features.Setup;

/// <summary>The tables to fill in for an import.</summary>
public static class ImportEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps their addresses.</summary>
    public static void MapImportTemplates(this WebApplication app)
    {
        app.MapGet(Addresses.EnterpriseTemplate, (HttpContext context, EnterpriseImport import) => DownloadAsync(context, import.TemplateAsync));
        app.MapGet(Addresses.TitleTemplate, (HttpContext context, TitleImport import) => DownloadAsync(context, import.TemplateAsync));
        app.MapGet(Addresses.FigureTemplate, (HttpContext context, FigureImport import) => DownloadAsync(context, import.TemplateAsync));
        app.MapGet(Addresses.ServiceTemplate, (HttpContext context, ServiceImport import) => DownloadAsync(context, import.TemplateAsync));
        app.MapGet(Addresses.NominationTemplate, (HttpContext context, NominationImport import) => DownloadAsync(context, import.TemplateAsync));
        app.MapGet(Addresses.OrganisationTemplate, (HttpContext context, OrganisationImport import) => DownloadAsync(context, import.TemplateAsync));
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, Func<Caller, CancellationToken, Task<Outcome<SheetFile>>> write)
    {
        var outcome = SignedIn.CallerOf(context.User) is { } caller ? await write(caller, context.RequestAborted) : Refusal.SignedOut;
        return outcome.Done ? Results.File(outcome.Value.Content, Xlsx, outcome.Value.FileName)
            : outcome.Refusal == Refusal.SignedOut ? Results.Challenge()
            : Results.NotFound();
    }
}
