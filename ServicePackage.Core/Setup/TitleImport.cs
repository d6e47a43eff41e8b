using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using static ServicePackage.Core.Setup.TitleColumn;

namespace ServicePackage.Core.Setup;

/// <summary>
/// Takes in the published list of a title (plan §二), which is what an authority says: a title that is known of unknown dates, or on a lower word, gives way
/// to it. It closes its kind for every enterprise on the roster: who does not stand on it is known not to hold the title. A list of one level of a kind that
/// has several closes nothing, for those of another level stand on other lists.
/// </summary>
public sealed class TitleImport(OperationRunner operations, AccountService accounts) : SheetImport<TitleColumn>(operations, accounts)
{
    private static readonly Dictionary<string, Enum> Fields = new()
    {
        [nameof(ListItemInput.Number)] = Number,
        [nameof(ListItemInput.First)] = First,
        [nameof(ListItemInput.From)] = From,
        [nameof(ListItemInput.Until)] = Until,
    };

    private readonly OperationRunner _operations = operations;
    private TitleListInput _list = new();

    /// <summary>The import of one list, of which this holds.</summary>
    public TitleImport Of(TitleListInput list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new TitleImport(_operations, Accounts) { _list = list };
    }

    private protected override IReadOnlyCollection<TitleColumn> Required => [Name];

    private protected override Refusal? Refuse(Actor actor) =>
        actor.IsCentre ? null : actor.EnterpriseId is null ? new Refusal("Enterprise.CentreOnly") : Refusal.NotFound;

    private protected override Refusal? RefuseList(Operation op) =>
        new TitleListValidator().Refuse(_list)
        ?? (_list.AsOf > op.Today ? new Refusal("Fact.DayToCome", op.Today) { Field = nameof(TitleListInput.AsOf) }
            : _list.From > op.Today ? new Refusal("Fact.DayToCome", op.Today) { Field = nameof(TitleListInput.From) }
            : null);

    private protected override Task<SheetFile> TemplateAsync(Operation op, CancellationToken cancellation) =>
        SheetTemplate.WriteAsync(Wording.Text("Import.Titles"), new Dictionary<TitleColumn, IReadOnlyList<string>>
        {
            [First] = [Wording.Name(FirstTime.First), Wording.Name(FirstTime.Recheck)],
        }, cancellation);

    private protected override async Task PlayAsync(Operation op, IReadOnlyList<SheetLine<TitleColumn>> lines, ImportRun run, CancellationToken cancellation)
    {
        var enterprises = await op.Db.Enterprises.VisibleTo(op).ToListAsync(cancellation);
        var firms = new SheetFirms<TitleColumn>(enterprises, Name, TitleColumn.CreditCode, _list.SkipUnknown);
        var standing = (await op.Db.EnterpriseListItems.VisibleTo(op).Standing().Where(i => i.List == ListCatalogue.Title && i.Kind == _list.Kind).ToListAsync(cancellation))
            .Where(i => !ListCatalogue.Titles.HasLevel(_list.Kind) || i.Level == _list.Level).ToLookup(i => i.EnterpriseId);
        var made = new List<EnterpriseListItem>();
        foreach (var line in lines)
        {
            if (firms.Find(line, run) is { } firm && Take(op, line, firm, [.. standing[firm.Id]], run) is { } item)
            {
                made.Add(item);
            }
        }

        await op.SaveAsync(cancellation); // what gives way before what takes its place
        op.Db.EnterpriseListItems.AddRange(made);
        run.Counts = run.Counts with { Titles = made.Count };
        if (!ListCatalogue.Titles.HasLevel(_list.Kind))
        {
            await CloseAsync(op, [.. enterprises.Where(e => EnterpriseScopes.IsOnRoster.Holds(e, _list.AsOf!.Value))], run, cancellation);
        }
    }

    /// <summary>The title of a row, by the rules of the single form; null where it is known already or cannot be.</summary>
    private EnterpriseListItem? Take(Operation op, SheetLine<TitleColumn> line, Enterprise enterprise, List<EnterpriseListItem> standing, ImportRun run)
    {
        run.States[line.Number] = ImportState.New;
        var input = _list.Item();
        input.Number = line[Number];
        input.From = DayOf(line, From, run) ?? input.From;
        input.Until = DayOf(line, Until, run) ?? input.Until;
        input.First = FirstOf(line, run) ?? input.First;
        if (new ListItemValidator().Refuse(input) is { } typed)
        {
            run.Refuse(line.Number, typed, Fields);
        }

        if (run.States[line.Number] == ImportState.Bad)
        {
            return null;
        }

        var item = ListRules.Read(ListCatalogue.Titles, input);
        var earlier = standing.Find(i => i.From == item.From) ?? standing.Find(i => i.From is null) ?? standing.Find(i => i.Standing < FactStanding.Authority && Meet(i, item));
        (item.Number, item.First) = (item.Number.Length > 0 ? item.Number : earlier?.Number ?? "", item.First == FirstTime.Unknown ? earlier?.First ?? item.First : item.First);
        if (earlier is { Standing: FactStanding.Authority }
            && (earlier.From, earlier.Until, earlier.First, earlier.Number, earlier.Announcement) == (item.From, item.Until, item.First, item.Number, item.Announcement))
        {
            run.States[line.Number] = ImportState.Known;
            return null;
        }

        if (new ListChecks(ListCatalogue.Titles, item, op.Today, standing.FindAll(i => i != earlier)).Refuse() is { } refusal)
        {
            run.Refuse(line.Number, refusal, Fields);
            return null;
        }

        if (earlier is not null)
        {
            run.States[line.Number] = ImportState.Changed;
            op.Db.Entry(earlier).Property(i => i.ReplacedAt).CurrentValue = op.Now; // seen although changes are not looked for
        }

        (item.EnterpriseId, item.CorrectsId, item.Standing, item.Evidence) = (enterprise.Id, earlier?.Id, FactStanding.Authority, _list.Announcement.Trim());
        (item.RecordedAt, item.RecordedById) = (op.Now, op.ActorId);
        op.Note(enterprise, earlier is null ? "RecordListItem" : "CorrectListItem", new { item.List, item.Kind, item.Level, item.From, item.Standing });
        return item;
    }

    /// <summary>Every enterprise on the roster of the list's day: a later list of the kind is not undone by an earlier one.</summary>
    private async Task CloseAsync(Operation op, List<Enterprise> roster, ImportRun run, CancellationToken cancellation)
    {
        var asOf = _list.AsOf!.Value;
        var standing = await op.Db.EnterpriseListClosings.VisibleTo(op).Standing()
            .Where(c => c.List == ListCatalogue.Title && c.Kind == _list.Kind && c.Standing == FactStanding.Authority).ToDictionaryAsync(c => c.EnterpriseId, cancellation);
        var closed = roster.FindAll(e => !standing.TryGetValue(e.Id, out var earlier) || earlier.AsOf < asOf);
        foreach (var enterprise in closed.FindAll(e => standing.ContainsKey(e.Id)))
        {
            op.Db.Entry(standing[enterprise.Id]).Property(c => c.ReplacedAt).CurrentValue = op.Now;
        }

        await op.SaveAsync(cancellation);
        foreach (var enterprise in closed)
        {
            op.Db.EnterpriseListClosings.Add(new EnterpriseListClosing
            {
                EnterpriseId = enterprise.Id,
                List = ListCatalogue.Title,
                Kind = _list.Kind,
                AsOf = asOf,
                Standing = FactStanding.Authority,
                Evidence = _list.Announcement.Trim(),
                RecordedAt = op.Now,
                RecordedById = op.ActorId,
            });
            op.Note(enterprise, "DeclareListComplete", new { List = ListCatalogue.Title, _list.Kind, AsOf = asOf, Standing = FactStanding.Authority });
        }

        run.Counts = run.Counts with { Closed = closed.Count };
    }

    private static bool Meet(EnterpriseListItem one, EnterpriseListItem other) =>
        (one.Until is not { } until || until >= other.From) && (other.Until is not { } last || one.From <= last);

    private static DateOnly? DayOf(SheetLine<TitleColumn> line, TitleColumn column, ImportRun run)
    {
        if (line[column].Length == 0)
        {
            return null;
        }

        if (SheetDays.Read(line[column]) is { } day)
        {
            return day;
        }

        run.Refuse(line.Number, column, new Refusal("Import.NoDay", line[column]));
        return null;
    }

    private static FirstTime? FirstOf(SheetLine<TitleColumn> line, ImportRun run)
    {
        if (line[First].Length == 0)
        {
            return null;
        }

        foreach (var member in Enum.GetValues<FirstTime>())
        {
            if (Wording.InEveryLanguage(Wording.KeyOf(member)).Any(n => n.Equals(line[First], StringComparison.OrdinalIgnoreCase)))
            {
                return member;
            }
        }

        run.Refuse(line.Number, First, new Refusal("Import.FirstUnknown", FirstTime.First, FirstTime.Recheck));
        return null;
    }
}
