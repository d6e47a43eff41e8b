using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Enterprises.Demo;

/// <summary>
/// What the enterprises of the demo town have said of themselves: a first round without the last year, then that year, a corrected figure, and what
/// butlers saw in papers. Some facts are left unknown, more of those that are hard to know. Written in two acts, for there are thousands.
/// </summary>
internal sealed class Figures(Stage stage)
{
    private const string Marked = "演示数据";
    private const int FirstBack = 12;
    private const int SecondBack = 4;
    private const int CheckedEach = 5;
    private const int CorrectedEach = 11;
    private const int CertifiedEach = 3;

    /// <summary>What units of the town certify.</summary>
    private static readonly (string Unit, string[] Codes)[] Certified =
    [
        ("税务服务所", ["tax_place", "vat_general", "tax_paid", "taxable_income"]),
        ("人社服务中心", ["insured", "insured_months", "layoff_rate"]),
    ];

    /// <summary>The two rounds, as of their days.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        Scene(FirstBack, firm => [.. firm.Basics(), .. firm.Year(LastYear - 2), .. firm.Year(LastYear - 1)]),
        Scene(SecondBack, firm => [.. firm.Year(LastYear)]),
    ];

    /// <summary>The last year that was over at the second round.</summary>
    private int LastYear => stage.Back(SecondBack).Year - 1;

    private Scene Scene(int back, Func<FirmFigures, List<EnterpriseFact>> said)
    {
        var at = TownTime.At(stage.Back(back), new TimeOnly(10, 20));
        return new Scene(at, async cancellation =>
        {
            var runner = stage.Services.GetRequiredService<OperationRunner>();
            if (!await runner.ActAsSystemAsync(at, op => WriteAsync(op, said, isLast: back == SecondBack, cancellation), cancellation))
            {
                throw new InvalidOperationException("The demo town's facts are in each other's way.");
            }
        });
    }

    private async Task WriteAsync(Operation op, Func<FirmFigures, List<EnterpriseFact>> said, bool isLast, CancellationToken cancellation)
    {
        var enterprises = await op.Db.Enterprises.OrderBy(e => e.Id).ToListAsync(cancellation);
        var speakers = (await op.Db.Users.Where(a => a.EnterpriseId != null).OrderBy(a => a.Id).Select(a => new { a.Id, a.EnterpriseId }).ToListAsync(cancellation))
            .GroupBy(a => a.EnterpriseId!.Value).ToDictionary(g => g.Key, g => g.First().Id);
        var butlers = new Dictionary<long, long?>();
        foreach (var room in op.House.Of<IServing>())
        {
            foreach (var (id, card) in await room.ServingAsync(op, [.. enterprises.Select(e => e.Id)]))
            {
                butlers.TryAdd(id, card.AccountId);
            }
        }

        var certifier = isLast ? await ChooseAsync(op, cancellation) : null;
        List<EnterpriseFact> corrected = isLast
            ? await op.Db.EnterpriseFacts.Standing().Where(f => f.Code == "revenue" && f.Standing == FactStanding.Declared).OrderByDescending(f => f.From).ThenBy(f => f.EnterpriseId).ToListAsync(cancellation)
            : [];
        foreach (var (enterprise, place) in enterprises.Select((e, i) => (e, i)))
        {
            var facts = said(new FirmFigures(place, stage.Anchor, LastYear));
            facts.ForEach(f => f.RecordedById = speakers.TryGetValue(enterprise.Id, out var speaker) ? speaker : null);
            if (place % CheckedEach == 1)
            {
                facts.AddRange(Seen([.. facts], butlers.GetValueOrDefault(enterprise.Id), place));
            }

            if (certifier is not null && place % CertifiedEach == 0)
            {
                facts.AddRange(Known([.. facts], certifier));
            }

            if (place % CorrectedEach == 0 && corrected.Find(f => f.EnterpriseId == enterprise.Id) is { } earlier)
            {
                earlier.ReplacedAt = op.Now;
                await op.SaveAsync(cancellation);
                facts.Add(new EnterpriseFact
                {
                    Code = earlier.Code,
                    Shape = earlier.Shape,
                    From = earlier.From,
                    Until = earlier.Until,
                    Low = earlier.Low * 1.06m,
                    High = earlier.High * 1.06m,
                    RecordedById = earlier.RecordedById,
                });
            }

            facts.ForEach(f => (f.EnterpriseId, f.RecordedAt) = (enterprise.Id, op.Now));
            op.Db.EnterpriseFacts.AddRange(facts);
            op.Note(enterprise, "RecordFact", new { Facts = facts.Count, Source = Marked });
        }
    }

    /// <summary>Says what units certify, and gives the first person of the first of them.</summary>
    private static async Task<long?> ChooseAsync(Operation op, CancellationToken cancellation)
    {
        foreach (var (unit, codes) in Certified)
        {
            var id = await op.Db.Organisations.Where(o => o.Name == unit).Select(o => o.Id).FirstAsync(cancellation);
            op.Db.CertifiedFacts.AddRange(codes.Select(c => new CertifiedFact { OrganisationId = id, Code = c }));
        }

        var first = Certified[0].Unit;
        return await op.Db.Posts.Where(p => p.Organisation.Name == first).OrderBy(p => p.Id).Select(p => (long?)p.AccountId).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The tax paid, as the tax office knows it.</summary>
    private static IEnumerable<EnterpriseFact> Known(IEnumerable<EnterpriseFact> facts, long? officer) =>
        from fact in facts
        where fact is { Code: "tax_paid", Low: not null, Standing: FactStanding.Declared }
        select new EnterpriseFact
        {
            Code = fact.Code,
            Shape = fact.Shape,
            From = fact.From,
            Until = fact.Until,
            Low = fact.Low,
            High = fact.High,
            Standing = FactStanding.Authority,
            Evidence = $"{Marked}：年度完税数据",
            RecordedById = officer,
        };

    /// <summary>What the butler saw in papers: the revenue as declared, the staff one in ten fewer.</summary>
    private static IEnumerable<EnterpriseFact> Seen(IEnumerable<EnterpriseFact> facts, long? butler, int place) =>
        from fact in facts
        where fact is { Code: "revenue" or "staff", Low: not null }
        let factor = fact.Code == "staff" && place % 2 == 1 ? 0.9m : 1m
        select new EnterpriseFact
        {
            Code = fact.Code,
            Shape = fact.Shape,
            From = fact.From,
            Until = fact.Until,
            Low = decimal.Round((fact.Low ?? 0) * factor),
            High = decimal.Round((fact.High ?? 0) * factor),
            Standing = FactStanding.Checked,
            Evidence = $"{Marked}：{(fact.Code == "staff" ? "社保缴费人数" : "年度审计报告")}",
            RecordedById = butler,
        };
}
