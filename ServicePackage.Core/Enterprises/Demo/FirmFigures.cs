namespace ServicePackage.Core.Enterprises.Demo;

/// <summary>
/// What one enterprise of the demo town knows of itself: figures that are believable beside each other, parts below their wholes. The first firms know all; of
/// the others more is left unknown the harder it is to know.
/// </summary>
/// <param name="Place">Which firm it is: 0, 1, 2 …</param>
/// <param name="Anchor">The town's day.</param>
/// <param name="LastYear">The last year that is over.</param>
internal sealed record FirmFigures(int Place, DateOnly Anchor, int LastYear)
{
    private const decimal Million = 1_000_000m;
    private const int KnowAll = 13;
    private const string Malu = "310114106";
    private const string Elsewhere = "310114102";

    private static readonly string[] Industries = ["3432", "3670", "2760", "3525", "3451", "3599", "2231", "1411", "5990", "6513"];
    private static readonly string[] Ownerships = ["private", "private", "private", "state", "joint", "private", "foreign"];
    private static readonly string[] Institutions = ["none", "none", "district", "city"];

    /// <summary>R&amp;D as a share of the last year's revenue: the second is just below what a specialised firm needs; it was more before.</summary>
    private static readonly decimal[] Research = [0.018m, 0.028m, 0.036m, 0.045m, 0.054m, 0.063m];

    /// <summary>How many in a hundred do not know it.</summary>
    private static readonly Dictionary<string, int> Missing = new()
    {
        ["founded"] = 1,
        ["reg_place"] = 1,
        ["tax_place"] = 15,
        ["op_place"] = 10,
        ["legal_person"] = 1,
        ["ownership"] = 10,
        ["industry"] = 3,
        ["segment_since"] = 45,
        ["listed"] = 5,
        ["vat_general"] = 15,
        ["restricted"] = 25,
        ["staff"] = 10,
        ["staff_avg"] = 30,
        ["staff_rd"] = 40,
        ["staff_sci"] = 45,
        ["insured"] = 35,
        ["insured_months"] = 40,
        ["layoff_rate"] = 50,
        ["hires_key"] = 60,
        ["revenue"] = 12,
        ["revenue_main"] = 30,
        ["revenue_tech"] = 55,
        ["income_total"] = 40,
        ["output"] = 25,
        ["tax_paid"] = 10,
        ["taxable_income"] = 45,
        ["assets"] = 35,
        ["assets_avg"] = 50,
        ["liabilities"] = 40,
        ["rd"] = 35,
        ["rd_cn"] = 60,
        ["export"] = 40,
        ["invested"] = 30,
        ["ip1"] = 30,
        ["ip1_own"] = 45,
        ["ip1_high"] = 45,
        ["ip1_used"] = 45,
        ["ip2"] = 35,
        ["core_ip"] = 40,
        ["rd_institution"] = 30,
        ["strategic"] = 35,
        ["share_national"] = 60,
        ["rank_national"] = 65,
        ["rank_global"] = 65,
    };

    /// <summary>Of a score.</summary>
    private const int ScoreMissing = 70;

    private bool Makes => Place % Industries.Length < 8;

    private int Staff(int year) => (Place == 0 ? 84 : 18 + ((Place * 17) % 320)) + (year % 4);

    /// <summary>What is true of it, not of a year.</summary>
    public IEnumerable<EnterpriseFact> Basics()
    {
        var founded = new DateOnly(LastYear - 3 - (Place % 17), 1 + (Place % 12), 1 + (Place % 27));
        var (always, counted, month) = (FactPeriod.Since(founded), FactPeriod.Since(Anchor.AddMonths(-14)), Anchor.AddMonths(-2));
        var rights = 1 + (Place % 7);
        var own = rights - (Place % 3 == 2 ? 1 : 0);
        return Known(month.Year,
        [
            Fact("founded", FactPeriod.OfDay, f => f.Day = founded),
            Choice("reg_place", always, Malu),
            Choice("tax_place", always, Place % 11 == 6 ? Elsewhere : Malu),
            Choice("op_place", always, Place % 9 == 4 ? Elsewhere : Malu),
            Choice("legal_person", always, FactRules.Yes),
            Choice("ownership", always, Ownerships[Place % Ownerships.Length]),
            Choice("industry", always, Industries[Place % Industries.Length]),
            Fact("segment_since", FactPeriod.OfDay, f => f.Day = founded.AddDays(200)),
            Choice("listed", always, Place % 21 == 2 ? "neeq" : "none"),
            Choice("vat_general", always, Place % 25 == 18 ? FactRules.No : FactRules.Yes),
            Choice("restricted", always, Place % 40 == 39 ? FactRules.Yes : FactRules.No),
            Number("insured", FactPeriod.Of(FactShape.EndOfMonth, month.Year, month.Month)!.Value, Staff(LastYear) * 9 / 10),
            Number("insured_months", counted, Place % 15 == 9 ? 7 : 24 + (Place % 60)),
            Number("ip1", counted, rights),
            Number("ip1_own", counted, own),
            Number("ip1_high", counted, own / 3),
            Number("ip1_used", counted, (own + 1) / 2),
            Number("ip2", counted, Place % 13),
            Choice("core_ip", counted, Place % 6 == 4 ? FactRules.No : FactRules.Yes),
            Choice("rd_institution", counted, Institutions[Place % Institutions.Length]),
            Choice("strategic", counted, Place % 3 == 0 ? FactRules.Yes : FactRules.No),
        ]);
    }

    /// <summary>The figures of a year: of the last two more of them than of those before.</summary>
    public IEnumerable<EnterpriseFact> Year(int year)
    {
        var (of, end) = (FactPeriod.Of(FactShape.Year, year)!.Value, FactPeriod.Of(FactShape.EndOfYear, year)!.Value);
        var (revenue, staff) = (Revenue(year), Staff(year));
        var (rd, assets) = (decimal.Round(revenue * (Research[Place % Research.Length] + (year < LastYear ? 0.003m : 0)), 2), revenue * (1.1m + ((Place % 5) * 0.1m)));
        List<EnterpriseFact> facts =
        [
            Place >= KnowAll && Place % 8 == 5 ? Number("revenue", of, decimal.Floor(revenue / Million) * Million, decimal.Ceiling(revenue * 1.2m / Million) * Million) : Number("revenue", of, revenue),
            Number("staff", end, staff),
            Part("tax_paid", of, revenue, 0.043m),
            Number("rd", of, rd),
            Part("rd_cn", of, rd, 0.95m),
            Part("revenue_main", of, revenue, 0.91m),
            Number("staff_rd", end, staff / 5),
            Place % 3 == 0 ? Fact("export", of, f => (f.Answer, f.Low, f.High) = (FactAnswer.None, 0, 0)) : Part("export", of, revenue, 0.12m),
            Part("assets", end, assets, 1),
            Part("liabilities", end, assets, 0.38m + ((Place % 7) * 0.05m)),
        ];
        if (year >= LastYear - 1 && Makes)
        {
            facts.Add(Part("output", of, revenue, 0.97m));
        }

        return Known(year, year < LastYear ? facts : [.. facts, .. Latest(of, end, revenue, staff, assets)]);
    }

    /// <summary>What is asked of the last year alone.</summary>
    private IEnumerable<EnterpriseFact> Latest(FactPeriod of, FactPeriod end, decimal revenue, int staff, decimal assets) =>
    [
        Number("staff_avg", of, staff - 2),
        Number("staff_sci", end, staff / 4),
        Number("layoff_rate", of, (Place % 9) * 0.01m),
        Number("hires_key", of, Place % 4),
        Part("revenue_tech", of, revenue, 0.45m + ((Place % 5) * 0.09m)),
        Part("income_total", of, revenue, 1.02m),
        Part("taxable_income", of, revenue, 0.075m - ((Place % 4) * 0.015m)),
        Part("assets_avg", of, assets, 0.96m),
        Part("invested", of, revenue, 0.02m + ((Place % 6) * 0.015m)),
        Number("share_national", of, 0.01m + ((Place % 12) * 0.01m)),
        Number("rank_national", of, 1 + (Place * 3 % 40)),
        Number("rank_global", of, 6 + (Place * 3 % 90)),
        Number("score_innovative", of, 55 + (((Place * 11) + 7) % 40)),
        Number("score_srdi", of, 48 + (((Place * 7) + 9) % 38)),
        Number("score_little_giant", of, 45 + (((Place * 7) + 20) % 45)),
        Number("score_hnte", of, 64 + (((Place * 5) + 12) % 30)),
        Number("score_tech_sme", of, 58 + (((Place * 3) + 10) % 36)),
    ];

    /// <summary>It grows or shrinks at its own pace; that of the first firm keeps its taxable income just above what a small low-profit one may have.</summary>
    private decimal Revenue(int year)
    {
        var pace = 1 + (((((Place * 13) + 11) % 31) - 6) / 100m);
        var revenue = (Place == 0 ? 39 : 8 + ((Place * 29) % 240)) * Million;
        for (var past = LastYear - 2; past < year; past++)
        {
            revenue *= pace;
        }

        return decimal.Round(revenue, 0);
    }

    private IEnumerable<EnterpriseFact> Known(int year, IEnumerable<EnterpriseFact> facts) => facts.Where(f =>
        Place < KnowAll || ((Place * 37) + (f.Code.Sum(c => c) * 53) + (year * 7)) % 100 >= Missing.GetValueOrDefault(f.Code, ScoreMissing));

    private static EnterpriseFact Part(string code, FactPeriod period, decimal whole, decimal share) => Number(code, period, decimal.Round(whole * share, 2));

    private static EnterpriseFact Choice(string code, FactPeriod period, string choice) => Fact(code, period, f => f.Choice = choice);

    private static EnterpriseFact Number(string code, FactPeriod period, decimal low, decimal? high = null) => Fact(code, period, f => (f.Low, f.High) = (low, high ?? low));

    private static EnterpriseFact Fact(string code, FactPeriod period, Action<EnterpriseFact> answer)
    {
        var fact = new EnterpriseFact { Code = code, Shape = period.Shape, From = period.From, Until = period.Until };
        answer(fact);
        return fact;
    }
}
