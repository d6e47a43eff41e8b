using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>Reads one demand for its page, within what the reader may see.</summary>
public sealed class TicketPageService(OperationRunner operations, MomentSource moments)
{
    /// <summary>The demand with its story, clocks, people and the moves open to the reader. Refuses what the reader does not see as NotFound.</summary>
    public Task<Outcome<TicketView>> GetAsync(Caller caller, string number, CancellationToken cancellation = default) =>
        operations.ReadAsync<TicketView>(caller, async op =>
        {
            var ticket = await FindAsync(op, number, cancellation);
            return ticket is null ? Refusal.NotFound : await ViewAsync(op, ticket, await moments.OfAsync(op, cancellation), cancellation);
        }, cancellation);

    /// <summary>How a clock's due date came about: start, each counted day, each skipped day and why, pauses, end.</summary>
    public Task<Outcome<DueExplanation>> ExplainAsync(Caller caller, string number, long clockId, CancellationToken cancellation = default) =>
        operations.ReadAsync<DueExplanation>(caller, async op =>
        {
            var ticket = await FindAsync(op, number, cancellation);
            var clock = ticket?.Clocks.Find(c => c.Id == clockId);
            if (clock is null || (op.Actor.EnterpriseId is not null && !ClockRules.For(clock.Kind).ShownToEnterprise))
            {
                return Refusal.NotFound;
            }

            var moment = await moments.OfAsync(op, cancellation);
            var asRunning = op.Actor.EnterpriseId is not null && clock.PausedFor == PauseReason.Suspended && ClockScopes.IsUndecided.Holds(ticket!);
            return clock.Explain(moment, asRunning);
        }, cancellation);

    /// <summary>What a move's form offers to choose from. Refuses like the move itself where it is not open to the reader.</summary>
    public Task<Outcome<MoveChoices>> ChoicesAsync(Caller caller, string number, Move move, CancellationToken cancellation = default) =>
        operations.ReadAsync<MoveChoices>(caller, async op =>
        {
            var ticket = await FindAsync(op, number, cancellation);
            if (ticket is null)
            {
                return Refusal.NotFound;
            }

            var act = await op.ActAsync(ticket, new MoveInput(), await moments.OfAsync(op, cancellation), cancellation);
            return TicketProcedure.Find(ticket, move, act).Refusal ?? (Outcome<MoveChoices>)await MoveChoices.OfAsync(op, ticket, move, act.Moment, cancellation);
        }, cancellation);

    private static Task<Ticket?> FindAsync(Operation op, string number, CancellationToken cancellation) =>
        op.Db.Tickets.VisibleTo(op.Actor, op.Db).Whole().Include(t => t.Topic).FirstOrDefaultAsync(t => t.Number == number, cancellation);

    private static async Task<TicketView> ViewAsync(Operation op, Ticket ticket, Moment moment, CancellationToken cancellation)
    {
        var act = await op.ActAsync(ticket, new MoveInput(), moment, cancellation);
        var isEnterprise = act.Who.HasFlag(Relation.Enterprise);
        var people = await PeopleAroundTicket.OfAsync(op.Db, ticket, cancellation);
        var files = await op.Db.Attachments.VisibleTo(op).Of(ticket.AsSubject())
            .OrderBy(a => a.UploadedAt).Select(a => new AttachmentItem(a.Id, a.FileName, a.Length)).ToListAsync(cancellation);
        var isUndecided = isEnterprise && ticket.OpenClock(ClockKind.RefusalWindow) is not null; // until it stands the enterprise is not told no
        var clocks = ticket.Clocks.Where(c => !isEnterprise || ClockRules.For(c.Kind).ShownToEnterprise)
            .Select(c => (Clock: c, View: ClockView.Of(c, moment, people.UnitName(c.UnitId)) is var view && isUndecided ? view.AsInHand() : view))
            .ToList();
        var linked = await op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(t => t.Id == ticket.LinkedTicketId).Select(t => t.Number).FirstOrDefaultAsync(cancellation);
        var undone = ticket.SpokenAnswers.Max(s => s.ContradictedAt);
        var reply = ticket.Replies.LastOrDefault(r => undone is null || r.FiledAt > undone); // one to an answer since contradicted is history
        return new TicketView
        {
            Id = ticket.Id,
            Number = ticket.Number,
            Version = ticket.Version,
            Title = ticket.Title,
            Text = ticket.Text,
            Type = ticket.Type,
            Topic = ticket.Topic.Name,
            TopicEnglish = ticket.Topic.EnglishName,
            Channel = ticket.Channel,
            State = ticket.State.ForEnterprise(isUndecided),
            StateBefore = ticket.StateBefore?.ForEnterprise(isUndecided),
            ClosedAs = ticket.ClosedAs,
            ClosedAt = ticket.ClosedAt,
            RaisedAt = ticket.RaisedAt,
            DaysSinceRaised = moment.Calendar.Count(TownTime.DayOf(ticket.RaisedAt), ticket.ClosedAt is { } ended ? TownTime.DayOf(ended) : moment.Day),
            Cycle = ticket.Cycle,
            HandBacks = ticket.HandBacks,
            NamesFinalUnit = ticket.NamesFinalUnit(moment.Limits),
            EnterpriseId = ticket.EnterpriseId,
            EnterpriseName = ticket.Enterprise.Name,
            EnterpriseOpens = await op.Db.Enterprises.VisibleTo(op).AnyAsync(e => e.Id == ticket.EnterpriseId, cancellation),
            Tier = ticket.Enterprise.Tier,
            ContactName = ticket.ContactName,
            ContactPhone = await op.SeeContactPersonAsync(ticket.EnterpriseId, cancellation) ? ticket.ContactPhone : "",
            LinkedNumber = linked,
            Lead = people.Unit(ticket.LeadUnitId),
            Officer = people.Person(ticket.OfficerId),
            Tasks = [.. ticket.Tasks.Where(t => t.State != SupportingTaskState.Cancelled && people.Unit(t.UnitId) is not null)
                .Select(t => new TaskView(t.Id, people.Unit(t.UnitId)!, people.Person(t.OfficerId)?.Name ?? "", isEnterprise ? "" : t.Text, t.State,
                    isEnterprise ? "" : t.Answer, clocks.Where(c => c.Clock.TaskId == t.Id).OrderByDescending(c => c.Clock.Open).ThenByDescending(c => c.Clock.StartedAt).FirstOrDefault().View))],
            FirstAsked = people.Person(ticket.FirstAskedId),
            Butler = await op.Db.ButlerOfAsync(ticket.EnterpriseId, op.Today, cancellation),
            Clocks = [.. clocks.Select(c => c.View).OrderBy(v => v.IsOpen ? 0 : 1).ThenBy(v => v.Urgency).ThenByDescending(v => v.StartedAt)],
            Timeline = await TimelineAsync(op.Db, ticket, people, files, isEnterprise, cancellation),
            Moves = TicketProcedure.OpenMoves(ticket, act),
            Blocked = TicketProcedure.BlockedMoves(ticket, act),
            Attachments = files,
            Result = ticket.Result,
            PromisedDay = ticket.PromisedDay,
            ProposedType = ticket.ProposedType,
            StatutoryDay = ticket.StatutoryDay,
            StatutoryBasis = ticket.StatutoryBasis,
            FirstStatutoryDay = ticket.FirstStatutoryDay,
            CannotBeMetReason = isUndecided ? "" : ticket.CannotBeMetReason,
            CannotBeMetBasis = isUndecided ? "" : ticket.CannotBeMetBasis,
            Proceeding = ticket.Proceeding,
            CaseNumber = ticket.CaseNumber,
            Rating = ticket.Rating,
            RatingReason = ticket.RatingReason,
            Reply = reply is null ? null : new ReplyView(people.UnitName(reply.UnitId), reply.FiledByCentre, reply.FiledAt, reply.Text,
                files.Find(f => f.Id == reply.ScanId), reply.Improvement, reply.ImprovementBy, reply.ImprovementUntil, reply.WhyNothing),
            Marks = isEnterprise ? Marks.None : ticket.Marks,
            OnAgenda = !isEnterprise && ticket.OnAgenda,
            Recorded = [.. ticket.Contradictable(moment).Select(s => new RecordedAnswer(s.Move, people.Person(s.ById)?.Name ?? "", s.At, Ticket.ContradictUntil(s, moment)))],
            ContradictWithin = moment.Limits.ContradictWithin,
            EnterpriseHasAccount = act.EnterpriseHasAccount,
            ReaderIsEnterprise = isEnterprise,
            EnglishNames = await op.Db.Organisations.Where(o => o.EnglishName != "")
                .GroupBy(o => o.Name).Select(g => new { Name = g.Key, English = g.Min(o => o.EnglishName)! })
                .ToDictionaryAsync(o => o.Name, o => o.English, cancellation),
            ReadAt = moment.Now,
        };
    }

    private static async Task<IReadOnlyList<TimelineItem>> TimelineAsync(
        AppDbContext db, Ticket ticket, PeopleAroundTicket people, List<AttachmentItem> files, bool isEnterprise, CancellationToken cancellation)
    {
        var entries = await db.History.Where(h => h.Subject == nameof(Ticket) && h.SubjectId == ticket.Id && (!isEnterprise || !h.Internal))
            .OrderByDescending(h => h.Sequence)
            .Select(h => new { h.Sequence, h.At, h.AccountId, h.Act, h.Internal, h.Content })
            .ToListAsync(cancellation);
        await people.AddAsync(db, entries.Select(e => e.AccountId), cancellation);
        var items = new List<TimelineItem>();
        foreach (var entry in entries)
        {
            var isMove = Enum.TryParse<Move>(entry.Act, out var move);
            if (!isMove && entry.Act != TicketEntry.Escalated)
            {
                continue; // a change without an act of the procedure
            }

            var content = HistoryRecorder.Read<TicketEntry>(entry.Content) ?? new TicketEntry();
            if (isEnterprise && content.Undecided == true)
            {
                content = content with { From = content.From?.ForEnterprise(true), To = content.To?.ForEnterprise(true) };
            }

            if (isEnterprise && content.Given is { } all)
            {
                (all.TaskText, all.OtherNumber) = ("", ""); // between the units; another enterprise's demand
                (all.Text, all.ForEnterprise) = (isMove && TicketProcedure.IsTextWithin(move) ? all.ForEnterprise : all.Text, "");
            }

            var person = people.Person(entry.AccountId);
            var given = content.Given is { } input ? input.AttachmentIds.Concat(input.ScanId is { } scan ? [scan] : []).ToList() : [];
            items.Add(new TimelineItem(entry.Sequence, entry.At, person?.Name ?? "", person?.Where ?? "", people.IsOfEnterprise(entry.AccountId),
                isMove ? move : null, entry.Internal, content, [.. files.Where(f => given.Contains(f.Id))])
            {
                IsUndone = isMove && ticket.SpokenAnswers.Exists(s => s.ContradictedAt is not null && s.At == entry.At && s.Move == move),
            });
        }

        return items;
    }
}

/// <summary>The units and people a demand's page names, read at once.</summary>
internal sealed class PeopleAroundTicket
{
    private readonly Dictionary<long, UnitView> _units = [];
    private readonly Dictionary<long, (PersonView View, bool OfEnterprise)> _people = [];

    public static async Task<PeopleAroundTicket> OfAsync(AppDbContext db, Ticket ticket, CancellationToken cancellation)
    {
        var around = new PeopleAroundTicket();
        var units = ticket.Clocks.Select(c => c.UnitId).Concat(ticket.Tasks.Select(t => (long?)t.UnitId))
            .Concat(ticket.Replies.Select(r => (long?)r.UnitId)).Append(ticket.LeadUnitId).OfType<long>().Distinct().ToList();
        foreach (var unit in await db.Organisations.Where(o => units.Contains(o.Id))
            .Select(o => new UnitView(o.Id, o.Name, o.EnglishName, o.Phone)).ToListAsync(cancellation))
        {
            around._units[unit.Id] = unit;
        }

        await around.AddAsync(db, ticket.Tasks.Select(t => t.OfficerId).Append(ticket.OfficerId).Append(ticket.FirstAskedId).Concat(ticket.SpokenAnswers.Select(s => (long?)s.ById)), cancellation);
        return around;
    }

    public async Task AddAsync(AppDbContext db, IEnumerable<long?> accountIds, CancellationToken cancellation)
    {
        var wanted = accountIds.OfType<long>().Where(id => !_people.ContainsKey(id)).Distinct().ToList();
        var people = await db.Users.Where(a => wanted.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.DisplayName,
                Phone = a.PhoneNumber ?? "",
                a.EnterpriseId,
                EnterpriseName = a.Enterprise == null ? null : a.Enterprise.Name,
                Organisation = a.Posts.OrderBy(p => p.Id).Select(p => p.Organisation.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        foreach (var person in people)
        {
            _people[person.Id] = (new PersonView(person.Id, person.DisplayName, person.EnterpriseName ?? person.Organisation ?? "", person.Phone), person.EnterpriseId is not null);
        }
    }

    public UnitView? Unit(long? id) => id is { } known ? _units.GetValueOrDefault(known) : null;

    public string UnitName(long? id) => Unit(id)?.Name ?? "";

    public PersonView? Person(long? id) => id is { } known && _people.TryGetValue(known, out var person) ? person.View : null;

    public bool IsOfEnterprise(long? id) => id is { } known && _people.TryGetValue(known, out var person) && person.OfEnterprise;
}
