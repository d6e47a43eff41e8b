using ServicePackage.Core.Enterprises;
using static ServicePackage.Core.Enterprises.RatingLevel;
using static ServicePackage.Core.Tickets.Demo.Steps;
using static ServicePackage.Core.Tickets.TicketType;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Demands that were done: rated, unrated, deemed confirmed.</summary>
internal static class Finished
{
    public static readonly IReadOnlyList<Story> Stories =
    [
        new(62, "ruixi", Consultation, "政策咨询", "软件企业所得税优惠条件",
            "公司拟申报软件企业，想了解所得税优惠的具体条件和核查重点。",
            Sent(1, "税务服务所"), Taken(1, "tax"),
            Done(4, "tax", "已上门辅导并提供政策要点，明确收入占比和研发人员占比的核查口径。"),
            Yes(5), Rated(5, VerySatisfied, "讲解清楚，资料齐全。")),

        new(57, "hengyue", Coordination, "人才与用工", "跨区班车停靠点设置",
            "希望在地铁站附近设置员工班车停靠点。",
            Sent(1, "城建办"), Taken(2, "build"),
            Report(6, "build", "已会同交警、地铁公司现场踏勘。"),
            Done(11, "build", "已在站前广场东侧设置两个班车停靠位，时段6:30至8:30、17:00至21:00。"),
            Yes(12), Rated(13, Satisfied, "")),

        new(52, "lanyu", Approval, "规划与建设", "研发楼装修施工许可加快办理",
            "研发楼二次装修，希望加快施工许可办理。",
            Sent(1, "城建办"), Taken(1, "build-2") with { DueIn = 20, Basis = "《建筑工程施工许可管理办法》第五条" },
            Report(7, "build-2", "已指导企业补齐图审合格书。"),
            Done(14, "build-2", "建筑工程施工许可证已核发，企业已领取。") with { File = "施工许可办理情况.pdf" },
            Yes(15), Rated(18, VerySatisfied, "比预期提前一周，感谢。")),

        new(48, "yunqi", Coordination, "资金与融资", "首台套装备保险补偿对接",
            "公司新装备拟申请首台套保险补偿，不清楚申报渠道。",
            Sent(1, "经济城B"),
            new(1, "city-b-liaison", Move.ApplyForReturn, "首台套政策由财政条线掌握，申请退回。"),
            new(2, "dispatcher", Move.DecideReturn, "由财政所主办。") { Unit = "财政所" },
            Taken(3, "finance"),
            Done(11, "finance", "已对接区经委和保险公司，企业完成线上申报。"),
            Yes(13), Rated(14, BasicallySatisfied, "结果满意，前期转了一个部门耽误两天。")),

        new(44, "shengpu", Coordination, "水电气与通信", "变压器增容停电时间协调",
            "增容需停电八小时，希望安排在周末。",
            Sent(1, "城建办"), Taken(2, "build"),
            new(3, "build", Move.AskSupplement, "请提供增容设计图和用电负荷清单。"),
            new(5, "firm", Move.AnswerSupplement, "图纸和清单已上传。") { File = "增容设计图.pdf" },
            Done(13, "build", "供电公司同意周六停电施工，已通知同线路企业。"),
            Yes(14), Rated(16, Satisfied)),

        new(40, "jinghe", Coordination, "土地与厂房", "相邻地块边界围墙纠纷",
            "与相邻企业就围墙位置存在争议，希望协助核界。",
            Sent(1, "规土所"), Taken(2, "land-2"),
            new(9, "land-2", Move.ReportCannotBeMet, "双方均不认可测绘结果，属民事争议，建议诉讼解决。") { Basis = "《土地权属争议调查处理办法》" },
            new(10, "lead", Move.RefuseCannotBeMet, "核界成果合法有效，请再组织一次三方现场指认，经济城A参加。"),
            Report(13, "land-2", "三方现场指认，双方对西段界址达成一致。"),
            Done(15, "land-2", "双方签署界址确认书，围墙按界址移位。"),
            Says(16, "firm", "围墙还差西段没有移。"),
            new(17, "dispatcher", Move.NoteCall, "电话沟通：西段本周内移完，企业同意随后在平台确认。") { Whom = "丁慧敏" },
            Yes(18), Rated(19, BasicallySatisfied, "过程曲折，最终解决。")),

        new(50, "bochi", Consultation, "安全生产", "叉车作业持证要求",
            "仓库新增电动叉车，驾驶人员是否都需要持证？",
            Sent(1, "安全环保办"),
            new(2, "dispatcher", Move.Reassign, "特种设备作业由市场监管所答复，改派。") { Unit = "市场监管所" },
            Taken(3, "market"),
            Done(6, "market", "场（厂）内机动车辆作业人员须持证，已提供培训考核机构名单。"),
            Yes(7), Rated(8, Satisfied)),

        new(47, "anke", Coordination, "证照与审批", "出口医疗器械自由销售证明",
            "公司产品出口需自由销售证明，希望指导办理。",
            Sent(1, "市场监管所"), Taken(1, "market"),
            Done(9, "market", "已指导企业在线申请，证明已出具。"),
            Yes(11, "city-b-manager", "企业来电确认已取得证明。"))
            { By = "city-b-manager" },

        new(39, "mingduo", Consultation, "税务与财务", "印花税申报口径",
            "电子合同是否需要缴纳印花税？",
            Sent(1, "税务服务所"), Taken(1, "tax"),
            Done(3, "tax", "电子应税合同同样需要申报，已提供税目税率表。"),
            Yes(4),
            new(24, "firm", Move.RateLate, "答复及时，前期忘记评价，现补上。") { Rating = VerySatisfied }),

        new(17, "ruixi", Consultation, "人才与用工", "实习生是否需要缴纳社保",
            "在校实习生实习期间是否需要缴纳社会保险？",
            Sent(1, "人社服务中心"), Taken(1, "labour"),
            Done(4, "labour", "在校实习生不属于法定参保对象，可自愿参加单险种工伤保险，政策链接已发送。")),

        new(60, "xuguang", Consultation, "水电气与通信", "厂区污水纳管位置确认",
            "新建车间需确认污水纳管接口位置。",
            Sent(1, "水务站"), Taken(2, "water"),
            new(3, "dispatcher", Move.SetType, "须到现场指认接口，不属于答复即可的咨询，更正为协调类。") { Type = Coordination },
            Done(8, "water", "已现场指认接口位置并出具示意图。"))
            { By = "city-a-2" },

        new(36, "taizhuo", Coordination, "生态环保", "环保设施运维记录电子化",
            "希望将纸质运维台账改为电子台账，征求监管意见。",
            Sent(1, "安全环保办"), Taken(1, "safety"),
            new(4, "safety", Move.GiveTask, "就电子台账留存年限提出意见。") { Unit = "市场监管所" },
            new(6, "market", Move.DeclineTask, "环保台账不属本单位监管范围，无法提出意见。"),
            new(7, "dispatcher", Move.GiveBackTask, "留存年限涉及档案管理，请就贵单位执法检查所需年限提出意见。"),
            new(8, "market", Move.FinishTask, "执法检查需要台账保存不少于三年。"),
            new(9, "safety", Move.GiveTask, "提供电子签章使用建议。") { Unit = "财政所" },
            new(11, "dispatcher", Move.WaiveTask, "企业已自行采购电子签章服务，无需协办。"),
            Done(13, "safety", "区生态环境局同意以电子台账替代，保存五年备查。"),
            Yes(14), Rated(16, VerySatisfied, "一次答复，省去纸质归档。")),

        new(54, "chengguang", Consultation, "资金与融资", "“小巨人”奖补资金用途",
            "“小巨人”奖补资金能否用于设备购置？",
            Sent(1, "财政所"), Taken(2, "finance"),
            new(3, "finance", Move.ProposeType, "涉及资金用途需与区财政会商，建议改为协调类。") { Type = Coordination },
            new(4, "dispatcher", Move.DecideType, "同意。") { Agreed = true },
            Done(12, "finance", "区财政答复可用于研发设备购置，须单独核算。"),
            Yes(13), Rated(14, VerySatisfied)),

        new(58, "qingran", Coordination, "规划与建设", "厂区消防车道被占用的处置",
            "相邻企业货车长期占用共用消防车道。",
            Sent(1, "安全环保办"), Taken(1, "safety-2"),
            Done(9, "safety-2", "已约谈相邻企业并施划禁停标线。"),
            No(11, "标线施划后仍有占用。"),
            Done(14, "safety-2", "已加装电子抓拍，纳入日常巡查。"),
            Yes(15), Rated(16, Satisfied, "抓拍后基本解决。")),

        new(43, "huayi", Coordination, "其他", "文化活动场地借用",
            "公司拟举办公益展览，希望借用镇文化活动中心展厅。",
            Sent(1, "文广中心"), Taken(1, "culture"),
            Done(6, "culture", "已安排展厅两周，公益活动免收场地费。"),
            Yes(8, "city-a"))
            { By = "city-a" },
    ];
}
