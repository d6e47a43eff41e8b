using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>Who sees a demand, and what they are to it (plan §四, §五).</summary>
public static class TicketAccess
{
    /// <summary>
    /// The demands an actor may see: the Centre and the leaders all; an enterprise its own; a butler or who covers for one, a first-asked person
    /// and an economic city those of their enterprises; a unit those it leads or supports, or supported until
    /// they ended. Every read goes through here.
    /// </summary>
    public static IQueryable<Ticket> VisibleTo(this IQueryable<Ticket> tickets, Actor actor, AppDbContext db)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeesEverything)
        {
            return tickets;
        }

        var (me, units, cities, serving) = (actor.AccountId, actor.UnitIds, EnterpriseAccess.CitiesOf(actor), db.ServingOn(actor.Today));
        return actor.EnterpriseId is { } own
            ? tickets.Where(t => t.EnterpriseId == own)
            : tickets.Where(t => t.FirstAskedId == me
                || (t.LeadUnitId != null && units.Contains(t.LeadUnitId.Value))
                || cities.Contains(t.Enterprise.EconomicCityId)
                || t.Tasks.Any(k => units.Contains(k.UnitId)
                    && (k.State != SupportingTaskState.Cancelled || (t.ClosedAt != null && k.EndedAt == t.ClosedAt)))
                || serving.Any(s => s.EnterpriseId == t.EnterpriseId && s.AccountId == me));
    }

    /// <summary>What the actor is to this demand; the enterprise must be loaded with it.</summary>
    public static async Task<Relation> RelationToAsync(this Operation op, Ticket ticket, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(ticket);
        var isButler = op.Actor.EnterpriseId is null && await op.Db.ServingOn(op.Today).AnyAsync(
            s => s.EnterpriseId == ticket.EnterpriseId && s.AccountId == op.Actor.AccountId, cancellation);
        var who = RelationBy(op.Actor, new TicketTies(
            ticket.EnterpriseId, ticket.FirstAskedId, ticket.Enterprise.EconomicCityId, ticket.LeadUnitId, [.. ticket.SupportingUnitIds], isButler));
        return op.Actor.IsGeneralLiaison && await IsCentreBarredAsync(op.Db, ticket, cancellation) ? who | Relation.Centre | Relation.CentreLead : who;
    }

    /// <summary>An act on this demand, with what its guards ask of the people around it; the demand must be loaded with its enterprise and tasks.</summary>
    internal static async Task<MoveAct> ActAsync(this Operation op, Ticket ticket, MoveInput given, Moment moment, CancellationToken cancellation)
    {
        var units = ticket.SupportingUnitIds.Select(u => (long?)u).Append(ticket.LeadUnitId).OfType<long>().ToList();
        var around = await op.Db.Users.Where(a => a.Id == ticket.FirstAskedId)
            .Select(a => new
            {
                Handles = a.Posts.Any(p => units.Contains(p.OrganisationId)),
                HasAccount = op.Db.Users.Any(u => u.EnterpriseId == ticket.EnterpriseId && u.DisabledAt == null),
            })
            .FirstAsync(cancellation);
        return new MoveAct(given, await op.RelationToAsync(ticket, cancellation), moment)
        {
            UnitIds = op.Actor.UnitIds,
            OfficerOf = [.. op.Actor.Posts.Where(p => p.Kind == PostKind.Officer).Select(p => p.OrganisationId)],
            FirstAskedHandles = around.Handles,
            EnterpriseHasAccount = around.HasAccount,
        };
    }

    /// <summary>Whether everybody at the Centre who could decide belongs to the lead unit: then the general liaison does. A return may be for the Centre's lead alone.</summary>
    private static Task<bool> IsCentreBarredAsync(AppDbContext db, Ticket ticket, CancellationToken cancellation) =>
        db.Tickets.Where(t => t.Id == ticket.Id).CentreBarred(db).AnyAsync(cancellation);

    /// <summary>The demands whose lead unit everybody at the Centre who could decide belongs to.</summary>
    internal static IQueryable<Ticket> CentreBarred(this IQueryable<Ticket> tickets, AppDbContext db) =>
        tickets.Where(t => t.LeadUnitId != null && !db.Posts.Any(p =>
            (p.Kind == PostKind.CentreLead || (p.Kind == PostKind.Dispatcher && t.State != TicketState.ReturnRequested)) && p.Account.DisabledAt == null
            && !db.Posts.Any(o => o.AccountId == p.AccountId && o.OrganisationId == t.LeadUnitId)));

    /// <summary>What an actor is to a demand with these ties.</summary>
    internal static Relation RelationBy(Actor actor, TicketTies ties)
    {
        if (actor.EnterpriseId is { } own)
        {
            return own == ties.EnterpriseId ? Relation.Enterprise : Relation.None;
        }

        var who = Relation.None;
        Add(Relation.FirstAsked, ties.FirstAskedId == actor.AccountId);
        Add(Relation.EconomicCity, ties.EconomicCityId is { } city && EnterpriseAccess.CitiesOf(actor).Contains(city));
        Add(Relation.Centre, actor.IsCentre);
        Add(Relation.CentreLead, actor.IsCentreLead);
        Add(Relation.TownLeader, actor.IsTownLeader);
        if (ties.LeadUnitId is { } lead)
        {
            Add(Relation.LeadUnit, actor.UnitIds.Contains(lead));
            Add(Relation.LeadLiaison, actor.LeadsUnit(lead));
        }

        Add(Relation.SupportingUnit, ties.SupportingUnitIds.Any(u => actor.UnitIds.Contains(u)));
        Add(Relation.SupportingLiaison, ties.SupportingUnitIds.Any(actor.LeadsUnit));
        Add(Relation.Butler, ties.IsButler);
        return who;

        void Add(Relation relation, bool holds) => who |= holds ? relation : Relation.None;
    }

    /// <summary>
    /// Reads the rest of a demand that is here with its enterprise and its tasks: everything its moves need. Most have neither returns nor
    /// referrals, urges or replies, and these are asked for only where there are some.
    /// </summary>
    public static async Task FillAsync(AppDbContext db, Ticket ticket, CancellationToken cancellation)
    {
        var id = ticket.Id;
        var has = await db.Tickets.Where(t => t.Id == id)
            .Select(t => new { Spoken = t.SpokenAnswers.Any(), Returns = t.Returns.Any(), Referrals = t.Referrals.Any(), Urges = t.Urges.Any(), Replies = t.Replies.Any() })
            .FirstAsync(cancellation);
        var rest = db.Entry(ticket);
        await rest.Collection(t => t.Clocks).Query().Include(c => c.Pauses.OrderBy(p => p.Id)).AsSingleQuery().LoadAsync(cancellation);
        await LoadAsync(has.Spoken, rest.Collection(t => t.SpokenAnswers));
        await LoadAsync(has.Returns, rest.Collection(t => t.Returns));
        await LoadAsync(has.Referrals, rest.Collection(t => t.Referrals));
        await LoadAsync(has.Urges, rest.Collection(t => t.Urges));
        await LoadAsync(has.Replies, rest.Collection(t => t.Replies));

        Task LoadAsync(bool some, CollectionEntry rows) => some ? rows.LoadAsync(cancellation) : Task.CompletedTask;
    }

    /// <summary>The demand with everything its page shows, as a query; <see cref="FillAsync"/> reads the same of one that is here.</summary>
    public static IQueryable<Ticket> Whole(this IQueryable<Ticket> tickets) => tickets
        .Include(t => t.Enterprise)
        .Include(t => t.Clocks).ThenInclude(c => c.Pauses.OrderBy(p => p.Id))
        .Include(t => t.Tasks)
        .Include(t => t.Returns)
        .Include(t => t.Referrals)
        .Include(t => t.Urges)
        .Include(t => t.Replies)
        .Include(t => t.SpokenAnswers)
        .AsSplitQuery();
}
