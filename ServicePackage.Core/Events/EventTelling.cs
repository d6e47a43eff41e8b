using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Events;

/// <summary>What notices of an event ask their reader to see to.</summary>
internal static class EventAsks
{
    /// <summary>The enterprise is to rate an event at which it was.</summary>
    public const string Rating = "EventRating";

    /// <summary>The Centre is to see to a bad rating.</summary>
    public const string FollowUp = "EventFollowUp";
}

/// <summary>Tells those concerned of what becomes of an event and its seats, and lets the notices that asked for something stop asking.</summary>
internal static class EventTelling
{
    /// <summary>Tells the people of these enterprises.</summary>
    public static async Task EnterprisesAsync(Operation op, IReadOnlyCollection<long> enterprises, string kind, long eventId, CancellationToken cancellation, params string[] arguments)
    {
        var keys = enterprises.ToList();
        foreach (var accountId in await op.Db.Users.Where(a => a.EnterpriseId != null && EF.Parameter(keys).Contains(a.EnterpriseId.Value) && a.DisabledAt == null).Select(a => a.Id).ToListAsync(cancellation))
        {
            op.Tell(accountId, kind, About(eventId), late: false, arguments);
        }
    }

    /// <summary>Tells the people of every enterprise that has a seat or waits for one.</summary>
    public static async Task SignedUpAsync(Operation op, long eventId, string kind, CancellationToken cancellation, params string[] arguments) =>
        await EnterprisesAsync(
            op, await op.Db.Seats.VisibleTo(op).Where(EventScopes.Stands.Rule).Where(s => s.EventId == eventId).Select(s => s.EnterpriseId).ToListAsync(cancellation), kind, eventId, cancellation, arguments);

    /// <summary>Asks the Centre to see to a bad rating.</summary>
    public static async Task AskForFollowUpAsync(Operation op, Seat seat, CancellationToken cancellation)
    {
        foreach (var accountId in await op.Db.Posts.PeopleOfTheCentre().ToListAsync(cancellation))
        {
            op.Tell(accountId, $"Asked.{EventAsks.FollowUp}", About(seat.EventId), late: false, seat.Event.Title, seat.Enterprise.Name, $"@RatingLevel.{seat.Rating}");
        }
    }

    /// <summary>Tells whoever drafted it.</summary>
    public static void Drafters(Operation op, Event draft, string kind, params string[] arguments)
    {
        foreach (var accountId in new[] { draft.DraftedById, draft.ChangedById }.Distinct())
        {
            op.Tell(accountId, kind, About(draft.Id), late: false, arguments);
        }
    }

    /// <summary>Lets an enterprise be asked no more for its rating.</summary>
    public static Task SettleRatingAsync(Operation op, Seat seat, bool isDone, CancellationToken cancellation) =>
        NoticeAsking.SettleAsync(op, About(seat.EventId), [EventAsks.Rating], op.Db.Users.Where(a => a.EnterpriseId == seat.EnterpriseId).Select(a => a.Id), isDone, cancellation);

    /// <summary>Lets the Centre be asked no more for what it has seen to.</summary>
    public static Task SettleFollowUpAsync(Operation op, long eventId, CancellationToken cancellation) =>
        NoticeAsking.SettleAsync(op, About(eventId), [EventAsks.FollowUp], accounts: null, isDone: true, cancellation);

    /// <summary>A reason as it stands within a sentence: without the full stop it was typed with.</summary>
    public static string Within(string reason) => reason.TrimEnd('。', '.', '．');

    private static Subject About(long eventId) => new(nameof(Event), eventId);
}
