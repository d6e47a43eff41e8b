using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Events;

/// <summary>
/// Who sees which events and seats (plan §三(二)). What was published is for everybody signed in; a draft for the organiser's people and the Centre. Who signed up is for
/// the organiser's people, who see of an enterprise its name, its number of people and the contact it gave; for its butler and its economic city; for the Centre; town
/// leaders read which enterprises come.
/// </summary>
public static class EventAccess
{
    /// <summary>What was published, and the drafts the actor reads.</summary>
    public static IQueryable<Event> VisibleTo(this IQueryable<Event> events, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (all, own) = (op.Actor.IsCentre, ServiceAccess.OrganisationsOf(op.Actor));
        return events.Where(e => e.PublishedAt != null || all || own.Contains(e.OrganiserId));
    }

    /// <summary>The seats the actor sees.</summary>
    public static IQueryable<Seat> VisibleTo(this IQueryable<Seat> seats, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        if (op.Actor.SeesEverything)
        {
            return seats;
        }

        var (served, own) = (op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.ServingItself(op)), ServiceAccess.OrganisationsOf(op.Actor));
        return seats.Where(s => own.Contains(s.Event.OrganiserId) || served.Any(e => e.Id == s.EnterpriseId));
    }

    /// <summary>Whether the actor speaks for the organiser.</summary>
    internal static bool Holds(Actor actor, long organiserId) => ServiceAccess.OrganisationsOf(actor).Contains(organiserId);

    /// <summary>Whether the actor may write at a draft, move the event and call it off: the organiser's people and the Centre.</summary>
    internal static bool MayWrite(Actor actor, long organiserId) => actor.IsCentre || Holds(actor, organiserId);

    /// <summary>Whether the actor may review a draft: somebody of the Centre who has neither entered it nor changed it last.</summary>
    internal static bool MayReview(Actor actor, Event draft) => actor.IsCentre && actor.AccountId != draft.DraftedById && actor.AccountId != draft.ChangedById;

    /// <summary>Whether the actor notes who came: the organiser's people, and the Centre where nobody there has an account.</summary>
    internal static bool MayNote(Actor actor, long organiserId, bool hasPeople) => Holds(actor, organiserId) || (actor.IsCentre && !hasPeople);

    /// <summary>The posts of those with an account in use: an organiser among whose posts none is has nobody who could note who came.</summary>
    internal static IQueryable<Post> People(Operation op) => op.Db.Posts.Where(p => p.Account.DisabledAt == null);
}
