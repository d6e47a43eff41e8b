using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>What of demands makes an enterprise one to look at: that they are open, and that what was promised with them is due (plan §五(六)).</summary>
internal static class TicketReasons
{
    private const string Demand = "Demand";
    private const string Promise = "Promise";

    /// <summary>The kinds.</summary>
    public static IReadOnlyCollection<string> Kinds { get; } = [Demand, Promise];

    /// <summary>Open demands, those past due and those that wait for an answer said so; promises whose day has come since when nobody was in contact with the enterprise.</summary>
    public static async Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var (today, breached) = (TownTime.DayOf(at), db.TicketClocks.Running().Breached(at));
        var keys = ids.ToList();
        var first = today.AddMonths(-FollowUpRules.PromiseMonths);
        var open = await db.Tickets.Open().Where(t => EF.Parameter(keys).Contains(t.EnterpriseId)).OrderBy(t => t.RaisedAt).ThenBy(t => t.Id)
            .Select(t => new { t.Id, t.EnterpriseId, t.Number, t.Title, t.State, Overdue = breached.Any(c => c.TicketId == t.Id) }).ToListAsync(cancellation);
        var held = db.Contacts.Where(c => c.HeldAt != null);
        var promised = await db.Tickets
            .Where(t => EF.Parameter(keys).Contains(t.EnterpriseId) && t.PromisedDay > first && t.PromisedDay <= today && !held.Any(c => c.EnterpriseId == t.EnterpriseId && c.Day >= t.PromisedDay))
            .OrderBy(t => t.PromisedDay).ThenBy(t => t.Id)
            .Select(t => new { t.Id, t.EnterpriseId, t.Number, Day = t.PromisedDay!.Value }).ToListAsync(cancellation);
        return
        [
            .. open.Select(t => Of(Demand, TextOf(t.State, t.Overdue), t.EnterpriseId, t.Id, t.Number, FollowUpArgument.Of(t.Title))),
            .. promised.Select(t => Of(Promise, Promise, t.EnterpriseId, t.Id, t.Number, FollowUpArgument.Of(t.Day))),
        ];
    }

    /// <summary>How demands ended, and the contacts at which promises were asked after.</summary>
    public static async Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation)
    {
        var ids = gone.Where(r => r.Kind == Demand).Select(r => r.SubjectId).Distinct().ToList();
        var ended = await db.Tickets.Where(t => EF.Parameter(ids).Contains(t.Id) && t.ClosedAt != null).Select(t => new { t.Id, t.ClosedAs, ClosedAt = t.ClosedAt!.Value }).ToDictionaryAsync(t => t.Id, cancellation);
        var asked = await ContactReasons.DoneAsync(db, [.. gone.Where(r => r.Kind == Promise)], cancellation);
        var done = gone.Where(r => asked.TryGetValue(r.Key, out var contact) && FollowUpArgument.Say(contact.Said[0]) is DateOnly day && FollowUpArgument.Say(r.Said[1]) is DateOnly due && day >= due)
            .DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => asked[r.Key]);
        foreach (var reason in gone.Where(r => r.Kind == Demand && ended.ContainsKey(r.SubjectId)))
        {
            var (how, day) = (ended[reason.SubjectId].ClosedAs, FollowUpArgument.Of(TownTime.DayOf(ended[reason.SubjectId].ClosedAt)));
            done[reason.Key] = how is { } closed ? new FollowUpDone("Demand.Closed", [day, FollowUpArgument.Of(closed)]) : new FollowUpDone("Demand.Withdrawn", [day]);
        }

        return done;
    }

    private static FollowUpReason Of(string kind, string text, long enterprise, long ticket, string number, string said) => new()
    {
        EnterpriseId = enterprise,
        Kind = kind,
        Text = text,
        SubjectKind = nameof(Ticket),
        SubjectId = ticket,
        Number = number,
        Said = [FollowUpArgument.Of(number), said],
    };

    private static string TextOf(TicketState state, bool overdue) => state switch
    {
        TicketState.AwaitingRating => "Demand.Rating",
        TicketState.AwaitingConfirmation => "Demand.Confirmation",
        _ => overdue ? "Demand.Overdue" : "Demand.Open",
    };
}
