using ServicePackage.Core.Enterprises;
using static ServicePackage.Core.Enterprises.RatingLevel;
using static ServicePackage.Core.Tickets.Demo.Steps;
using static ServicePackage.Core.Tickets.TicketType;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Demands that were withdrawn or ended, and those that took a side road.</summary>
internal static class BrokenOff
{
    public static readonly IReadOnlyList<Story> Stories =
    [
        new(13, "bochi", Coordination, "人才与用工", "驾驶员体检绿色通道",
            "新招驾驶员三十名需集中体检，希望协调体检机构优先安排。",
            Sent(1, "人社服务中心"),
            Taken(2, "labour"),
            new(6, "firm", Move.Withdraw, "体检机构已自行联系落实，撤回诉求，感谢。")),

        new(35, "hengyue", Coordination, "水电气与通信", "厂区中水回用管线借道",
            "中水回用管线需借道公共绿带，希望协调。",
            Sent(1, "水务站"),
            Taken(3, "water"),
            Report(10, "water", "已与绿化养护单位对接，等待方案。"),
            new(22, "firm", Move.Withdraw, "等待时间过长，公司已改为厂区内自行敷设，撤回诉求。")),

        new(38, "luoqi", Coordination, "土地与厂房", "厂房租约到期后的搬迁协助",
            "厂房租约年底到期，业主不再续租，希望协助寻找替代厂房。",
            Sent(1, "经济城B"),
            Taken(2, "city-b"),
            Report(7, "city-b", "已推荐两处厂房，企业称经营调整，暂缓决定。"),
            new(13, "dispatcher", Move.End, "企业已决定迁出本镇，不再列入重点企业名单，诉求终止办理。"))
            { By = "city-b-manager" },

        new(63, "zhenlu", Approval, "规划与建设", "模具车间扩建规划许可",
            "拟在厂区预留地扩建模具车间，需办理规划许可。",
            Sent(1, "规土所"),
            Taken(1, "land") with { DueIn = 30, Basis = "《中华人民共和国城乡规划法》第四十条" },
            new(7, "land", Move.ProposeProceedings, "企业对方案审核意见不服，已申请行政复议。") { Proceeding = ProceedingKind.Reconsideration },
            new(8, "lead", Move.DecideProceedings, "已向复议机关核实。") { Agreed = true, Proceeding = ProceedingKind.Reconsideration, Case = "演示复第009号", DueIn = 30, Tell = "贵企业申请的行政复议已经受理，复议决定作出前暂停计时。" },
            new(33, "dispatcher", Move.LeaveProceedings, "复议决定维持原审核意见，企业已修改方案，恢复办理。"),
            Done(42, "land", "建设工程规划许可证已核发，企业已领取。"),
            new(43, "city-a-manager", Move.HandOnFirstAsked, "本人岗位调整期间，由唐俊杰接续跟踪。") { Person = "city-a-2" },
            Yes(44, "city-a-2", "企业确认已领取许可证。"))
            { By = "city-a-manager" },

        new(29, "jinghe", Coordination, "知识产权与法律", "专利侵权线索的行政处理指引",
            "发现外地厂家仿制公司产品，希望指导行政处理途径。",
            Sent(1, "市场监管所", "dispatcher-2"),
            Taken(2, "market"),
            Says(4, "city-a", "企业已收集公证购买的样品，可一并提供。"),
            Done(10, "market", "已指导企业向区知识产权局提交行政裁决请求，案件已受理。"),
            Yes(11),
            Rated(12, VerySatisfied, "指引明确，少走弯路。")),

        new(56, "yunqi", Coordination, "道路市政", "园区路灯夜间不亮",
            "园区次干道路灯近半数不亮，夜班员工出行不安全。",
            Sent(1, "经济城B"),
            Taken(2, "city-b-liaison"),
            Done(6, "city-b-liaison", "已更换该路段损坏灯泡十二只。"),
            No(8, "更换后三天又熄灭一半，怀疑线路问题。"),
            Done(11, "city-b-liaison", "已检修路灯控制箱，当晚恢复照明。"),
            No(13, "仍有一段不亮，控制箱检修没有用。"),
            new(14, "lead", Move.DecideCourse, "问题在于线路老化，改由城建办主办，纳入路灯设施改造。") { Course = Course.Redispatch, Unit = "城建办" },
            Taken(15, "build"),
            Done(25, "build", "已更换电缆320米，全线亮灯。"),
            Yes(26),
            Rated(27, Satisfied, "换了单位后处理到位，前期拖得太久。")),

        new(51, "bochi", Coordination, "道路市政", "货车通行证办理与限行路段优化",
            "公司新能源货车进入限行路段需逐次申请，希望统一办理长期通行证。",
            Sent(1, "城建办"),
            Taken(1, "build"),
            new(3, "build", Move.ReferUpward, "提请区交警支队研究新能源货车长期通行证。") { Body = "区公安分局交警支队", Level = BodyLevel.District, DueIn = 8 },
            new(10, "build", Move.RecordReferralOutcome, "区交警支队同意按季度发放通行证，首批二十辆。"),
            Done(12, "build", "首批二十辆季度通行证已发放，第二批十辆将于下月发放。") with { SecondIn = 18 },
            Yes(13),
            Rated(14, Satisfied, "")),

        new(3, "jinghe", Coordination, "知识产权与法律", "侵权案件外地取证协助",
            "前次诉求办结后，行政裁决需外地取证，希望协助联系当地部门。",
            Sent(1, "市场监管所"),
            Taken(2, "market"))
            { Follows = "专利侵权线索的行政处理指引" },
    ];
}
