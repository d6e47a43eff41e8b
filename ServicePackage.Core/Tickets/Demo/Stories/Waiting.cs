using static ServicePackage.Core.Tickets.Demo.Steps;
using static ServicePackage.Core.Tickets.TicketType;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Demands that wait for the enterprise, or for a court.</summary>
internal static class Waiting
{
    public static readonly IReadOnlyList<Story> Stories =
    [
        new(6, "mingduo", Coordination, "资金与融资", "技术改造项目贴息申报辅导",
            "公司数字印刷产线技改投资1200万元，想申报技改贴息，请辅导材料。",
            Sent(1, "财政所"),
            Taken(2, "finance"),
            new(3, "finance", Move.AskSupplement, "请提供项目备案证、设备采购合同及付款凭证清单，以便核对投资额口径。")),

        new(7, "yunqi", Consultation, "知识产权与法律", "海外商标注册资助办理",
            "公司在东南亚三国申请商标注册，想了解资助标准。",
            Sent(1, "市场监管所"),
            Taken(1, "market"),
            new(2, "market", Move.AskSupplement, "请提供三国商标注册申请受理通知书及代理费发票。")),

        new(14, "donghui", Coordination, "安全生产", "有限空间作业整改验收",
            "公司电镀废水池有限空间作业已按要求整改，希望尽快验收恢复生产。",
            Sent(1, "安全环保办"),
            Taken(2, "safety"),
            new(3, "safety", Move.AskSupplement, "请提供通风设施检测报告和作业人员培训记录。"),
            Report(11, "safety", "企业未在期限内提交补充材料，已电话联系，约定现场一并核对。"))
            { By = "city-a" },

        new(9, "ruixi", Coordination, "水电气与通信", "办公楼宇5G信号弱覆盖",
            "公司所在楼层手机信号弱，影响客户演示，请协调运营商优化。",
            Sent(1, "城建办"),
            Taken(1, "build-2"),
            Report(4, "build-2", "三家运营商已上门测试，确认楼内弱覆盖。"),
            Done(7, "build-2", "运营商已在楼内加装两套室分设备并开通，经复测信号达标，请确认。") with { File = "信号复测记录.pdf" }),

        new(12, "shengpu", Consultation, "证照与审批", "分公司注销与主体迁移流程",
            "公司拟将外区分公司注销并把业务并入本部，请告知办理顺序。",
            Sent(1, "市场监管所"),
            Taken(2, "market"),
            Done(6, "market", "已书面告知先清税、后注销、再变更经营范围的办理顺序，并提供材料清单。"),
            Yes(8, "city-b-2", "企业电话答复：材料清单已收到。"),
            new(9, "firm", Move.Contradict, "我公司当时只表示已收到材料清单，税务环节尚未办妥，并未确认办结。"))
            { By = "city-b-2" },

        new(10, "bochi", Consultation, "税务与财务", "运输业小规模纳税人转登记",
            "子公司符合一般纳税人条件，想了解转登记后进项抵扣的处理。",
            Sent(1, "税务服务所"),
            Taken(1, "tax"),
            Done(5, "tax", "已上门辅导，说明转登记时点和进项抵扣处理，并留下政策依据。"),
            Yes(8)),

        new(18, "zhenlu", Coordination, "人才与用工", "校企合作实训基地挂牌",
            "公司希望与职业院校共建模具实训基地，请协助对接并指导挂牌。",
            Sent(1, "人社服务中心"),
            Taken(2, "labour"),
            Done(10, "labour", "已与一所职业院校签订意向书，下月挂牌，首批实习生12名。") with { SecondIn = 25 },
            Yes(12, "city-a-manager", "企业电话答复：对接到位，同意办结。"))
            { By = "city-a-manager" },

        new(30, "anke", Approval, "规划与建设", "洁净车间建设工程消防验收异议",
            "公司对洁净车间消防验收不合格意见有异议，认为排烟口间距计算有误，请协调复核。",
            Sent(1, "城建办"),
            Taken(3, "build") with { DueIn = 30, Basis = "《建设工程消防设计审查验收管理暂行规定》第三十条" },
            Report(6, "build", "已组织设计单位与验收部门会商，双方对规范条文理解不一致。"),
            new(8, "build", Move.ProposeProceedings, "据悉企业拟就验收意见申请行政复议。") { Proceeding = ProceedingKind.Reconsideration },
            new(9, "dispatcher", Move.DecideProceedings, "复议机关尚未受理，企业也未告知。") { Agreed = false, Tell = "复议机关尚未受理，诉求继续办理；受理后请及时告知。" },
            new(12, "build", Move.ProposeProceedings, "企业已收到行政复议受理通知书。") { Proceeding = ProceedingKind.Reconsideration },
            new(13, "dispatcher", Move.DecideProceedings, "已见受理通知书。") { Agreed = true, Proceeding = ProceedingKind.Reconsideration, Case = "演示复第018号", DueIn = 42, Tell = "复议机关已经受理，复议期间暂停计时。" })
            { By = "city-b-manager" },

        new(44, "taizhuo", Approval, "生态环保", "排污许可证变更不予批准的救济",
            "公司排污许可变更申请未获批准，认为总量核算依据不当，已委托律师。",
            Sent(1, "安全环保办"),
            Taken(2, "safety") with { DueIn = 30, Basis = "《排污许可管理条例》第十一条" },
            new(9, "firm", Move.TellProceedings, "公司已向法院提起行政诉讼，特此告知。") { Proceeding = ProceedingKind.Litigation },
            new(10, "safety", Move.EnterProceedings, "法院已立案。") { Proceeding = ProceedingKind.Litigation, Case = "演示行初第027号", DueIn = 28 },
            new(30, "safety", Move.ChangeLegalDate, "法院通知延期开庭，审理期限相应顺延。") { DueIn = 30 },
            new(43, "firm", Move.ContestProceedings, "公司已申请撤诉，法院昨日裁定准许，请恢复办理。")),
    ];
}
