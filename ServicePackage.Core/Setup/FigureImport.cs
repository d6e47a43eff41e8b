using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Setup;

/// <summary>
/// Takes in a year's figures of many enterprises, one column a figure (plan §二): the Centre whatever it has a document for, a unit what it certifies. Each is
/// recorded by the rules of the single form; an empty field says nothing, 无 and 不适用 are answers.
/// </summary>
public sealed partial class FigureImport(OperationRunner operations, AccountService accounts) : SheetImport<FigureColumn>(operations, accounts)
{
    private readonly OperationRunner _operations = operations;
    private FigureListInput _list = new();

    /// <summary>The import of one list, of which this holds.</summary>
    public FigureImport Of(FigureListInput list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new FigureImport(_operations, Accounts) { _list = list };
    }

    private protected override IReadOnlyCollection<FigureColumn> Required => [FigureColumn.Name];

    private protected override bool TakesOthers => true;

    private protected override Refusal? Refuse(Actor actor) =>
        actor.IsCentre ? null : actor.EnterpriseId is null ? new Refusal("Import.CertifiesNothing") : Refusal.NotFound;

    /// <summary>Whoever is of the Centre, or of a unit that certifies a yearly figure.</summary>
    private protected override async Task<Refusal?> RefuseAsync(Operation op, CancellationToken cancellation) =>
        (await TakenAsync(op, cancellation)).Count > 0 ? null : Refuse(op.Actor);

    private protected override Refusal? RefuseList(Operation op) =>
        new FigureListValidator().Refuse(_list)
        ?? (!op.Actor.IsCentre && _list.Standing != FactStanding.Authority ? new Refusal("Fact.StandingNotYours", _list.Standing) { Field = nameof(FigureListInput.Standing) }
            : _list.Year >= op.Today.Year ? new Refusal("Fact.PeriodNotEnded", FactPeriod.Of(FactShape.Year, _list.Year.Value)!.Value.Name) { Field = nameof(FigureListInput.Year) }
            : null);

    private protected override async Task<SheetFile> TemplateAsync(Operation op, CancellationToken cancellation) =>
        await SheetTemplate.WriteAsync(Wording.Text("Import.Figures"), new Dictionary<FigureColumn, IReadOnlyList<string>>(), cancellation,
            [.. (await TakenAsync(op, cancellation)).Select(f => (FigureHead.Of(f), Wording.Sentence(f.Kind == FactKind.Share ? "Import.FigureHelpShare" : "Import.FigureHelp", f.Source)))]);

    private protected override async Task PlayAsync(Operation op, IReadOnlyList<SheetLine<FigureColumn>> lines, ImportRun run, CancellationToken cancellation)
    {
        var taken = await TakenAsync(op, cancellation);
        var heads = Heads([.. lines.SelectMany(l => l.Others.Keys).Distinct(StringComparer.Ordinal)], taken, run);
        var enterprises = await (op.Actor.IsCentre ? op.Db.Enterprises.VisibleTo(op) : op.Db.Enterprises.OnRoster(op.Today)).ToListAsync(cancellation);
        var firms = new SheetFirms<FigureColumn>(enterprises, FigureColumn.Name, FigureColumn.CreditCode, _list.SkipUnknown);
        var codes = taken.Select(f => f.Code).Append(FactCatalogue.Founded).ToList();
        var centre = op.Actor.IsCentre; // a unit would read from what is asked back what others say of firms that it does not see
        var standing = (await op.Db.EnterpriseFacts.Standing().Where(f => codes.Contains(f.Code) && (centre || f.Standing == FactStanding.Authority || f.Code == FactCatalogue.Founded))
            .ToListAsync(cancellation)).ToLookup(f => f.EnterpriseId);
        var made = new List<EnterpriseFact>();
        foreach (var line in lines)
        {
            if (firms.Find(line, run) is { } firm)
            {
                made.AddRange(Take(op, line, firm, heads, [.. standing[firm.Id]], run));
            }
        }

        await op.SaveAsync(cancellation); // what gives way before what takes its place
        op.Db.EnterpriseFacts.AddRange(made);
        run.Counts = run.Counts with { Figures = made.Count };
    }

    /// <summary>The figures that the actor may bring: at the Centre all, else those that their units certify.</summary>
    private static async Task<IReadOnlyList<FactDefinition>> TakenAsync(Operation op, CancellationToken cancellation)
    {
        var certified = op.Actor.IsCentre ? [] : await op.CertifiedCodesAsync(cancellation);
        return [.. FigureHead.Yearly.Where(f => op.Actor.IsCentre || certified.Contains(f.Code))];
    }

    /// <summary>Which figure stands under which head. One that is not the actor's to bring is refused, as is the same figure twice; what names no figure is left unread, and said.</summary>
    private static List<FigureHead> Heads(IReadOnlyList<string> heads, IReadOnlyList<FactDefinition> taken, ImportRun run)
    {
        var found = new List<FigureHead>();
        foreach (var text in heads)
        {
            if (FigureHead.Find(text) is not { } head)
            {
                run.Unread.Add(text);
            }
            else if (!taken.Contains(head.Fact))
            {
                run.Refuse(1, null, new Refusal("Import.FigureNotYours", head.Fact.Name), text);
            }
            else if (found.Exists(f => f.Fact == head.Fact))
            {
                run.Refuse(1, null, new Refusal("Import.FigureTwice", head.Fact.Name), text);
            }
            else
            {
                found.Add(head);
            }
        }

        if (found.Count == 0)
        {
            run.Refuse(1, null, new Refusal("Import.NoFigures"));
        }

        return found;
    }

    /// <summary>The figures of a row, by the rules of the single form; those that are known already are left.</summary>
    private List<EnterpriseFact> Take(Operation op, SheetLine<FigureColumn> line, Enterprise enterprise, IReadOnlyList<FigureHead> heads, List<EnterpriseFact> standing, ImportRun run)
    {
        var (made, changed) = (new List<EnterpriseFact>(), false);
        run.States[line.Number] = ImportState.Known;
        foreach (var head in heads.Where(h => line.Others.ContainsKey(h.Head)))
        {
            var input = Typed(head, line.Others[head.Head]);
            if (Read(op, head.Fact, input, standing) is { Refusal: { } refusal })
            {
                run.Refuse(line.Number, null, refusal, head.Head);
                continue;
            }

            var row = EnterpriseFactService.Row(enterprise.Id, head.Fact.Code, FactRules.Period(head.Fact, input).Value, FactRules.Value(head.Fact, input).Value, _list.Standing, input, op);
            var earlier = standing.Find(f => f.Code == row.Code && f.Standing == row.Standing && f.Period == row.Period);
            if (earlier is not null && (earlier.Answer, earlier.Low, earlier.High) == (row.Answer, row.Low, row.High))
            {
                continue;
            }

            if (earlier is not null)
            {
                changed = true;
                op.Db.Entry(earlier).Property(f => f.ReplacedAt).CurrentValue = op.Now; // seen although changes are not looked for
                standing.Remove(earlier);
            }

            made.Add(row);
            standing.Add(row); // its parts are held against it
        }

        if (run.States[line.Number] != ImportState.Bad && made.Count > 0)
        {
            run.States[line.Number] = changed ? ImportState.Changed : ImportState.New;
            op.Note(enterprise, "RecordFact", new { Facts = made.Count, _list.Year, _list.Standing });
        }

        return made;
    }

    private Outcome<Nothing> Read(Operation op, FactDefinition fact, FactInput input, IReadOnlyList<EnterpriseFact> standing)
    {
        if (fact.Kind == FactKind.Share && input.Answer == FactAnswer.Value && !(input.Low.EndsWith('%') || input.High.EndsWith('%')))
        {
            return new Refusal("Import.NoPercent"); // 0.028 and 2.8 % look alike once a table has had them
        }

        if (new FactValidator().Refuse(input) is { } typed)
        {
            return typed.Details.Count > 0 ? typed.Details[0] : typed;
        }

        var checks = new FactChecks(fact, FactRules.Period(fact, input).Value, FactRules.Value(fact, input).Value, op.Today, standing);
        return (checks.Refuse() ?? (_list.Again ? null : checks.Ask())) is { } refusal ? refusal.Details.Count > 0 ? refusal.Details[0] : refusal : Nothing.Value;
    }

    private FactInput Typed(FigureHead head, string text)
    {
        var answer = Answers.FirstOrDefault(a => Wording.InEveryLanguage(Wording.KeyOf(a)).Any(n => CodeText.Closed(n).Equals(CodeText.Closed(text), StringComparison.OrdinalIgnoreCase)), FactAnswer.Value);
        var range = Range().Match(CodeText.Closed(text));
        return new FactInput
        {
            Code = head.Fact.Code,
            Shape = FigureHead.ShapeOf(head.Fact),
            Year = _list.Year,
            Part = 1,
            Answer = answer,
            IsRange = answer == FactAnswer.Value && range.Success,
            Low = answer != FactAnswer.Value ? "" : range.Success ? range.Groups[1].Value : CodeText.Closed(text),
            High = answer == FactAnswer.Value && range.Success ? range.Groups[2].Value : "",
            Unit = head.Unit ?? _list.Unit,
            Standing = _list.Standing,
            Evidence = _list.Evidence,
        };
    }

    private static readonly FactAnswer[] Answers = [FactAnswer.None, FactAnswer.DoesNotApply];

    /// <summary>Two numbers with a sign of a range between them.</summary>
    [GeneratedRegex("^([0-9.,%]+)(?:~|～|—|–|-|至)([0-9.,%]+)$")]
    private static partial Regex Range();
}
