using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.FollowUps;

/// <summary>
/// The monthly runs 月度跟进 (plan §五(六)): which enterprises are to be looked at and why, what was seen to, and what came of the rest. Read and ended by whoever serves an
/// enterprise now; the Centre reads those of all butlers.
/// </summary>
public sealed class FollowUpService(OperationRunner operations, CalendarSource calendars, FollowUpReasons reasons)
{
    private static readonly EndFollowUpValidator Validator = new();

    /// <summary>
    /// The items of a month that the caller's enterprises stand on, or those of one run; of the open ones each reason as it is at this moment. Refused NotFound: who serves no
    /// enterprise and is not of the Centre; a run the caller does not see; a month outside the calendar.
    /// </summary>
    public Task<Outcome<FollowUpSheet>> ReadAsync(Caller caller, FollowUpFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<FollowUpSheet>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            var run = filter.RunId is { } id ? await op.Db.FollowUpRuns.VisibleTo(op).Include(r => r.Account).Include(r => r.Office).FirstOrDefaultAsync(r => r.Id == id, cancellation) : null;
            if (!await FollowUpAccess.MayOpenAsync(op, cancellation) || (filter.RunId is not null && run is null) || (filter.Month is { } asked && !WorkingCalendar.Covers(asked)))
            {
                return Refusal.NotFound;
            }

            var mine = op.Db.FollowUpItems.VisibleTo(op).ServedBy(op);
            var months = await mine.Select(i => i.Month).Distinct().OrderByDescending(m => m).ToListAsync(cancellation);
            var month = run?.Month ?? months.Choose(filter.Month);
            var items = run is not null ? op.Db.FollowUpItems.VisibleTo(op).Where(i => i.RunId == run.Id) : mine.Where(i => i.Month == month);
            run ??= await op.Db.FollowUpRuns.VisibleTo(op).Include(r => r.Account).FirstOrDefaultAsync(r => r.Month == month && r.AccountId == op.Actor.AccountId, cancellation);
            return new FollowUpSheet
            {
                Month = month,
                Months = months,
                Run = run is null ? null : FollowUpQueries.NameOf(run),
                Rows = await RowsAsync(op, items.Showing(filter.Show, op.Today), filter, cancellation),
                Counts = await items.CountsAsync(op.Today, cancellation),
                NextAt = await NextAsync(op, cancellation),
                SeesTown = FollowUpAccess.SeesTown(op.Actor),
            };
        }, cancellation);

    /// <summary>The runs of a month by butler, those with most left over first. Refused NotFound for everybody but the Centre, as for a month outside the calendar.</summary>
    public Task<Outcome<FollowUpTown>> TownAsync(Caller caller, FollowUpFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<FollowUpTown>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!FollowUpAccess.SeesTown(op.Actor) || (filter.Month is { } asked && !WorkingCalendar.Covers(asked)))
            {
                return Refusal.NotFound;
            }

            var months = await op.Db.FollowUpRuns.VisibleTo(op).Select(r => r.Month).Distinct().OrderByDescending(m => m).ToListAsync(cancellation);
            var month = months.Choose(filter.Month);
            var items = op.Db.FollowUpItems.VisibleTo(op).Where(i => i.Month == month);
            var (open, left, done) = (items.Showing(FollowUpShow.Open, op.Today), items.Showing(FollowUpShow.Left, op.Today), items.Showing(FollowUpShow.Done, op.Today));
            var rows = await op.Db.FollowUpRuns.VisibleTo(op).Where(r => r.Month == month).Include(r => r.Account).Include(r => r.Office)
                .Select(r => new
                {
                    Run = r,
                    r.Account,
                    r.Office,
                    All = items.Count(i => i.RunId == r.Id),
                    Open = open.Count(i => i.RunId == r.Id),
                    Left = left.Count(i => i.RunId == r.Id),
                    Done = done.Count(i => i.RunId == r.Id),
                    Since = left.Where(i => i.RunId == r.Id).Min(i => i.LeftSince),
                })
                .OrderByDescending(r => r.Left).ThenByDescending(r => r.Open).ThenBy(r => r.Run.Number).PageAsync(filter.Skip, filter.Take, cancellation);
            return new FollowUpTown(
                month,
                months,
                new Page<FollowUpTownRow>([.. rows.Items.Select(r => new FollowUpTownRow(FollowUpQueries.NameOf(r.Run), r.All, r.Open, r.Left, r.Done, r.Since))], rows.Total),
                await items.CountsAsync(op.Today, cancellation),
                await NextAsync(op, cancellation));
        }, cancellation);

    /// <summary>How many enterprises that the caller serves wait to be looked at; none for who serves none.</summary>
    public Task<Outcome<int>> OpenAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<int>(caller, async op =>
            await op.Db.FollowUpItems.VisibleTo(op).ServedBy(op).Showing(FollowUpShow.Open, op.Today).CountAsync(cancellation), cancellation);

    /// <summary>
    /// Ends an item with a word on what came of it. For whoever serves the enterprise now. Refused: NotFound where the caller does not see it; NotAllowed where they do not serve the
    /// enterprise; without a word, or one too long; a copy that has changed, or was ended meanwhile (stale).
    /// </summary>
    public Task<Outcome<Nothing>> EndAsync(Caller caller, Guid commandId, EndFollowUpInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var item = await op.Db.FollowUpItems.VisibleTo(op).Include(i => i.Run).FirstOrDefaultAsync(i => i.Id == input.Id, cancellation);
            if (item is null)
            {
                return Refusal.NotFound;
            }

            if (!await op.Db.FollowUpItems.VisibleTo(op).ServedBy(op).AnyAsync(i => i.Id == input.Id, cancellation))
            {
                return Refusal.NotAllowed;
            }

            if (Validator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            if (!FollowUpScopes.IsOpen.Holds(item) || item.Version != input.Version)
            {
                return Refusal.Stale;
            }

            item.Take((await reasons.AsTheyAreAsync(op.Db, op.Now, [item], cancellation))[item.Id]);
            item.Close(FollowUpEnd.Word, op.Now, op.Actor.AccountId, input.Word.Trim());
            op.Note(item, FollowUpRoom.Closing, new { Number = item.Run.Label, item.Word }, isInternal: true);
            op.Changed(nameof(FollowUpItem), item.Id);
            return Nothing.Value;
        }, cancellation);

    private async Task<Page<FollowUpRow>> RowsAsync(Operation op, IQueryable<FollowUpItem> items, FollowUpFilter filter, CancellationToken cancellation)
    {
        var page = await items.Include(i => i.Enterprise).Include(i => i.Run.Account).Include(i => i.Run.Office).Include(i => i.ClosedBy).InOrder()
            .PageAsync(filter.Skip, filter.Take, cancellation);
        var open = page.Items.Where(FollowUpScopes.IsOpen.Holds).ToList();
        var present = open.Count == 0 ? new Dictionary<long, IReadOnlyList<FollowUpReason>>() : await reasons.AsTheyAreAsync(op.Db, op.Now, open, cancellation);
        var ids = open.ConvertAll(i => i.Id);
        var served = ids.Count == 0 ? [] : (await op.Db.FollowUpItems.VisibleTo(op).ServedBy(op).Where(i => EF.Parameter(ids).Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellation)).ToHashSet();
        return new Page<FollowUpRow>([.. page.Items.Select(i => Row(i, present.GetValueOrDefault(i.Id) ?? i.Read(), served.Contains(i.Id), i.Run.AccountId != op.Actor.AccountId))], page.Total);
    }

    private static FollowUpRow Row(FollowUpItem item, IReadOnlyList<FollowUpReason> present, bool mayEnd, bool isOfAnother) => new()
    {
        Id = item.Id,
        Version = item.Version,
        EnterpriseId = item.EnterpriseId,
        Name = item.Enterprise.Name,
        Tier = item.Enterprise.Tier,
        Run = FollowUpQueries.NameOf(item.Run),
        IsOfAnother = isOfAnother,
        LeftSince = item.LeftSince,
        Reasons = present,
        ClosedAs = item.ClosedAs,
        ClosedAt = item.ClosedAt,
        ClosedBy = item.ClosedBy?.DisplayName ?? "",
        Word = item.Word,
        MayEnd = mayEnd,
    };

    /// <summary>As the calendar has it at this moment; what is stored follows it within a minute.</summary>
    private async Task<DateTime> NextAsync(Operation op, CancellationToken cancellation)
    {
        var (calendar, month) = (await calendars.CurrentAsync(op.Db, cancellation), new DateOnly(op.Today.Year, op.Today.Month, 1));
        return FollowUpSchedule.DueOf(month, calendar) is var due && due > op.Now ? due : FollowUpSchedule.DueOf(month.AddMonths(1), calendar);
    }
}
