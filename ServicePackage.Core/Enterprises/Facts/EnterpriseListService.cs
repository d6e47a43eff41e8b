using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>
/// The titles of an enterprise and its other lists (plan §二): what it says of itself, what others saw, and whether a list is complete. A list that nobody
/// said is complete is open: what does not stand in it is unknown.
/// </summary>
public sealed class EnterpriseListService(OperationRunner operations)
{
    /// <summary>
    /// The lists of an enterprise, as of a day and as known on one; days to come are today. What had not begun on the day is left out, a title that was
    /// over stands there as such; a list the reader may not see is marked as kept back. Refused NotFound where the caller does not see the enterprise.
    /// </summary>
    public Task<Outcome<ListFile>> ReadAsync(Caller caller, long enterpriseId, FactMoment? moment = null, CancellationToken cancellation = default) =>
        operations.ReadAsync<ListFile>(caller, async op =>
        {
            if (!await op.Db.Enterprises.VisibleTo(op).AnyAsync(e => e.Id == enterpriseId, cancellation))
            {
                return Refusal.NotFound;
            }

            var rights = await op.FactRightsAsync(enterpriseId, cancellation);
            var (on, known, at) = FactMoment.Of(moment, op);
            var items = await op.Db.EnterpriseListItems.VisibleTo(op).Where(i => i.EnterpriseId == enterpriseId && i.RecordedAt <= at).ToListAsync(cancellation);
            var closings = await op.Db.EnterpriseListClosings.VisibleTo(op).KnownAt(at).Where(c => c.EnterpriseId == enterpriseId).ToListAsync(cancellation);
            var by = items.Select(i => i.RecordedById).Concat(closings.Select(c => c.RecordedById)).OfType<long>().Distinct().ToList();
            var names = await op.Db.Users.Where(a => by.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
            var reading = new ListReading(on, at, names);
            return new ListFile(
                enterpriseId, op.Today, on, known,
                [.. ListCatalogue.All.Select(l => l.Commercial && !rights.SeesCommercial ? new ListView(l.Code, true, [], [], 0, []) : reading.ViewOf(l, items, closings))],
                rights);
        }, cancellation);

    /// <summary>
    /// Adds an item to a list. A title that tells its dates takes the place of the same title of unknown dates. Its own people declare; its butler, its
    /// economic city and the Centre check, naming the document; the Centre alone enters what an authority says. Refused: everybody else; a stale copy;
    /// an unknown list, kind or level; an item without what its list requires; a day to come; an end before the beginning; what is no amount, or a part
    /// above it; a title that stands there already. Asked back, unless it says <see cref="ListItemInput.Again"/>: a title that begins more than ten
    /// years apart from the nearest of its kind.
    /// </summary>
    public Task<Outcome<Nothing>> RecordAsync(Caller caller, Guid commandId, ListItemInput input, CancellationToken cancellation = default) =>
        WriteAsync(caller, commandId, input, corrects: false, cancellation);

    /// <summary>
    /// Puts another in the place of an item, which stays in the history: who may record with its standing or a higher one, so that what an enterprise
    /// declared is checked this way. Refused as in <see cref="RecordAsync"/>, and an item that stands no more.
    /// </summary>
    public Task<Outcome<Nothing>> CorrectAsync(Caller caller, Guid commandId, ListItemInput input, CancellationToken cancellation = default) =>
        WriteAsync(caller, commandId, input, corrects: true, cancellation);

    /// <summary>
    /// Takes back an item that should not stand: it stays in the history. Those who may record with its standing or a higher one. Refused: everybody
    /// else; an item that stands no more.
    /// </summary>
    public Task<Outcome<Nothing>> TakeBackAsync(Caller caller, Guid commandId, long enterpriseId, long itemId, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, enterpriseId, async (op, enterprise, rights) =>
        {
            var item = await op.Db.EnterpriseListItems.VisibleTo(op).Standing().FirstOrDefaultAsync(i => i.Id == itemId && i.EnterpriseId == enterpriseId, cancellation);
            if (item is null)
            {
                return Refusal.Stale;
            }

            if (!rights.MayReplace(item.Standing))
            {
                return new Refusal("Fact.StandingNotYours", item.Standing);
            }

            item.ReplacedAt = op.Now;
            op.Note(enterprise, "TakeBackListItem", new { item.List, item.Kind, item.Level, item.From, item.Standing });
            return null;
        }, cancellation);

    /// <summary>
    /// Says that a list, or of titles one kind, is complete as of a day, today where none is given: what does not stand in it there was not. It is good
    /// for as many months as the list says. An earlier one of the same standing is marked as replaced. Who may record may say so, others than the
    /// enterprise naming the document. Refused: everybody else; a stale copy; an unknown list or kind; a day to come.
    /// </summary>
    public Task<Outcome<Nothing>> DeclareCompleteAsync(Caller caller, Guid commandId, ListClosingInput input, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, input.EnterpriseId, async (op, enterprise, rights) =>
        {
            if (ListCatalogue.Find(input.List) is not { } list || (input.Kind.Length > 0 && (!list.IsHeld || list.Kind(input.Kind) is null)))
            {
                return new Refusal("List.Unknown");
            }

            input.Standing ??= rights.Standings[0];
            if ((RefuseStanding(rights, input.Standing.Value) ?? new ListClosingValidator().Refuse(input)) is { } refusal)
            {
                return refusal;
            }

            var (asOf, standing) = (input.AsOf ?? op.Today, input.Standing.Value);
            if (asOf > op.Today || asOf < FactPeriod.Always)
            {
                return new Refusal(asOf > op.Today ? "Fact.DayToCome" : "Fact.DayTooEarly", asOf > op.Today ? op.Today : FactPeriod.Always) { Field = nameof(input.AsOf) };
            }

            if (SeenOf(await ItemsAsync(op, enterprise.Id, list.Code, cancellation)) != input.Seen)
            {
                return Refusal.Stale;
            }

            var earlier = await op.Db.EnterpriseListClosings.VisibleTo(op).Standing()
                .FirstOrDefaultAsync(c => c.EnterpriseId == enterprise.Id && c.List == list.Code && c.Kind == input.Kind && c.Standing == standing, cancellation);
            if (earlier is not null)
            {
                earlier.ReplacedAt = op.Now;
                await op.SaveAsync(cancellation); // before the new one: of each there is one that stands
            }

            op.Db.EnterpriseListClosings.Add(new EnterpriseListClosing
            {
                EnterpriseId = enterprise.Id,
                List = list.Code,
                Kind = input.Kind,
                AsOf = asOf,
                Standing = standing,
                Evidence = standing == FactStanding.Declared ? "" : input.Evidence.Trim(),
                RecordedAt = op.Now,
                RecordedById = op.ActorId,
            });
            op.Note(enterprise, "DeclareListComplete", new { List = list.Code, input.Kind, AsOf = asOf, Standing = standing });
            return null;
        }, cancellation);

    /// <summary>
    /// Takes back that a list is complete: it is open again, unless somebody else said so too. Those who may record with its standing or a higher one.
    /// Refused: everybody else; what counts no more.
    /// </summary>
    public Task<Outcome<Nothing>> UndeclareAsync(Caller caller, Guid commandId, long enterpriseId, long closingId, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, enterpriseId, async (op, enterprise, rights) =>
        {
            var closing = await op.Db.EnterpriseListClosings.VisibleTo(op).Standing().FirstOrDefaultAsync(c => c.Id == closingId && c.EnterpriseId == enterpriseId, cancellation);
            if (closing is null)
            {
                return Refusal.Stale;
            }

            if (!rights.MayReplace(closing.Standing))
            {
                return new Refusal("Fact.StandingNotYours", closing.Standing);
            }

            closing.ReplacedAt = op.Now;
            op.Note(enterprise, "UndeclareList", new { closing.List, closing.Kind, closing.AsOf, closing.Standing });
            return null;
        }, cancellation);

    private Task<Outcome<Nothing>> WriteAsync(Caller caller, Guid commandId, ListItemInput input, bool corrects, CancellationToken cancellation) =>
        ChangeAsync(caller, commandId, input.EnterpriseId, async (op, enterprise, rights) =>
        {
            if (ListCatalogue.Find(input.List) is not { } list)
            {
                return new Refusal("List.Unknown");
            }

            input.Standing ??= rights.Standings[0];
            if ((RefuseStanding(rights, input.Standing.Value) ?? new ListItemValidator().Refuse(input)) is { } typed)
            {
                return typed;
            }

            var rows = await ItemsAsync(op, enterprise.Id, list.Code, cancellation);
            var standing = rows.FindAll(i => i.ReplacedAt is null);
            var earlier = corrects ? standing.Find(i => i.Id == input.Id) : null;
            if (SeenOf(rows) != input.Seen || (corrects && earlier is null))
            {
                return Refusal.Stale;
            }

            if (earlier is not null && !rights.MayReplace(earlier.Standing))
            {
                return new Refusal("Fact.StandingNotYours", earlier.Standing);
            }

            var item = ListRules.Read(list, input);
            earlier ??= standing.Find(i => list.IsHeld && item.From is not null && i.From is null && i.Kind == item.Kind && i.Level == item.Level && rights.MayReplace(i.Standing));
            var checks = new ListChecks(list, item, op.Today, standing.FindAll(i => i != earlier));
            if ((checks.Refuse() ?? (input.Again ? null : checks.Ask())) is { } refusal)
            {
                return refusal;
            }

            if (earlier is not null)
            {
                earlier.ReplacedAt = op.Now;
                await op.SaveAsync(cancellation); // before the new one: of each title there is one that stands
            }

            item.EnterpriseId = enterprise.Id;
            item.CorrectsId = earlier?.Id;
            item.Standing = input.Standing.Value;
            item.Evidence = item.Standing == FactStanding.Declared ? "" : input.Evidence.Trim();
            item.RecordedAt = op.Now;
            item.RecordedById = op.ActorId;
            op.Db.EnterpriseListItems.Add(item);
            op.Note(enterprise, corrects ? "CorrectListItem" : "RecordListItem", new { item.List, item.Kind, item.Level, item.From, item.Standing });
            return null;
        }, cancellation);

    private Task<Outcome<Nothing>> ChangeAsync(
        Caller caller, Guid commandId, long enterpriseId, Func<Operation, Enterprise, FactRights, Task<Refusal?>> change, CancellationToken cancellation) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == enterpriseId, cancellation);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            var rights = await op.FactRightsAsync(enterprise.Id, cancellation);
            if (!rights.Record)
            {
                return Refusal.NotAllowed;
            }

            // One after the other: who waits here reads the list as the one before left it, and finds their copy stale.
            await op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == enterprise.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, e => e.Version), cancellation);
            return await change(op, enterprise, rights) is { } refusal ? refusal : Nothing.Value;
        }, cancellation);

    private static Refusal? RefuseStanding(FactRights rights, FactStanding standing) =>
        rights.Standings.Contains(standing) ? null : new Refusal("Fact.StandingNotYours", standing) { Field = nameof(ListItemInput.Standing) };

    private static Task<List<EnterpriseListItem>> ItemsAsync(Operation op, long enterpriseId, string list, CancellationToken cancellation) =>
        op.Db.EnterpriseListItems.VisibleTo(op).Where(i => i.EnterpriseId == enterpriseId && i.List == list).ToListAsync(cancellation);

    /// <summary>How often a list was changed: each item once when it came, and once when it was replaced or taken back.</summary>
    internal static int SeenOf(IReadOnlyCollection<EnterpriseListItem> rows) => rows.Count + rows.Count(i => i.ReplacedAt is not null);
}
