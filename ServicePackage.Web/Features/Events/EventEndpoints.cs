using Microsoft.Net.Http.Headers;
using ServicePackage.Core.Events;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Web.Features.Events;

/// <summary>An event for the calendar of those who have a seat at it.</summary>
public static class EventEndpoints
{
    /// <summary>Maps the address.</summary>
    public static void MapEvents(this WebApplication app) => app.MapGet(Addresses.Events + "/{id:long}/event.ics", DownloadAsync);

    private static async Task<IResult> DownloadAsync(HttpContext context, long id, EventService events, TownClock clock)
    {
        var outcome = SignedIn.CallerOf(context.User) is { } caller ? await events.GetAsync(caller, id, context.RequestAborted) : Refusal.SignedOut;
        if (!outcome.Done || outcome.Value is not { Own.State: SeatState.Taken } held)
        {
            return outcome.Refusal == Refusal.SignedOut ? Results.Challenge() : Results.NotFound();
        }

        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var address = new Uri($"{context.Request.Scheme}://{context.Request.Host}{Addresses.Event(id)}");
        return Results.File(EventCalendar.Write(held, address, clock.Now), "text/calendar; charset=utf-8", $"{held.Row.Facts.Title}.ics");
    }
}
