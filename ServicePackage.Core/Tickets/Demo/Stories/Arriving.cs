using static ServicePackage.Core.Tickets.Demo.Steps;
using static ServicePackage.Core.Tickets.TicketType;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Demands that wait for the Centre or for the unit to take them, and those that never went further.</summary>
internal static class Arriving
{
    public static readonly IReadOnlyList<Story> Stories =
    [
        new(1, "jinghe", Consultation, "政策咨询", "咨询专精特新企业复核的申报要求",
            "我公司专精特新称号将于明年到期，想了解复核的申报时间、研发费用占比的计算口径以及需要准备的材料清单。"),

        new(1, "mingduo", Coordination, "道路市政", "厂区东侧路口货车转弯困难",
            "企业反映厂区东侧路口隔离墩位置不合理，17米货车转弯需倒车两次，高峰时段造成拥堵，希望协调调整。") { By = "city-b" },

        new(2, "ruixi", Consultation, "知识产权与法律", "软件著作权登记补贴如何申领",
            "公司今年新登记软件著作权6件，想了解镇、区两级是否有登记费用补贴，申领时限和渠道是什么。"),

        new(3, "qingran", Coordination, "水电气与通信", "新增蒸汽锅炉的天然气增容",
            "二期生产线需新增一台2吨蒸汽锅炉，现有燃气表流量不足，请协调燃气公司踏勘并明确增容方案和工期。"),

        new(7, "bochi", Coordination, "土地与厂房", "临时堆场租期延长",
            "我司租用的临时堆场月底到期，新仓库预计还需三个月交付，希望协调出租方延长租期，避免货物无处存放。"),

        new(2, "yunqi", Coordination, "人才与用工", "春节前技能工人招聘缺口",
            "订单增加，装配岗位缺技能工人约40人，希望协助组织专场招聘或对接职业院校。",
            Sent(1, "人社服务中心")),

        new(5, "shengpu", Consultation, "税务与财务", "研发费用加计扣除归集口径",
            "公司首次享受研发费用加计扣除，委托外部研发和直接人工的归集口径不清楚，请安排人员辅导。",
            Sent(1, "税务服务所")),

        new(5, "zhenlu", Coordination, "规划与建设", "厂区围墙外退界绿化移交",
            "厂区南侧围墙外约300平方米绿化长期无人养护，权属不清，企业希望明确管养单位并移交。",
            Sent(1, "城建办"),
            new(2, "build", Move.ApplyForReturn, "经查，该地块未移交城建养护，属规划退界范围，权属核定由规土所负责，申请退回。"),
            new(4, "dispatcher", Move.DecideReturn, "情况属实，由规土所先行核定权属，城建办配合。") { Unit = "规土所" })
            { By = "city-a-manager" },

        new(4, "taizhuo", Coordination, "生态环保", "周边居民投诉夜间噪声的协调",
            "近期居民投诉我公司夜间噪声，公司已加装隔声屏障，希望有关部门复测并出面与居委会沟通。",
            Sent(1, "安全环保办"),
            new(2, "safety", Move.ApplyForReturn, "噪声投诉已由区生态环境局立案受理，处置主体不在本单位，建议由城建办牵头与居委会沟通，申请退回。")),

        new(8, "huayi", Coordination, "规划与建设", "园区导视牌设置审批路径",
            "园区拟在主入口设置两处导视牌，先后咨询多个部门均称不归其管，请明确审批部门和流程。",
            Sent(1, "城建办"),
            new(2, "build-2", Move.ApplyForReturn, "户外设施设置涉及用地性质，建议由规土所受理。"),
            new(3, "dispatcher-2", Move.DecideReturn, "请规土所先行研究。") { Unit = "规土所" },
            Taken(4, "land-2"),
            new(6, "land-2", Move.ApplyForReturn, "经核，导视牌位于园区红线内，不涉及用地审批，应按户外广告设施管理要求由文化、城管条线办理，申请退回。"))
            { By = "city-a", Channel = Channel.Telephone },

        new(22, "yipin", Coordination, "其他", "请求协调与客户的服务费纠纷",
            "我公司与外区一家客户因劳务派遣服务费结算产生争议，希望镇里出面协调对方付款。",
            new Step(1, "dispatcher", Move.CloseUnopened, "该事项属平等民事主体之间的合同纠纷，不属于本制度受理范围。建议通过协商、仲裁或诉讼解决，可联系镇司法所获取法律咨询。"))
            { By = "city-a-manager" },

        new(14, "jinghe", Coordination, "水电气与通信", "希望尽快解决厂区频繁跳闸",
            "上周以来厂区又发生两次跳闸，影响数控机床加工，请尽快协调供电部门。",
            new Step(1, "dispatcher", Move.CloseUnopened, "与此前已受理的电压波动诉求为同一事项，并入该件办理，进展请在原诉求中查看。") { Other = "厂区电压波动影响精密加工" }),
    ];
}
