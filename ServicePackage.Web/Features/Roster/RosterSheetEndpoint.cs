using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Roster;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Web.Features.Roster;

/// <summary>The roster as a file: its address takes the same filters as the page.</summary>
public static class RosterSheetEndpoint
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps the address.</summary>
    public static void MapRosterSheet(this WebApplication app) => app.MapGet(Addresses.RosterSheet, DownloadAsync);

    private static async Task<IResult> DownloadAsync(HttpContext context, RosterSheet sheet)
    {
        var query = RosterQuery.From(context.Request.GetEncodedUrl());
        var outcome = SignedIn.CallerOf(context.User) is not { } caller ? Refusal.SignedOut
            : query.Wrong is { } wrong ? wrong
            : await sheet.WriteAsync(caller, query.Filter, context.RequestAborted);
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return outcome switch
        {
            { Done: true } => Results.File(outcome.Value.Content, Xlsx, outcome.Value.FileName),
            { Refusal: var refusal } when refusal == Refusal.SignedOut => Results.Challenge(),
            { Refusal: var refusal } when refusal == Refusal.NotFound => Results.NotFound(),
            { Refusal: { Code: "Roster.TooFast" } tooFast } => Results.Text(tooFast.Sentence, statusCode: StatusCodes.Status429TooManyRequests),
            _ => Results.Text(outcome.Refusal!.Sentence, statusCode: StatusCodes.Status400BadRequest),
        };
    }
}
