using Microsoft.Net.Http.Headers;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Operations;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Web.Features.Documents;

/// <summary>Templates to take along, empty or filled with a sample.</summary>
public static class DocumentEndpoints
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Maps their addresses.</summary>
    public static void MapTemplates(this WebApplication app)
    {
        app.MapGet(Addresses.Templates + "/{kind}/{number:int}", (string kind, int number, HttpContext context, DocumentTemplateService templates) =>
            DownloadAsync(context, caller => templates.OpenAsync(caller, kind, number, context.RequestAborted)));
        app.MapGet(Addresses.Templates + "/{kind}/{number:int}/{sample}", (string kind, int number, string sample, HttpContext context, DocumentTemplateService templates) =>
            DownloadAsync(context, caller => templates.FillSampleAsync(caller, kind, number, sample, context.RequestAborted)));
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, Func<Caller, Task<Outcome<DocumentDownload>>> write)
    {
        var outcome = SignedIn.CallerOf(context.User) is { } caller ? await write(caller) : Refusal.SignedOut;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return outcome.Done ? Results.File(outcome.Value.Content, Docx, outcome.Value.FileName)
            : outcome.Refusal == Refusal.SignedOut ? Results.Challenge()
            : Results.NotFound();
    }
}
