using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Policies;

/// <summary>The list of applications as a file: its address takes the same filters as the list's own.</summary>
public static class ApplicationSheetEndpoint
{
    /// <summary>Names, in the list's address, the refusal that a download ended in.</summary>
    public const string RefusedKey = "refused";

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps the address.</summary>
    public static void MapApplicationSheet(this WebApplication app) => app.MapGet(Addresses.ApplicationSheet, DownloadAsync);

    private static async Task<IResult> DownloadAsync(HttpContext context, ApplicationSheet sheet)
    {
        var query = ApplicationQuery.From(context.Request.GetEncodedUrl());
        var outcome = SignedIn.CallerOf(context.User) is { } caller ? await sheet.WriteAsync(caller, query.Filter, context.RequestAborted) : Refusal.SignedOut;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return outcome switch
        {
            { Done: true } => Results.File(outcome.Value.Content, Xlsx, outcome.Value.FileName),
            { Refusal: var refusal } when refusal == Refusal.SignedOut => Results.Challenge(),
            _ => Results.LocalRedirect(ListAddress.Of((query with { Page = 1 }).Address, (RefusedKey, outcome.Refusal!.Code))),
        };
    }
}
