using ServicePackage.Core.Catalogue;
using static ServicePackage.Core.Catalogue.ServiceClass;

namespace ServicePackage.Core.Events.Demo;

/// <summary>An event of the demo town.</summary>
/// <param name="Key">What the stories call it.</param>
/// <param name="By">Who enters it.</param>
/// <param name="Organiser">The name of who holds it.</param>
/// <param name="Input">What it says of itself; its days are filled in by the stories.</param>
internal sealed record Plan(string Key, string By, string Organiser, EventInput Input)
{
    /// <summary>The title of the policy that a briefing explains.</summary>
    public string Policy { get; init; } = "";
}

/// <summary>Events of all eight classes. All are invented, and say so; the policy of the briefing is one of the town's library.</summary>
internal static class Planned
{
    public const string Chamber = "马陆商会服务站（演示）";
    private const string Lean = "上海启衡管理咨询有限公司（演示）";
    private const string Cloud = "上海云帆数字科技有限公司（演示）";
    private const string Guarantee = "上海市融资担保中心";

    /// <summary>Long over: only a whole town is old enough.</summary>
    public static Plan Salon => Of("salon", "provider", Chamber, "创业沙龙：从个体户到企业", StartUp, "请两位创业者介绍设立企业的经过，现场解答登记和税务问题。", "马陆镇企业服务中心二楼会议室", 30, 2);

    /// <summary>Over, attended and rated.</summary>
    public static Plan Skills => Of("skills", "labour", "人社服务中心", "技能人才评价工作交流会", Talent, "介绍企业自主开展技能等级认定的条件和办法，已开展的企业交流经验。", "人社服务中心一楼培训教室", 40, 2);

    /// <summary>Over, by an organiser of whom nobody has an account.</summary>
    public static Plan Plant => Of("plant", "dispatcher", Cloud, "制造业数字化车间现场观摩", Digital, "参观一家企业的数字化车间，了解设备联网和生产报工的做法。", "演示路9号（企业门口集合）", 20, 2, i => (i.Fee, i.FeeWords) = (ServiceFee.Reduced, "免费参观，午餐自理"));

    /// <summary>The briefing.</summary>
    public static Plan Briefing => Of("briefing", "tax", "税务服务所", "研发费用加计扣除政策宣讲会", Innovation, "解读加计扣除的范围和申报口径，现场答疑，请财务人员参加。", "镇政府三楼报告厅", 80, 3, i => i.Kind = EventKind.Briefing) with { Policy = "研发费用税前加计扣除政策" };

    /// <summary>Full, with a waiting list.</summary>
    public static Plan Match => Of("match", "provider", Chamber, "大中小企业供需对接会", Market, "龙头企业采购负责人发布需求，每家企业洽谈十五分钟。", "马陆镇企业服务中心多功能厅", 6, 2);

    /// <summary>Moved.</summary>
    public static Plan Loans => Of("loans", "dispatcher", Guarantee, "银企融资对接会", Finance, "银行和担保机构介绍信贷、担保产品，现场对接融资需求。", "马陆镇企业服务中心多功能厅", 50, 2);

    /// <summary>Called off.</summary>
    public static Plan Labour => Of("labour-law", "provider", Chamber, "企业用工法律风险讲座", Rights, "讲解劳动合同、加班和离职中的常见风险。", "马陆镇企业服务中心二楼会议室", 40, 2);

    /// <summary>Charged, for smaller enterprises.</summary>
    public static Plan Open => Of("open", "provider-b", Lean, "精益生产开放日", Consulting, "参观样板产线，分组演练价值流分析。", "演示路66号", 24, 2, i => (i.Fee, i.FeeWords, i.FeeYuan, i.Criterion) = (ServiceFee.Charged, "每人，含资料和午餐", "380", "sme"));

    public static Plan Hiring => Of("hiring", "labour", "人社服务中心", "重点企业招聘专场", Talent, "每家企业一个展位，集中发布岗位信息。", "马陆镇文化体育中心", 60, 3);

    public static Plan Advice => Of("advice", "dispatcher", "产业发展中心", "创业政策咨询日", StartUp, "工商、税务、人社窗口人员现场解答创业政策。", "马陆镇企业服务中心一楼大厅", 100, 2);

    /// <summary>A draft that waits for the Centre.</summary>
    public static Plan UnderReview => Of("export", "provider", Chamber, "出口合规实务培训", Market, "讲解出口管制和原产地证申领的基本要求。", "马陆镇企业服务中心二楼会议室", 30, 2);

    private static Plan Of(string key, string by, string organiser, string title, ServiceClass of, string text, string place, int seats, int people, Action<EventInput>? fill = null)
    {
        var input = new EventInput
        {
            Title = title,
            Class = of,
            Text = text,
            From = new TimeOnly(13, 30),
            To = new TimeOnly(16, 0),
            Place = place,
            Seats = $"{seats}",
            PeoplePerFirm = $"{people}",
            Fee = ServiceFee.Free,
            Contact = "活动联系人（演示）",
            Phone = "021-60000040",
            IsDemo = true,
        };
        fill?.Invoke(input);
        return new Plan(key, by, organiser, input);
    }
}
