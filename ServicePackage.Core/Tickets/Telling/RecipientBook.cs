using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// The people around one demand, read at once: resolves what a person is to a clock into accounts. A missing recipient
/// passes upward: officer, liaison, head, the Centre's dispatcher, its lead, the general liaison.
/// </summary>
internal sealed class RecipientBook
{
    private readonly Ticket _ticket;
    private readonly List<(long AccountId, PostKind Kind, long OrganisationId, OrganisationKind Where)> _posts;
    private readonly List<long> _enterprise;
    private readonly List<long> _butlers;
    private readonly HashSet<long> _enabled;
    private long? _asker;

    private RecipientBook(Ticket ticket, List<(long, PostKind, long, OrganisationKind)> posts, List<long> enterprise, List<long> butlers, HashSet<long> enabled) =>
        (_ticket, _posts, _enterprise, _butlers, _enabled) = (ticket, posts, enterprise, butlers, enabled);

    /// <summary>Reads who spoke last before the one who answers now; an internal answer is nobody's of the enterprise.</summary>
    public async Task FindAskerAsync(AppDbContext db, long answererId, bool isInternal, CancellationToken cancellation)
    {
        var asker = await db.History.Where(h => h.Subject == nameof(Ticket) && h.SubjectId == _ticket.Id && h.Act == nameof(Move.Comment) && h.AccountId != answererId)
            .OrderByDescending(h => h.Sequence)
            .Select(h => h.AccountId)
            .FirstOrDefaultAsync(cancellation);
        _asker = asker is { } id && isInternal && IsOfEnterprise(id) ? null : asker;
    }

    /// <summary>The people around a demand as of the operation's day, who covers for its butler among them, and around those who had work in it before.</summary>
    public static async Task<RecipientBook> OfAsync(Operation op, Ticket ticket, CancellationToken cancellation, WorkInHand? before = null)
    {
        var db = op.Db;
        var units = ticket.Tasks.Select(t => (long?)t.UnitId).Append(ticket.LeadUnitId).Append(before?.UnitId).Append(ticket.Enterprise.EconomicCityId).OfType<long>().Distinct().ToList();
        var posts = await db.Posts.AsNoTracking()
            .Where(p => p.Account.DisabledAt == null && (units.Contains(p.OrganisationId)
                || p.Organisation.Kind == OrganisationKind.Centre || p.Organisation.Kind == OrganisationKind.Leadership))
            .OrderBy(p => p.Id)
            .Select(p => new { p.AccountId, p.Kind, p.OrganisationId, Where = p.Organisation.Kind })
            .ToListAsync(cancellation);
        var butlers = db.ServingOn(op.Today).Where(s => s.EnterpriseId == ticket.EnterpriseId);
        var people = await db.Users.AsNoTracking()
            .Where(a => a.DisabledAt == null && (a.EnterpriseId == ticket.EnterpriseId || a.Id == ticket.FirstAskedId || butlers.Any(b => b.AccountId == a.Id)))
            .Select(a => new { a.Id, a.EnterpriseId, IsButler = butlers.Any(b => b.AccountId == a.Id) })
            .ToListAsync(cancellation);
        return new RecipientBook(
            ticket,
            [.. posts.Select(p => (p.AccountId, p.Kind, p.OrganisationId, p.Where))],
            [.. people.Where(p => p.EnterpriseId == ticket.EnterpriseId).Select(p => p.Id)],
            [.. people.Where(p => p.IsButler).Select(p => p.Id)],
            [.. people.Select(p => p.Id)]);
    }

    /// <summary>The accounts of several recipients, each once.</summary>
    public IEnumerable<long> Of(IEnumerable<Recipient> recipients, TicketClock? clock) => recipients.SelectMany(r => Of(r, clock)).Distinct();

    /// <summary>The officer, or who stands for the unit where none is assigned any more.</summary>
    public IEnumerable<long> OfUnit(long? officerId, long unitId) => Officer(officerId, unitId);

    /// <summary>Whether nobody but the Centre has the demand now.</summary>
    public static bool IsAtCentre(Ticket ticket) => ticket.LeadUnitId is null || ticket.State == TicketState.ReturnRequested;

    /// <summary>Whether this is one of the enterprise's people.</summary>
    public bool IsOfEnterprise(long accountId) => _enterprise.Contains(accountId);

    private IEnumerable<long> Of(Recipient recipient, TicketClock? clock)
    {
        var unit = clock?.UnitId ?? _ticket.LeadUnitId;
        return recipient switch
        {
            Recipient.Officer when clock?.Holder == ClockHolder.Centre || (clock is null && IsAtCentre(_ticket)) => Dispatchers(),
            Recipient.Officer => Officer(clock?.Task?.OfficerId ?? (unit == _ticket.LeadUnitId ? _ticket.OfficerId : null), unit),
            Recipient.Liaison or Recipient.Head when clock?.Holder == ClockHolder.Centre => Dispatchers(),
            Recipient.Liaison => Liaisons(unit),
            Recipient.Head => Heads(unit),
            Recipient.LeadOfficer => _ticket.LeadUnitId is { } lead ? Officer(_ticket.OfficerId, lead) : [],
            Recipient.LeadLiaison => _ticket.LeadUnitId is { } leading ? Liaisons(leading) : [],
            Recipient.Supporting => _ticket.Tasks.Where(t => t.State == SupportingTaskState.Open).SelectMany(t => Officer(t.OfficerId, t.UnitId)),
            Recipient.Dispatcher => Dispatchers(),
            Recipient.CentreLead => CentreLeads(),
            Recipient.GeneralLiaison => GeneralLiaisons(),
            Recipient.FirstAsked => FirstAsked(),
            Recipient.Butler => _butlers.Count > 0 ? _butlers : CityOrCentre(),
            Recipient.Enterprise when clock is not null => Prompted(clock),
            Recipient.Enterprise => _enterprise,
            Recipient.Recorder => Recorders(),
            Recipient.Asker => _asker is { } asker && (_enabled.Contains(asker) || _posts.Exists(p => p.AccountId == asker)) ? [asker] : [],
            Recipient.Urger => (clock?.Urge ?? _ticket.Urges.MaxBy(u => u.AnsweredAt)) is { } urge ? OfUrge(urge) : CentreLeads(),
            _ => throw new ArgumentOutOfRangeException(nameof(recipient), recipient, null),
        };
    }

    /// <summary>Who urged, or the Centre's lead in the place of somebody who no longer does.</summary>
    public IEnumerable<long> OfUrge(Urge urge) => Urges(urge.ById) ? [urge.ById] : CentreLeads();

    /// <summary>Whether somebody still holds a post that urges; whoever lost it is told nothing more.</summary>
    private bool Urges(long accountId) =>
        _posts.Exists(p => p.AccountId == accountId && (p.Where == OrganisationKind.Centre || p.Kind is PostKind.TownLeader or PostKind.GeneralLiaison));

    /// <summary>Who recorded the answers contradicted last, as long as they are at the Centre; the first-asked person is told as such.</summary>
    private IEnumerable<long> Recorders() =>
        from answer in _ticket.SpokenAnswers.GroupBy(s => s.ContradictedAt).MaxBy(s => s.Key) ?? Enumerable.Empty<SpokenAnswer>()
        where _posts.Exists(p => p.AccountId == answer.ById && p.Where == OrganisationKind.Centre)
        select answer.ById;

    private IEnumerable<long> FirstAsked() => _enabled.Contains(_ticket.FirstAskedId) ? [_ticket.FirstAskedId] : CityOrCentre();

    /// <summary>The enterprise's people at a level of a clock: none once it has left the roster; where it has no account, the first-asked person calls.</summary>
    private IEnumerable<long> Prompted(TicketClock clock) =>
        !EnterpriseScopes.IsOnRoster.Holds(_ticket.Enterprise, TownTime.DayOf(clock.DueAt)) ? [] : _enterprise.Count > 0 ? _enterprise : FirstAsked();

    private IEnumerable<long> Officer(long? officerId, long? unit) =>
        officerId is { } officer && _posts.Exists(p => p.AccountId == officer && p.OrganisationId == unit) ? [officer] : Liaisons(unit);

    private IEnumerable<long> Liaisons(long? unit) => FirstOf(() => In(unit, PostKind.Liaison), () => Heads(unit));

    private IEnumerable<long> Heads(long? unit) => FirstOf(() => In(unit, PostKind.Head, PostKind.GeneralManager), Dispatchers);

    /// <summary>The Centre's people but those of the lead unit, who decide nothing on its demand.</summary>
    private IEnumerable<long> Dispatchers() => FirstOf(() => Anywhere(PostKind.Dispatcher).Where(IsNotOfLead), CentreLeads);

    private IEnumerable<long> CentreLeads() => FirstOf(() => Anywhere(PostKind.CentreLead).Where(IsNotOfLead), GeneralLiaisons);

    private bool IsNotOfLead(long accountId) => _ticket.LeadUnitId is not { } lead || !_posts.Exists(p => p.AccountId == accountId && p.OrganisationId == lead);

    private IEnumerable<long> GeneralLiaisons() => Anywhere(PostKind.GeneralLiaison);

    /// <summary>Who stands in for a missing butler or first-asked person: the city's general manager; in the district tier the Centre.</summary>
    private IEnumerable<long> CityOrCentre() => _ticket.Enterprise.Tier == EnterpriseTier.District
        ? Dispatchers()
        : FirstOf(() => In(_ticket.Enterprise.EconomicCityId, PostKind.GeneralManager), Dispatchers);

    private IEnumerable<long> In(long? unit, params PostKind[] kinds) =>
        _posts.Where(p => p.OrganisationId == unit && kinds.Contains(p.Kind)).Select(p => p.AccountId);

    private IEnumerable<long> Anywhere(PostKind kind) => _posts.Where(p => p.Kind == kind).Select(p => p.AccountId);

    private static IEnumerable<long> FirstOf(Func<IEnumerable<long>> wanted, Func<IEnumerable<long>> upward)
    {
        var found = wanted().ToList();
        return found.Count > 0 ? found : upward();
    }
}
