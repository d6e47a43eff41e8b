using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Packages;

/// <summary>Invented packages to look at a template with: an ordinary one, one in which everything is as long as can be, and one with nothing to say.</summary>
public static class PackagePaperSamples
{
    /// <summary>Who issues them.</summary>
    internal const string Butler = "示例管家";

    /// <summary>An ordinary enterprise.</summary>
    public static PackageContent Usual(DateOnly on) => Bare(on) with
    {
        Tasks =
        [
            Apply(on, "技术改造设备投资补助", 12),
            Apply(on, "首台（套）重大技术装备奖励", 27),
            new(PackageTaskKind.Answer, new("厂区门口道路积水，请求协调排水改造", ""), on.AddDays(3), new("", 0)) { Answer = PackageAnswer.Confirm },
            new(PackageTaskKind.Tell, new("研发费用", ""), null, new("", 0)) { Decides = 3 },
        ],
        MoreTasks = 2,
        Clauses =
        [
            Clause(1, PackageGroup.Met, "技术改造设备投资补助", "按设备投资额的10%给予补助，最高500万元", "约120万元") with { WindowUntil = on.AddDays(12), IsPutForward = true, Word = "请在截止前一周把设备清单交给我，一起核对。" },
            Clause(2, PackageGroup.Met, "首台（套）重大技术装备奖励", "按合同金额的20%给予奖励，最高200万元", "200万元") with { WindowUntil = on.AddDays(27) },
            Clause(3, PackageGroup.Met, "高新技术企业认定奖励", "首次认定的给予一次性奖励20万元", "20万元") with { WithoutApplication = true },
            Clause(4, PackageGroup.Met, "人才公寓租金补贴", "按市场租金的30%给予补贴，每户每年不超过1.2万元", "") with { ValidityUnknown = true },
            Clause(5, PackageGroup.Met, "出口信用保险保费补助", "按实缴保费的50%给予补助，最高30万元", "约8万元") with { Window = WindowState.ToCome, WindowFrom = on.AddDays(60), WindowUntil = on.AddDays(90) },
            Clause(6, PackageGroup.ToVerify, "绿色工厂示范奖励", "市级示范给予20万元，国家级示范给予50万元", "20万元至50万元") with { Missing = [new("是否列入市级绿色工厂公示名单", "")] },
            Clause(7, PackageGroup.WithinReach, "专精特新“小巨人”企业奖励", "认定后给予一次性奖励60万元", "60万元") with { Missing = [new("近两年营业收入平均增长率为4.2%，要求不低于5%", ""), new("研发人员占比为12%，要求不低于15%", "")], Window = WindowState.ToBeAnnounced },
            Clause(8, PackageGroup.WithinReach, "企业技术中心认定奖励", "区级10万元，市级50万元", "10万元") with { Missing = [new("研发费用为380万元，要求不低于500万元", "")] },
        ],
        Services =
        [
            Service(1, "智能化改造诊断", "嘉定区中小企业服务中心", ServiceFee.Free, PickState.Accepted),
            Service(2, "知识产权质押融资辅导", "示例银行嘉定支行", ServiceFee.Charged, PickState.Delivered) with { IsCommercial = true, DeliveredOn = on.AddDays(-20) },
        ],
        Seats = [new(1, "技术改造政策宣讲会", on.AddDays(6).ToDateTime(new TimeOnly(6, 0)), on.AddDays(6).ToDateTime(new TimeOnly(8, 0)), "马陆镇企业服务中心三楼会议室", SeatState.Taken, 2, 0)],
        Recommended = [new(3, "出口合规讲座", new("马陆镇企业服务中心", ""), "贵单位今年出口增长较快。", Butler)],
        Demands =
        [
            new PackageDemand { Id = 1, Number = "2026-00412", Title = "厂区门口道路积水，请求协调排水改造", State = TicketState.AwaitingConfirmation, Lamp = Lamp.Approaching, Due = on.AddDays(3), Unit = new("城建办", "") },
            new PackageDemand { Id = 2, Number = "2026-00455", Title = "新员工居住证办理咨询", State = TicketState.InProgress, Due = on.AddDays(9), Unit = new("社区事务受理服务中心", "") },
        ],
        Obtained =
        [
            new PackageGrant { Id = 1, Title = "稳岗返还", PolicyTitle = "关于进一步做好失业保险稳岗工作的通知", Yuan = 86_500, Day = on.AddDays(-40) },
            new PackageGrant { Id = 2, Title = "科技型中小企业研发补助", PolicyTitle = "嘉定区加快科技创新若干措施", Yuan = 300_000, Day = on.AddDays(-12), IsUnpaid = true },
        ],
        Changes = new PackageChanges(on.Year, 1,
        [
            new(PackageChangeKind.New, new("", 0), "首台（套）重大技术装备奖励"),
            new(PackageChangeKind.Changed, new("", 0), "技术改造设备投资补助") { Aspect = PackageAspect.Amount, Before = new("约90万元", ""), After = new("约120万元", "") },
            new(PackageChangeKind.Gone, new("", 0), "厂房租金补贴") { Why = PackageGone.NotInForce },
        ]),
    };

    /// <summary>An enterprise of which everything is long and there is much.</summary>
    public static PackageContent Lengthy(DateOnly on)
    {
        var usual = Usual(on);
        const string Name = "上海示例长三角一体化先进制造与智能装备系统集成研究院（集团）股份有限公司马陆分公司";
        return usual with
        {
            Enterprise = usual.Enterprise with { Name = Name },
            Butler = new PackagePerson(new("示例欧阳管家", ""), PostKind.GeneralManager, "021-59150000转80001"),
            Leader = new PackagePerson(new("示例司马领导", ""), PostKind.TownLeader, "021-59150000转80002"),
            Tasks = [.. Enumerable.Range(1, PackageRules.MostTasks).Select(i => Apply(on, $"关于支持本区制造业企业开展智能化改造和数字化转型的若干专项资金第{i}批项目", i * 5))],
            Clauses = [.. usual.Clauses.SelectMany(c => new[] { c, c with { Title = $"{c.Title}（含分支机构及其在本镇范围内新设的全资子公司，按照实际投资主体分别计算）", PolicyTitle = "关于进一步优化营商环境更好服务市场主体推动经济高质量发展若干政策措施的实施细则（试行）", Unit = new("产业发展中心", ""), ToConfirm = "有效期以主管部门答复为准", Personalised = true, Word = "请与管家联系核对材料，尤其是合同、发票和付款凭证的日期应当落在规定的期间之内。" } })],
            Services = [.. usual.Services.Select(s => s with { Title = $"{s.Title}与全流程跟踪陪伴式综合服务方案", Provider = new("上海市嘉定区马陆镇中小企业公共服务示例平台有限公司", "") })],
            Recommended = [.. usual.Recommended.Select(r => r with { Why = "贵单位今年出口增长较快，且新增三个海外市场，宜先了解当地的准入、认证和数据出境要求，避免合同签订之后再行整改。" })],
            Demands = [.. usual.Demands.Select(d => d with { Title = $"{d.Title}，并希望一并解决厂区周边货车通行、夜间照明和公交线路末班车时间过早等问题" })],
            Obtained = [.. usual.Obtained.Select(o => o with { Title = $"{o.Title}（按季度分批拨付，含上年度结转）", Yuan = 12_345_678.9m })],
        };
    }

    /// <summary>An enterprise of which nothing is to be said yet.</summary>
    public static PackageContent Bare(DateOnly on) => new()
    {
        Enterprise = new PackageEnterprise(0, "上海示例精密机械有限公司", "91310114MA1示例000", EnterpriseTier.Town, new Said("示例经济城", "")),
        On = on,
        Butler = new PackagePerson(new(Butler, ""), PostKind.Specialist, "021-59150001"),
        Leader = new PackagePerson(new("示例领导", ""), PostKind.TownLeader, "021-59150002"),
    };

    private static PackageTask Apply(DateOnly on, string title, int days) => new(PackageTaskKind.Apply, new(title, ""), on.AddDays(days), new("", 0));

    private static PackageClause Clause(int id, PackageGroup group, string title, string benefit, string amount) => new()
    {
        ClauseId = id,
        Group = group,
        Title = title,
        PolicyTitle = "示例产业扶持办法",
        DocumentNumber = "（示例文号）",
        Level = PolicyLevel.District,
        Benefit = benefit,
        Amount = amount.Length > 0 ? new Said(amount, "") : null,
        Window = WindowState.Open,
    };

    private static PackageService Service(int id, string title, string provider, ServiceFee fee, PickState state) => new()
    {
        PickId = id,
        ServiceId = id,
        Title = title,
        Class = ServiceClass.Digital,
        Provider = new(provider, ""),
        Fee = fee,
        State = state,
        Contact = "示例联系人",
        Phone = "021-59150003",
    };
}
