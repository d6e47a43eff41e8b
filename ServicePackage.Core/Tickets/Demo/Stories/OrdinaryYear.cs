using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using static ServicePackage.Core.Enterprises.RatingLevel;
using static ServicePackage.Core.Tickets.Demo.Steps;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>
/// A year of everyday demands: most are done within their time and rated, some take a side road, a few stay lying. Of those of the last
/// weeks only that is told which has happened by now.
/// </summary>
internal static class OrdinaryYear
{
    /// <summary>How many working days back the first was raised.</summary>
    private const int Length = 245;

    /// <summary>Demands raised before this many working days have come to their end.</summary>
    private const int LongestLying = 28;

    private static readonly Firm[] Askers = [.. Firms.All.Where(f => f.People.Length > 0 && f.Key != "luoqi")];

    private static readonly (RatingLevel Level, string Text)[] Ratings =
    [
        (VerySatisfied, "响应很快，办得实在。"), (Satisfied, ""), (VerySatisfied, ""), (Satisfied, "总体满意，谢谢。"), (BasicallySatisfied, "结果满意，希望中间多反馈进度。"),
        (VerySatisfied, "讲解细致，少跑了几趟。"), (Satisfied, ""), (Satisfied, "问题得到解决。"), (VerySatisfied, ""), (BasicallySatisfied, ""),
    ];

    /// <summary>So many demands, spread evenly over the year, the oldest first.</summary>
    public static IEnumerable<Story> Of(int count) => Enumerable.Range(0, count).Select(i => Tell(i, 1 + ((count - 1 - i) * (Length - 1) / Math.Max(1, count - 1))));

    private static Story Tell(int i, int back)
    {
        var firm = Askers[i * 37 % Askers.Length];
        var matter = Matter.All[i * 29 % Matter.All.Count].Of(i, firm.City);
        var handlers = Cast.HandlersOf(matter.Unit);
        var by = IsByTelephone(i) ? ByOf(firm) : null;
        var steps = StepsOf(new Case(i, matter, by is null || matter.Unit == firm.City ? "firm" : by, handlers[i % handlers.Count], back <= LongestLying && i % 3 == 0));
        return new Story(back, firm.Key, matter.Type, matter.Topic, matter.Title, matter.Text, [.. steps.Where(s => s.Day < back)])
        {
            By = by,
            Channel = i % 2 == 0 ? Channel.Telephone : Channel.Visit,
        };
    }

    private static bool IsByTelephone(int i) => i % 11 == 4;

    private static string ByOf(Firm firm) => firm.Tier == EnterpriseTier.District ? "dispatcher" : Cast.HandlersOf(firm.City)[0];

    private static IEnumerable<Step> StepsOf(Case c) => (c.I % 20) switch
    {
        3 => [.. Begin(c).Take(2), .. Supplement(c), .. End(c, 2)],
        6 => [.. SentBack(c), .. Begin(c).Skip(1).Select(s => s with { Day = s.Day + 2 }), .. End(c, 2)],
        9 => [.. Begin(c), .. NotYet(c)],
        12 => [.. Begin(c), Done(c.Day(c.Pace), c.Officer, c.Matter.Done)],
        14 => [.. Begin(c), .. End(c, 0).Take(2)],
        16 => [.. Begin(c), .. End(c, Late(c))],
        18 => [.. Begin(c), new(c.Day(c.Pace), "firm", Move.Withdraw, "问题已自行解决，撤回诉求，感谢。")],
        19 when c.I % 100 == 19 => [.. Begin(c), .. Displeased(c)],
        _ => [.. Begin(c), .. End(c, 0)],
    };

    private static Step[] Begin(Case c)
    {
        var taken = Taken(c.Day(0), c.Officer);
        Step[] begin = [Sent(c.Sent, c.Matter.Unit, c.I % 3 == 0 ? "dispatcher-2" : "dispatcher"), c.Matter.Type == TicketType.Approval ? taken with { DueIn = 20, Basis = "该事项法定办理期限" } : taken];
        return c.Matter.Report.Length > 0 && c.I % 2 == 0 ? [.. begin, Report(c.Day(c.Pace / 2), c.Officer, c.Matter.Report)] : begin;
    }

    private static Step[] End(Case c, int later)
    {
        if (c.Lies)
        {
            return [];
        }

        var done = c.Day(c.Pace + later);
        var (level, text) = Ratings[c.I % Ratings.Length];
        Step[] end = [Done(done, c.Officer, c.Matter.Done), Yes(done + 1 + (c.I % 2), c.Confirms)];
        return c.Confirms != "firm" ? end : [.. end, Rated(done + 2 + (c.I % 3), level, text)];
    }

    private static int Late(Case c) => (c.Matter.Type == TicketType.Consultation ? 3 : 10) + (c.I % 3);

    private static Step[] Supplement(Case c) =>
    [
        new(c.Day(0), c.Officer, Move.AskSupplement, "请补充情况说明和相关材料的复印件，便于核对。"),
        new(c.Day(1), "firm", Move.AnswerSupplement, "材料已补充，请查收。"),
    ];

    private static IEnumerable<Step> SentBack(Case c)
    {
        var wrong = c.Matter.Unit == "城建办" ? "规土所" : "城建办";
        yield return Sent(c.Sent, wrong);
        yield return new(c.Sent + 1, Cast.HandlersOf(wrong)[0], Move.ApplyForReturn, "经核，该事项不属本单位职责，申请退回重新分派。");
        yield return new(c.Sent + 2, "dispatcher", Move.DecideReturn, "情况属实，改由职责单位主办。") { Unit = c.Matter.Unit };
    }

    private static IEnumerable<Step> NotYet(Case c)
    {
        var done = c.Day(c.Pace);
        return
        [
            Done(done, c.Officer, c.Matter.Done),
            No(done + 1, "问题仍有反复，请进一步跟进。"),
            .. c.Lies ? [] : new[] { Done(done + 3, c.Officer, "已再次上门处理，并与企业负责人现场确认。"), Yes(done + 4), Rated(done + 5, BasicallySatisfied, "第二次处理到位。") },
        ];
    }

    private static IEnumerable<Step> Displeased(Case c)
    {
        var done = c.Day(c.Pace);
        return
        [
            Done(done, c.Officer, c.Matter.Done),
            Yes(done + 1),
            Rated(done + 2, Dissatisfied, "答复比较笼统，没有给出明确的时间安排。"),
            new(done + 3, c.Officer, Move.NoteContact, "已与企业负责人电话沟通，逐项说明后续时间安排。") { Whom = "企业负责人" },
            new(done + 9, Cast.LiaisonOf(c.Matter.Unit), Move.FileReply, "贵公司反映的事项，我单位已逐项梳理并明确完成时间和责任人。对前期答复不够具体，深表歉意。")
                { Improve = "答复件一律写明完成时间、责任人和联系方式。", ImproveBy = c.Matter.Unit, SecondIn = 30 },
        ];
    }

    /// <summary>One of them: its number, what it is about, who handles it, and whether it stays lying.</summary>
    private sealed record Case(int I, Matter Matter, string Confirms, string Officer, bool Lies)
    {
        /// <summary>Working days until it was dispatched.</summary>
        public int Sent => I % 2;

        /// <summary>Working days from its acceptance to its end.</summary>
        public int Pace => Matter.Type == TicketType.Consultation ? 2 + (I % 2) : 5 + (I % 5);

        /// <summary>The day so many working days after its acceptance.</summary>
        public int Day(int after) => Sent + (I % 3 == 1 ? 0 : 1) + after;
    }
}
