using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Boards;

/// <summary>
/// The butler's board 我的企业: a card for each enterprise the reader serves, as its butler, covering for one or standing in (plan §五(六)).
/// </summary>
public sealed class BoardService(OperationRunner operations, MomentSource moments, IOptionsMonitor<ContactSettings> settings)
{
    /// <summary>
    /// The board, in the same number of queries however many cards there are; with the filter's month where it names one.
    /// Who has none is told NotFound, as for a month outside the calendar; refuses a search text too long or unreadable.
    /// </summary>
    public Task<Outcome<Board>> GetAsync(Caller caller, BoardFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<Board>(caller, async op =>
        {
            if (!await MayOpenAsync(op, cancellation) || (filter.Month is { } month && !WorkingCalendar.Covers(month)))
            {
                return Refusal.NotFound;
            }

            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            var all = Served(op);
            var names = await all.Select(e => new { e.Id, e.Name }).ToListAsync(cancellation);
            var sought = Sought.Of(filter.Text);
            var named = names.Where(e => sought.IsIn(e.Name)).Select(e => e.Id).ToList();
            var moment = await moments.OfAsync(op, cancellation);
            var cards = await CardsAsync(op, moment, all
                .Where(e => EF.Parameter(named).Contains(e.Id))
                .Where(e => filter.Tier == null || e.Tier == filter.Tier)
                .Where(e => filter.CityId == null || e.EconomicCityId == filter.CityId), cancellation);
            var cities = await op.Db.Organisations.Where(o => o.Kind == OrganisationKind.EconomicCity && all.Any(e => e.EconomicCityId == o.Id))
                .OrderBy(o => o.SortKey).Select(o => new CityChoice(o.Id, o.Name, o.EnglishName)).ToListAsync(cancellation);
            List<BoardCard> shown = [.. cards.Where(c => filter.Lamp is null || c.Lamp == filter.Lamp)];
            return new Board(shown, names.Count, cities, filter.Month is { } day ? await MonthAsync(op, moment, shown, day, cancellation) : null)
            {
                Unfit = await UnfitButlers.Of(op).CountAsync(cancellation),
            };
        }, cancellation);

    /// <summary>One card, whatever a filter hides. Refused NotFound for an enterprise that is not on the reader's board.</summary>
    public Task<Outcome<BoardCard>> CardAsync(Caller caller, long enterpriseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<BoardCard>(caller, async op =>
            await CardsAsync(op, await moments.OfAsync(op, cancellation), Served(op).Where(e => e.Id == enterpriseId), cancellation) is [var card] ? card : Refusal.NotFound, cancellation);

    /// <summary>Who last changed something about these enterprises or their demands, of those on the reader's board.</summary>
    public Task<Outcome<IReadOnlyList<LastChange>>> LastChangesAsync(Caller caller, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<LastChange>>(caller, async op =>
        {
            var served = Served(op).Where(e => enterpriseIds.Contains(e.Id)).Select(e => e.Id);
            var ofEnterprises = op.Db.History.Where(h => h.Subject == nameof(Enterprise) && served.Contains(h.SubjectId) && h.Act != ContactPersonAccess.Look)
                .Select(h => new { EnterpriseId = h.SubjectId, h.Id, h.AccountId });
            var ofTickets =
                from entry in op.Db.History
                join ticket in op.Db.Tickets.VisibleTo(op.Actor, op.Db) on entry.SubjectId equals ticket.Id
                where entry.Subject == nameof(Ticket) && served.Contains(ticket.EnterpriseId)
                select new { ticket.EnterpriseId, entry.Id, entry.AccountId };
            var last = await ofEnterprises.Concat(ofTickets).GroupBy(h => h.EnterpriseId).Select(g => g.Max(h => h.Id)).ToListAsync(cancellation);
            var rows = await ofEnterprises.Concat(ofTickets).Where(h => last.Contains(h.Id))
                .Select(h => new { h.EnterpriseId, h.AccountId, Name = op.Db.Users.Where(a => a.Id == h.AccountId).Select(a => a.DisplayName).FirstOrDefault() })
                .ToListAsync(cancellation);
            return rows.ConvertAll(r => new LastChange(r.EnterpriseId, r.Name ?? "", r.AccountId == op.Actor.AccountId));
        }, cancellation);

    /// <summary>Whether the reader has a board: who serves an enterprise, and who holds a post that butlers and stand-ins come from.</summary>
    internal static async Task<bool> MayOpenAsync(Operation op, CancellationToken cancellation) =>
        op.Actor.EnterpriseId is null
        && (op.Actor.Holds(PostKind.Specialist) || op.Actor.Holds(PostKind.GeneralManager) || op.Actor.IsTownLeader || op.Actor.IsCentreLead
            || await op.Db.ServedBy(op.Actor.AccountId, op.Today).AnyAsync(cancellation));

    /// <summary>The enterprises the reader serves: those on the roster, and those that left it with a demand still open.</summary>
    private static IQueryable<Enterprise> Served(Operation op)
    {
        var served = op.Db.ServedBy(op.Actor.AccountId, op.Today);
        var open = op.Db.Tickets.VisibleTo(op.Actor, op.Db).Open();
        return op.Db.Enterprises.VisibleTo(op).Where(EnterpriseScopes.IsOnRoster.At(op.Today), (e, onRoster) => served.Contains(e.Id)
            && (onRoster || open.Any(t => t.EnterpriseId == e.Id)));
    }

    private static async Task<BoardMonth> MonthAsync(Operation op, Moment moment, List<BoardCard> cards, DateOnly day, CancellationToken cancellation)
    {
        var (first, ids) = (new DateOnly(day.Year, day.Month, 1), cards.ConvertAll(c => c.EnterpriseId));
        var after = first.AddMonths(1);
        var held = await op.Db.Contacts.VisibleTo(op.Actor, op.Db)
            .Where(c => ids.Contains(c.EnterpriseId) && c.HeldAt != null && c.Day >= first && c.Day < after)
            .Select(c => new HeldContact(c.EnterpriseId, c.Day, c.Way)).ToListAsync(cancellation);
        return BoardMonth.Of(first, cards, held, moment);
    }

    private async Task<List<BoardCard>> CardsAsync(Operation op, Moment moment, IQueryable<Enterprise> enterprises, CancellationToken cancellation)
    {
        var ids = enterprises.Select(e => e.Id);
        var files = await enterprises.Select(EnterpriseScopes.IsOnRoster.At(moment.Day), (e, onRoster) => new EnterpriseFile(
            e.Id, e.Name, e.Tier, e.ContactName, e.OnRosterFrom, onRoster,
            op.Db.ButlerAssignments.Current().Where(b => b.EnterpriseId == e.Id).Select(b => (DateOnly?)b.From).FirstOrDefault())).ToListAsync(cancellation);
        var me = op.Actor.AccountId;
        var covers = (await op.Db.CoversOn(moment.Day).Where(x => ids.Contains(x.Assignment.EnterpriseId))
            .Select(x => new { x.Assignment.EnterpriseId, Card = new CardCover(x.Cover.CovererId == me ? x.Cover.Absent.DisplayName : x.Cover.Coverer.DisplayName, x.Cover.Until, x.Cover.CovererId == me) })
            .ToListAsync(cancellation)).ToLookup(c => c.EnterpriseId, c => c.Card);
        var titles = await op.TitlesOfAsync(files.ConvertAll(f => f.Id), cancellation);
        var open = op.Db.Tickets.VisibleTo(op.Actor, op.Db).Open().Where(t => ids.Contains(t.EnterpriseId));
        var tickets = await open.Select(t => new OpenDemand(t.Id, t.EnterpriseId, t.Number, t.Title, t.State, t.FirstAskedId, t.LeadUnitId, t.OfficerId,
            t.Tasks.Where(k => k.State != SupportingTaskState.Cancelled).Select(k => k.UnitId).ToList())).ToListAsync(cancellation);
        var clocks = await op.Db.TicketClocks.Open().Where(c => open.Any(t => t.Id == c.TicketId)).Include(c => c.Task).ToListAsync(cancellation);
        var contacts = op.Db.Contacts.VisibleTo(op.Actor, op.Db).Where(c => ids.Contains(c.EnterpriseId) && c.GivenUpAt == null);
        var last = await contacts.Where(c => c.HeldAt != null).GroupBy(c => c.EnterpriseId)
            .Select(g => new { g.Key, Day = g.Max(c => c.Day) }).ToDictionaryAsync(g => g.Key, g => g.Day, cancellation);
        var plans = await contacts.Where(c => c.HeldAt == null)
            .Select(c => new { c.EnterpriseId, Plan = new PlannedContact(c.Id, c.Version, c.Day, c.Way, c.Account.DisplayName, c.Purpose) })
            .ToDictionaryAsync(c => c.EnterpriseId, c => c.Plan, cancellation);
        var calls = await contacts.Where(c => c.HeldAt != null && open.Any(t => t.Id == c.TicketId)).GroupBy(c => c.TicketId!.Value)
            .Select(g => new { g.Key, At = g.Max(c => c.HeldAt!.Value) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellation);

        var packages = (await PackageListService.RowsAsync(op, moment, enterprises.OnRoster(moment.Day), cancellation)).ToDictionary(p => p.EnterpriseId);
        var waiting = new WaitingClocks(op.Actor, moment, calls);
        var demands = tickets.ToLookup(t => t.EnterpriseId);
        var clocksOf = clocks.ToLookup(c => c.TicketId);
        var cards = files.Select(f => Card(f with { Titles = titles.GetValueOrDefault(f.Id, []), Package = packages.GetValueOrDefault(f.Id), Cover = covers[f.Id].FirstOrDefault() }, [.. demands[f.Id].SelectMany(t => waiting.Of(t, clocksOf[t.Id]))], demands[f.Id].Count(),
            last.TryGetValue(f.Id, out var day) ? day : null, plans.GetValueOrDefault(f.Id), moment));
        return [.. cards.OrderBy(c => c.Column).ThenBy(c => Pressing(c)).ThenByDescending(c => c.DaysSinceContact ?? int.MaxValue).ThenBy(c => NameKey.Of(c.Name), StringComparer.Ordinal)];
    }

    /// <summary>A contact that was missed comes before what is not overdue.</summary>
    private static (int, int, int, DateTime) Pressing(BoardCard card)
    {
        var (lamp, over, due) = card.Clock?.Urgency ?? (4, 0, DateTime.MaxValue);
        return (card.Lamp == Lamp.Breached ? 0 : 1, lamp, over, due);
    }

    private BoardCard Card(EnterpriseFile file, List<WaitingClock> waiting, int openDemands, DateOnly? last, PlannedContact? plan, Moment moment)
    {
        var contactBy = settings.CurrentValue.ContactBy(last, file.Since ?? file.OnRosterFrom, moment.Calendar);
        var missed = file.OnRoster && (plan?.Day < moment.Day || contactBy < moment.Day);
        var worst = waiting.MinBy(w => (w.Clock.Urgency, w.WaitsOnReader ? 0 : 1));
        var shown = waiting.Where(w => w.Number == worst!.Number && w.WaitsOnReader).MinBy(w => w.Clock.Urgency) ?? worst; // of the same demand as the lamp
        var owed = waiting.Where(w => w.Owed is not null).OrderBy(w => w.Owed!.CallDue ? 0 : 1).ThenBy(w => w.Number == shown!.Number ? 0 : 1).ThenBy(w => w.Clock.Urgency)
            .Select(w => w.Owed!).DistinctBy(o => o.Number).ToList();
        var facts = new CardFacts
        {
            OwnClocks = waiting.Count(w => w.IsOwn),
            CallsDue = owed.Count(o => o.CallDue),
            Awaited = owed.Count(o => o.State != TicketState.AwaitingSupplement),
            MayAnswer = owed.Count > 0 && owed[0].MayRecord,
            ContactDue = file.OnRoster && (moment.Day >= contactBy || plan?.Day <= moment.Day),
            OpenDemands = openDemands,
            OnRoster = file.OnRoster,
        };
        var lit = missed && (worst?.Clock.Lamp != Lamp.Breached || facts.Column == BoardColumn.Contact) ? null : worst; // both are red: it is what the card asks for
        var need = missed && lit is null ? NeededContact(plan, moment.Day) : Need(facts, shown, plan, moment.Day);
        var own = waiting.Where(w => w.WaitsOnReader && !(need is CardNeed.Handle or CardNeed.Call && w.Number == shown!.Number)).MinBy(w => w.Clock.Urgency);
        return new BoardCard
        {
            EnterpriseId = file.Id,
            Name = file.Name,
            Tier = file.Tier,
            Titles = file.Titles,
            ContactName = file.ContactName,
            Since = file.Since,
            Package = file.Package,
            Cover = file.Cover,
            Facts = facts,
            Need = need,
            Clock = shown?.Clock,
            ClockNumber = shown?.Number ?? "",
            OwnNumber = own?.Number ?? "",
            Lamp = missed ? Lamp.Breached : worst?.Clock.Lamp ?? Lamp.Normal,
            LampClock = lit?.Clock,
            IsContactMissed = missed,
            DaysSinceContact = last is { } day ? moment.Day.DayNumber - day.DayNumber : null,
            ContactBy = contactBy,
            Plan = plan,
            Dues = [.. waiting.Where(w => w.IsOwn || w.Owed is not null).OrderBy(w => w.Clock.DueAt).Select(w => new CardDue(w.Number, w.Clock.Kind, w.Clock.DueDay, w.Clock.Lamp))],
            Owed = owed.FirstOrDefault(),
        };
    }

    /// <summary>The step of the demand that the card shows; a contact that is due comes before a demand that waits on others.</summary>
    private static CardNeed Need(CardFacts facts, WaitingClock? shown, PlannedContact? plan, DateOnly today) => facts.Column switch
    {
        BoardColumn.Contact => NeededContact(plan, today),
        BoardColumn.AtEase => CardNeed.Nothing,
        _ => shown switch
        {
            { IsOwn: true } => CardNeed.Handle,
            { Owed.CallDue: true } => CardNeed.Call,
            { Owed.State: TicketState.AwaitingRating } => CardNeed.AwaitRating,
            { Owed: not null } => CardNeed.AwaitConfirmation,
            _ => CardNeed.Follow,
        },
    };

    private static CardNeed NeededContact(PlannedContact? plan, DateOnly today) => plan?.Day <= today ? CardNeed.HoldPlanned : CardNeed.Contact;

    private sealed record EnterpriseFile(
        long Id, string Name, EnterpriseTier Tier, string ContactName, DateOnly OnRosterFrom, bool OnRoster, DateOnly? Since)
    {
        public IReadOnlyList<string> Titles { get; init; } = [];

        public PackageRow? Package { get; init; }

        public CardCover? Cover { get; init; }
    }
}

/// <summary>An open demand as the board needs it.</summary>
internal sealed record OpenDemand(
    long Id, long EnterpriseId, string Number, string Title, TicketState State, long FirstAskedId, long? LeadUnitId, long? OfficerId, List<long> SupportingUnitIds);

/// <summary>An open clock as the board needs it: whether it waits on the reader, and the answer the enterprise owes with it.</summary>
internal sealed record WaitingClock(string Number, ClockView Clock, bool IsOwn, OwedAnswer? Owed)
{
    /// <summary>Whether the reader has to act: to handle it, or to call for the answer.</summary>
    public bool WaitsOnReader => IsOwn || Owed is { CallDue: true };
}

/// <summary>What an open clock means to one reader: the same as on their desk, but that a call already made waits no more.</summary>
internal sealed class WaitingClocks(Actor actor, Moment moment, IReadOnlyDictionary<long, DateTime> calls)
{
    public IEnumerable<WaitingClock> Of(OpenDemand demand, IEnumerable<TicketClock> clocks) =>
        clocks.Select(c => new WaitingClock(demand.Number, ClockView.Of(c, moment), IsOwn(demand, c), Owed(demand, c)));

    private bool IsOwn(OpenDemand demand, TicketClock clock)
    {
        if (clock.PausedFor != PauseReason.None)
        {
            return false;
        }

        if (clock.Holder is ClockHolder.Centre or ClockHolder.FirstAsked)
        {
            return (clock.Holder == ClockHolder.FirstAsked && demand.FirstAskedId == actor.AccountId)
                || (actor.IsCentre && (clock.Holder == ClockHolder.Centre || clock.IsBreached(moment.Now)));
        }

        if (clock.UnitId is not { } unit || (clock.Kind == ClockKind.Handling && demand.State == TicketState.Dispatched))
        {
            return false;
        }

        var officer = clock.Task is { } task ? task.OfficerId : demand.OfficerId;
        return actor.LeadsUnit(unit) || (actor.UnitIds.Contains(unit) && (officer is null || officer == actor.AccountId));
    }

    private OwedAnswer? Owed(OpenDemand demand, TicketClock clock)
    {
        if (clock.Holder != ClockHolder.Enterprise || clock.PausedFor != PauseReason.None
            || demand.State is not (TicketState.AwaitingConfirmation or TicketState.AwaitingRating or TicketState.AwaitingSupplement))
        {
            return null;
        }

        var isFirstAsked = demand.FirstAskedId == actor.AccountId;
        var called = calls.TryGetValue(demand.Id, out var at) && at >= clock.StartedAt;
        var missing = clock.Kind == ClockKind.Deeming || ClockScopes.IsWarned.Holds(clock, moment.Now); // the confirmation has passed, or its holder was warned
        var callDue = isFirstAsked && missing && !called;
        var handles = demand.SupportingUnitIds.Append(demand.LeadUnitId ?? 0).Any(u => actor.UnitIds.Contains(u));
        return demand.State == TicketState.AwaitingSupplement && !callDue ? null
            : new OwedAnswer(demand.Number, demand.Title, demand.State, callDue, isFirstAsked && demand.State == TicketState.AwaitingConfirmation && !handles);
    }
}
