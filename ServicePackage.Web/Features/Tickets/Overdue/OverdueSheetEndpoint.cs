using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>The overdue board as a file: its address takes the same filters as the board's own.</summary>
public static class OverdueSheetEndpoint
{
    /// <summary>Names, in the board's address, the refusal that a download ended in.</summary>
    public const string RefusedKey = "refused";

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps the address.</summary>
    public static void MapOverdueSheet(this WebApplication app) => app.MapGet(Addresses.OverdueSheet, DownloadAsync);

    private static async Task<IResult> DownloadAsync(HttpContext context, OverdueSheet sheet)
    {
        var query = OverdueQuery.From(context.Request.GetEncodedUrl());
        var outcome = SignedIn.CallerOf(context.User) is { } caller
            ? await sheet.WriteAsync(caller, query.Filter, context.RequestAborted)
            : Refusal.SignedOut;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return outcome switch
        {
            { Done: true } => Results.File(outcome.Value.Content, Xlsx, outcome.Value.FileName),
            { Refusal: var refusal } when refusal == Refusal.SignedOut => Results.Challenge(),
            { Refusal: var refusal } when refusal == Refusal.NotFound => Results.NotFound(),

            // A click on a link ends where it began, with the reason; the board itself says what is wrong with its filters.
            _ => Results.LocalRedirect(ListAddress.Of((query with { Page = 1 }).Address, (RefusedKey, outcome.Refusal!.Code))),
        };
    }
}
