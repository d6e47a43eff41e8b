using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Roster;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using static ServicePackage.Core.Setup.NominationColumn;

namespace ServicePackage.Core.Setup;

/// <summary>
/// Takes in the whole list of one proposer for the roster of a year (plan §二, §四(二)): what it names is nominated, what it proposed before and does not name any
/// more is withdrawn. A firm that the town has no file of is new, one whose file has another name is renamed; files are touched only when the roster is published.
/// </summary>
public sealed class NominationImport(OperationRunner operations, AccountService accounts) : SheetImport<NominationColumn>(operations, accounts)
{
    private static readonly Dictionary<string, Enum> Fields = new()
    {
        [nameof(NominationInput.Name)] = Name,
        [nameof(NominationInput.CreditCode)] = NominationColumn.CreditCode,
        [nameof(NominationInput.Tier)] = Tier,
        [nameof(NominationInput.Reason)] = Reason,
        [nameof(NominationInput.ProposedOn)] = ProposedOn,
    };

    private readonly OperationRunner _operations = operations;
    private int _year;
    private Proposer _proposer = new(0);

    /// <summary>The import of one proposer's list for a year.</summary>
    public NominationImport Of(int year, Proposer proposer) => new(_operations, Accounts) { _year = year, _proposer = proposer };

    private protected override IReadOnlyCollection<NominationColumn> Required => [Name, NominationColumn.CreditCode, Tier, Reason];

    private protected override Refusal? Refuse(Actor actor) =>
        RosterAccess.MayPropose(actor) ? null : actor.EnterpriseId is null && actor.MeetsDemands ? Refusal.NotAllowed : Refusal.NotFound;

    private protected override async Task<Refusal?> RefuseListAsync(Operation op, CancellationToken cancellation) =>
        (await NominationDesk.OpenAsync(op, _year, _proposer, cancellation)).Refusal;

    private protected override Task<SheetFile> TemplateAsync(Operation op, CancellationToken cancellation) =>
        SheetTemplate.WriteAsync(Wording.Text("Import.Nominations"), new Dictionary<NominationColumn, IReadOnlyList<string>> { [Tier] = SheetTiers.Names }, cancellation);

    private protected override async Task PlayAsync(Operation op, IReadOnlyList<SheetLine<NominationColumn>> lines, ImportRun run, CancellationToken cancellation)
    {
        var desk = (await NominationDesk.OpenAsync(op, _year, _proposer, cancellation)).Value;
        var before = desk.Standing.ToList();
        var files = await op.Db.Enterprises.OnFileAsync(lines.Select(l => Enterprises.CreditCode.Normalise(l[NominationColumn.CreditCode])).ToList(), cancellation);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            Take(desk, line, files, rows, run);
            run.Progress?.Report(run.States.Count);
        }

        foreach (var gone in before.Where(n => !rows.ContainsKey(n.CreditCode)))
        {
            desk.Withdraw(gone);
            run.Gone.Add(gone.Name);
        }

        run.Counts = run.Counts with { Withdrawn = run.Gone.Count };
        run.Gone.AddRange(await MissedAsync(op, [.. rows.Keys, .. before.Select(n => n.CreditCode)], cancellation));
        if (run.Faults.Count == 0)
        {
            await op.SaveAsync(cancellation);
        }
    }

    private static void Take(NominationDesk desk, SheetLine<NominationColumn> line, IReadOnlyDictionary<string, string> files, Dictionary<string, int> rows, ImportRun run)
    {
        var code = Enterprises.CreditCode.Normalise(line[NominationColumn.CreditCode]);
        run.States[line.Number] = !files.TryGetValue(code, out var onFile) ? ImportState.New : onFile == TextRules.Kept(line[Name]) ? ImportState.Known : ImportState.Renamed;
        var tier = SheetTiers.Of(line[Tier]);
        if (tier is null && line[Tier].Length > 0)
        {
            run.Refuse(line.Number, Tier, new Refusal("Import.NotAmong", line[Tier], string.Join(Wording.Text("Import.Separator"), SheetTiers.Names)));
        }

        var day = line[ProposedOn].Length == 0 ? null : SheetDays.Read(line[ProposedOn]);
        if (line[ProposedOn].Length > 0 && day is null)
        {
            run.Refuse(line.Number, ProposedOn, new Refusal("Import.NoDay", line[ProposedOn]));
        }

        if (code.Length > 0 && !rows.TryAdd(code, line.Number))
        {
            run.Refuse(line.Number, NominationColumn.CreditCode, new Refusal("Import.TwiceInList", rows[code]));
            return;
        }

        var taken = desk.Take(new NominationInput { CreditCode = code, Name = line[Name], Tier = tier, Reason = line[Reason], ProposedOn = day });
        if (!taken.Done)
        {
            run.Refuse(line.Number, taken.Refusal!, Fields);
        }
        else
        {
            run.Counts = run.Counts with { Nominations = run.Counts.Nominations + 1 };
        }
    }

    /// <summary>Those on the roster as it stands that this proposer serves or proposed for the year before, and does not propose now.</summary>
    private Task<List<string>> MissedAsync(Operation op, List<string> codes, CancellationToken cancellation)
    {
        var (organisation, department, last) = (_proposer.OrganisationId, TextRules.Kept(_proposer.OnBehalfOf), _year - 1);
        var proposed = op.Db.Nominations.VisibleTo(op).Where(n => n.Year == last && n.OrganisationId == organisation && n.OnBehalfOf == department && n.WithdrawnAt == null);
        return op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today)
            .Where(e => (e.EconomicCityId == organisation || proposed.Any(n => n.CreditCode == e.CreditCode)) && !EF.Parameter(codes).Contains(e.CreditCode))
            .OrderBy(e => e.SortKey).Select(e => e.Name).ToListAsync(cancellation);
    }
}
