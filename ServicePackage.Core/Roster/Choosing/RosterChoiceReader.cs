using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Roster;

/// <summary>Lays side by side what the choice rests on: the roster as it stands, the nominations and the figures (plan §二, §七(二)). For the Centre.</summary>
public sealed class RosterChoiceReader(OperationRunner operations)
{
    /// <summary>The facts beside a firm, in this order.</summary>
    public static readonly IReadOnlyList<string> Figures = ["tax_paid", "revenue", "rd", "staff"];

    /// <summary>How many years back a figure is shown.</summary>
    private const int YearsBack = 3;

    /// <summary>The choice for a year, a page of its firms by name. Refused: who may not choose; those of the search text.</summary>
    public Task<Outcome<ChoiceView>> ReadAsync(Caller caller, ChoiceFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<ChoiceView>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if ((RosterAccess.RefuseChoosing(op.Actor) ?? SearchText.Refuse(filter.Text)) is { } refusal)
            {
                return refusal;
            }

            var number = filter.Year ?? await op.LatestYearAsync(cancellation);
            var year = await op.Db.RosterYears.FirstOrDefaultAsync(y => y.Year == number, cancellation);
            var candidates = await Candidates.OfAsync(op, number, null, cancellation);
            var shown = Narrowed(candidates, filter, op.Today).ToList();
            var page = shown.OrderBy(c => NameKey.Of(c.Name), StringComparer.Ordinal).ThenBy(c => c.CreditCode, StringComparer.Ordinal)
                .Skip(Math.Max(filter.Skip, 0)).Take(Math.Clamp(filter.Take, 1, Paging.Largest)).ToList();
            var figures = await FiguresAsync(op, [.. page.Select(c => c.Enterprise?.Id).OfType<long>()], cancellation);
            return new ChoiceView(
                number, year?.State, year?.Version ?? 0, year?.DistrictListOn, year?.DistrictListFrom ?? "",
                year is null ? [] : await op.Db.Attachments.VisibleTo(op).Of(year.AsSubject()).OrderBy(a => a.UploadedAt).Select(a => new AttachmentItem(a.Id, a.FileName, a.Length)).ToListAsync(cancellation),
                CountsOf(candidates, op.Today, year),
                new Page<ChoiceRow>([.. page.Select(c => RowOf(c, op.Today) with { Figures = c.Enterprise is { } e ? [.. figures[e.Id]] : [] })], shown.Count),
                await op.Db.Organisations.Where(o => o.Kind == OrganisationKind.EconomicCity && o.DisabledAt == null).OrderBy(o => o.SortKey)
                    .Select(o => new CityChoice(o.Id, o.Name, o.EnglishName)).ToListAsync(cancellation));
        }, cancellation);

    private static IEnumerable<Candidate> Narrowed(IReadOnlyList<Candidate> candidates, ChoiceFilter filter, DateOnly today)
    {
        var (sought, code) = (Sought.Of(filter.Text), CreditCode.Normalise(filter.Text));
        return candidates.Where(c => Shows(filter.Show, c, today)
            && (string.IsNullOrWhiteSpace(filter.Text) || sought.IsIn(c.Name, c.Enterprise?.Name) || (code.Length > 0 && c.CreditCode.Contains(code, StringComparison.Ordinal))));
    }

    private static bool Shows(ChoiceShow show, Candidate candidate, DateOnly today) => show switch
    {
        ChoiceShow.Undecided => candidate.Decision is null,
        ChoiceShow.SeveralProposers => candidate.Nominations.Count > 1,
        ChoiceShow.NotOnRoster => !candidate.IsOn(today),
        ChoiceShow.NotProposed => candidate.Nominations.Count == 0,
        ChoiceShow.Taken => candidate.Decision is { Taken: true },
        ChoiceShow.Left => candidate.Decision is { Taken: false },
        ChoiceShow.Failed => candidate.Decision is { AppliedAt: null },
        _ => true,
    };

    private static ChoiceCounts CountsOf(IReadOnlyList<Candidate> candidates, DateOnly today, RosterYear? year)
    {
        var taken = candidates.Where(c => c.Decision is { Taken: true }).ToList();
        var (before, present) = (candidates.Where(c => c.Decision?.AppliedAt is null).ToList(), candidates.Where(c => c.IsOn(today)).ToList());
        return new ChoiceCounts(
            candidates.Count,
            taken.Count(c => c.Decision!.Tier == EnterpriseTier.District), taken.Count(c => c.Decision!.Tier == EnterpriseTier.Town),
            before.Count(c => c.Decision is { Taken: true } && !c.IsOn(today)), before.Count(c => c.Decision is { Taken: true } && c.IsOn(today)),
            before.Count(c => c.Decision is { Taken: false } && c.IsOn(today)),
            year?.State == RosterYearState.Published ? 0 : candidates.Count(c => c.Decision is null),
            year?.State == RosterYearState.Published ? candidates.Count(c => c.Decision is { AppliedAt: null }) : 0,
            present.Count(c => c.Enterprise!.Tier == EnterpriseTier.District), present.Count(c => c.Enterprise!.Tier == EnterpriseTier.Town));
    }

    private static ChoiceRow RowOf(Candidate candidate, DateOnly today) => new(
        candidate.CreditCode, candidate.Name, candidate.Enterprise?.Id,
        candidate.Enterprise is { } file && file.Name != candidate.Name ? file.Name : null,
        candidate.IsOn(today) ? candidate.Enterprise!.Tier : null,
        candidate.Enterprise?.EconomicCity.Name ?? "", candidate.Enterprise?.EconomicCity.EnglishName ?? "",
        [.. candidate.Nominations.Select(n => new ChoiceProposal(n.OnBehalfOf.Length > 0 ? n.OnBehalfOf : n.Organisation.Name, n.OnBehalfOf.Length > 0 ? "" : n.Organisation.EnglishName, n.Tier, n.Reason))],
        candidate.Decision is { } d ? new ChoiceDecision(d.Version, d.Taken, d.Tier, d.Reason, d.AppliedAt is not null) : null);

    /// <summary>The latest figure of each fact of whole years, of the highest standing.</summary>
    private static async Task<ILookup<long, ChoiceFigure>> FiguresAsync(Operation op, List<long> enterprises, CancellationToken cancellation)
    {
        var (codes, from) = (Figures.ToList(), new DateOnly(op.Today.Year - YearsBack, 1, 1));
        var facts = await op.Db.EnterpriseFacts.VisibleTo(op).Standing()
            .Where(f => EF.Parameter(enterprises).Contains(f.EnterpriseId) && EF.Parameter(codes).Contains(f.Code) && f.From >= from && (f.Shape == FactShape.Year || f.Shape == FactShape.EndOfYear))
            .ToListAsync(cancellation);
        return (from fact in facts.GroupBy(f => (f.EnterpriseId, f.Code, f.From)).Select(g => g.Counting())
                orderby codes.IndexOf(fact.Code), fact.From descending
                group fact by (fact.EnterpriseId, fact.Code) into ofFact
                from shown in ofFact.Take(1)
                select (shown.EnterpriseId, Figure: new ChoiceFigure(shown.Code, shown.From.Year, Say(shown)))).ToLookup(f => f.EnterpriseId, f => f.Figure);
    }

    private static string Say(EnterpriseFact fact) =>
        fact is { Answer: FactAnswer.Value, Low: { } low, High: { } high } ? FactWording.Number(FactCatalogue.Find(fact.Code)!, low, high) : Wording.Name(fact.Answer);
}
