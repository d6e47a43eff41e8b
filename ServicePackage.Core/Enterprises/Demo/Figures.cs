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
    private const decimal Million = 1_000_000m;

    private static readonly string[] Industries = ["3432", "3670", "2760", "3525", "3451", "3599", "2231", "1411", "5990", "6513"];
    private static readonly string[] Ownerships = ["private", "private", "private", "state", "joint", "private", "foreign"];

    /// <summary>The two rounds, as of their days.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        Scene(FirstBack, firm => [.. Basics(firm), .. Year(firm, LastYear - 2), .. Year(firm, LastYear - 1)]),
        Scene(SecondBack, firm => [.. Year(firm, LastYear)]),
    ];

    /// <summary>The last year that was over at the second round.</summary>
    private int LastYear => stage.Back(SecondBack).Year - 1;

    private Scene Scene(int back, Func<Firm, List<EnterpriseFact>> said)
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

    private static async Task WriteAsync(Operation op, Func<Firm, List<EnterpriseFact>> said, bool isLast, CancellationToken cancellation)
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

        List<EnterpriseFact> corrected = isLast
            ? await op.Db.EnterpriseFacts.Standing().Where(f => f.Code == "revenue" && f.Standing == FactStanding.Declared).OrderByDescending(f => f.From).ThenBy(f => f.EnterpriseId).ToListAsync(cancellation)
            : [];
        foreach (var (enterprise, place) in enterprises.Select((e, i) => (e, i)))
        {
            var facts = said(new Firm(place));
            facts.ForEach(f => f.RecordedById = speakers.TryGetValue(enterprise.Id, out var speaker) ? speaker : null);
            if (place % CheckedEach == 1)
            {
                facts.AddRange(Seen([.. facts], butlers.GetValueOrDefault(enterprise.Id), place));
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

    private List<EnterpriseFact> Basics(Firm firm)
    {
        var founded = new DateOnly(LastYear - 3 - (firm.Place % 17), 1 + (firm.Place % 12), 1 + (firm.Place % 27));
        List<EnterpriseFact> facts =
        [
            Fact("founded", FactPeriod.OfDay, f => f.Day = founded),
            Fact("reg_place", FactPeriod.Since(founded), f => f.Choice = "310114106"),
            Fact("op_place", FactPeriod.Since(founded), f => f.Choice = firm.Place % 9 == 4 ? "310114102" : "310114106"),
            Fact("legal_person", FactPeriod.Since(founded), f => f.Choice = FactRules.Yes),
            Fact("ownership", FactPeriod.Since(founded), f => f.Choice = Ownerships[firm.Place % Ownerships.Length]),
            Fact("industry", FactPeriod.Since(founded), f => f.Choice = Industries[firm.Place % Industries.Length]),
            Fact("segment_since", FactPeriod.OfDay, f => f.Day = founded.AddDays(200)),
            Fact("listed", FactPeriod.Since(founded), f => f.Choice = firm.Place % 21 == 2 ? "neeq" : "none"),
            Number("ip1", FactPeriod.Since(stage.Anchor.AddMonths(-14)), 1 + (firm.Place % 7)),
            Number("ip2", FactPeriod.Since(stage.Anchor.AddMonths(-14)), firm.Place % 13),
        ];
        return [.. facts.Where((f, i) => f.Code is "founded" or "reg_place" || IsKnown(firm, i, 55))];
    }

    private static List<EnterpriseFact> Year(Firm firm, int year)
    {
        var (of, end) = (FactPeriod.Of(FactShape.Year, year)!.Value, FactPeriod.Of(FactShape.EndOfYear, year)!.Value);
        var revenue = decimal.Round((8 + ((firm.Place * 29) % 240)) * Million * (1 + ((year % 5) * 0.07m)), 0);
        var staff = 18 + ((firm.Place * 17) % 320) + (year % 4);
        List<EnterpriseFact> facts =
        [
            firm.Place % 8 == 5 ? Number("revenue", of, decimal.Floor(revenue / Million) * Million, decimal.Ceiling(revenue * 1.2m / Million) * Million) : Number("revenue", of, revenue),
            Number("staff", end, staff),
            Number("tax_paid", of, decimal.Round(revenue * 0.043m, 2)),
            Number("rd", of, decimal.Round(revenue * (0.018m + ((firm.Place % 6) * 0.009m)), 2)),
            Number("revenue_main", of, decimal.Round(revenue * 0.91m, 2)),
            Number("staff_rd", end, staff / 5),
            firm.Place % 3 == 0 ? Fact("export", of, f => (f.Answer, f.Low, f.High) = (FactAnswer.None, 0, 0)) : Number("export", of, decimal.Round(revenue * 0.12m, 2)),
            Number("assets", end, decimal.Round(revenue * 1.3m, 2)),
            Number("liabilities", end, decimal.Round(revenue * 0.55m, 2)),
        ];
        return [.. facts.Where((f, i) => i < 3 ? IsKnown(firm, i, 88) : IsKnown(firm, i + year, 30))];
    }

    private static bool IsKnown(Firm firm, int salt, int percent) => firm.Place < 13 || ((firm.Place * 37) + (salt * 53)) % 100 < percent;

    private static EnterpriseFact Number(string code, FactPeriod period, decimal low, decimal? high = null) => Fact(code, period, f => (f.Low, f.High) = (low, high ?? low));

    private static EnterpriseFact Fact(string code, FactPeriod period, Action<EnterpriseFact> answer)
    {
        var fact = new EnterpriseFact { Code = code, Shape = period.Shape, From = period.From, Until = period.Until };
        answer(fact);
        return fact;
    }

    private sealed record Firm(int Place);
}
