using Microsoft.Net.Http.Headers;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Policies;

/// <summary>The enterprises beside a clause as a file: its address takes the same filters as the page's own.</summary>
public static class ClauseEnterpriseSheetEndpoint
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps the address.</summary>
    public static void MapClauseEnterpriseSheet(this WebApplication app) => app.MapGet("/policies/{policyId:long}/clauses/{clauseId:long}/enterprises/sheet", DownloadAsync);

    private static async Task<IResult> DownloadAsync(HttpContext context, ClauseEnterpriseSheet sheet, long policyId, long clauseId, string? group, string? q)
    {
        var filter = new EnterpriseMatchFilter(ListAddress.Named<Eligibility>(group), Text: q ?? "");
        var outcome = SignedIn.CallerOf(context.User) is { } caller ? await sheet.WriteAsync(caller, policyId, clauseId, filter, context.RequestAborted) : Refusal.SignedOut;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return outcome switch
        {
            { Done: true } => Results.File(outcome.Value.Content, Xlsx, outcome.Value.FileName),
            { Refusal: var refusal } when refusal == Refusal.SignedOut => Results.Challenge(),
            _ => Results.LocalRedirect(ListAddress.Of(Addresses.ClauseEnterprises(policyId, clauseId), ("group", filter.Eligibility?.ToString()), ("q", filter.Text), (ApplicationSheetEndpoint.RefusedKey, outcome.Refusal!.Code))),
        };
    }
}
