using static ServicePackage.Core.Tickets.Demo.Steps;
using static ServicePackage.Core.Tickets.TicketType;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Demands that a unit is handling, within their time.</summary>
internal static class InHand
{
    public static readonly IReadOnlyList<Story> Stories =
    [
        new(4, "jinghe", Consultation, "人才与用工", "外省市职工子女入学政策咨询",
            "公司引进的三名工程师子女明年需入读小学，想了解居住证积分和入学所需材料。",
            Sent(1, "人社服务中心"),
            Taken(1, "labour"),
            Says(2, "labour", "请问三名职工目前是否均已办理居住证，积分是否达标？"),
            Says(2, "firm", "两人已达标，一人居住证刚满一年，积分正在办理。"),
            Report(3, "labour", "已联系区教育部门核实，正在整理分情形的材料清单。")),

        new(19, "jinghe", Coordination, "水电气与通信", "厂区电压波动影响精密加工",
            "近一个月厂区多次出现电压波动，导致三台五轴加工中心停机，报废零件二十余件，请协调供电部门排查线路。",
            Sent(1, "城建办") with { Supporting = ["安全环保办"], Task = "会同核查企业配电设施的用电安全。" },
            Taken(1, "build"),
            new(3, "safety", Move.FinishTask, "已现场核查，企业配电房运行规范，接地良好，问题不在用户侧。"),
            Report(6, "build", "供电公司已安装电能质量监测仪，连续监测七天。"),
            Report(12, "build", "监测显示上级线路负荷偏高，供电公司拟将企业改接至新建开关站，正在编制方案。"),
            new(13, "dispatcher", Move.Extend, "改接需停电窗口，供电公司计划下旬实施，同意延长办理期限。") { Days = 10 }),

        new(8, "yunqi", Coordination, "道路市政", "厂门口雨天积水影响车辆进出",
            "每逢大雨厂门口积水超过20厘米，货车熄火、员工涉水，请求协调排水改造。",
            Sent(1, "城建办") with { Supporting = ["水务站"], Task = "协助踏勘雨水管网，查明淤堵点。" },
            Taken(2, "build-2"),
            Report(5, "water", "已对周边雨水井开盖检查，发现两处管段淤积，计划安排疏通车作业。")),

        new(6, "ruixi", Consultation, "政策咨询", "高新技术企业重新认定时间节点",
            "我公司高企证书明年到期，请告知重新认定的批次安排和科技人员占比的核算方法。",
            Sent(1, "财政所"),
            Taken(2, "finance"),
            Report(4, "finance", "已向区科委了解明年批次安排，待对方书面确认后答复。")),

        new(15, "shengpu", Coordination, "安全生产", "危化品临时存放点整改指导",
            "安全检查要求我公司调整清洗剂存放点位置，厂区空间有限，希望有关部门上门指导整改方案。",
            Sent(1, "安全环保办"),
            Taken(1, "safety"),
            Report(5, "safety", "已上门踏勘，建议采用防爆柜分区存放，方案交企业细化。"),
            Says(9, "firm", "防爆柜已下单，供应商承诺本周到货，到货后请再来看一次。"),
            Says(10, "safety", "收到，到货后请提前一天联系，我们安排复查。")),

        new(4, "anke", Consultation, "证照与审批", "第二类医疗器械经营备案变更",
            "公司仓库地址变更，需办理经营备案变更，不清楚现场核查标准，请予指导。",
            Sent(1, "市场监管所"),
            Taken(2, "market"),
            new(3, "market", Move.ProposeType, "企业除备案变更外，还提出新增冷库核查，涉及多部门现场联合核验，建议按协调类办理。") { Type = Coordination })
            { By = "city-b-manager" },

        new(14, "chengguang", Coordination, "土地与厂房", "扩产项目标准厂房需求对接",
            "公司车规级传感器扩产，需要约6000平方米层高6米以上的标准厂房，希望在镇域内对接载体资源。",
            Sent(1, "规土所") with { Supporting = ["经济城A"], Task = "梳理本经济城可用厂房资源。" },
            Taken(1, "land"),
            new(4, "city-a", Move.FinishTask, "已梳理可用厂房三处，清单附后。") { File = "可用厂房清单.pdf" },
            Done(8, "land", "已推荐三处厂房并陪同看房，企业可与业主直接洽谈租赁条件。"),
            No(10, "三处厂房中两处层高不足，另一处承重不满足设备要求，希望继续寻找。"),
            Report(12, "land", "已联系相邻园区，新增两处备选，约定本周看房。")),

        new(16, "hengyue", Coordination, "道路市政", "厂区北门公交线路班次调整",
            "北门公交末班车为19时，我公司中班员工21时下班，约三百人通勤困难，请协调延长运营时间。",
            Sent(1, "城建办"),
            Taken(2, "build"),
            Done(7, "build", "经与公交公司沟通，末班车可延至20时。"),
            No(8, "中班21时下班，延至20时仍无法解决员工通勤问题。"),
            Done(11, "build", "公交公司回复受运力限制，暂无法延至21时后，建议企业开行定制班车，可协助对接。"),
            No(14, "定制班车费用较高，希望镇里协调公交公司给予试运行支持，或明确补贴办法。")),

        new(12, "lanyu", Coordination, "规划与建设", "实验楼排气筒高度与规划限高冲突",
            "环评要求排气筒高度不低于25米，而地块规划限高24米，请协调明确处理意见。",
            Sent(1, "规土所") with { Supporting = ["安全环保办"], Task = "就环评要求与区生态环境局沟通。" },
            Taken(2, "land"),
            new(5, "land", Move.ReferUpward, "涉及规划条件解释，提请区规划资源局研究附属设施是否计入限高。")
                { Body = "区规划和自然资源局", Level = BodyLevel.District, DueIn = 10 },
            new(6, "dispatcher", Move.Mark, "生物医药企业普遍遇到类似问题，拟纳入专报。") { Marks = Marks.Common | Marks.Comprehensive }),

        new(24, "qingran", Approval, "证照与审批", "二期生产线食品生产许可变更",
            "二期烘焙生产线已安装完成，需办理食品生产许可变更，请指导并加快现场核查安排。",
            Sent(1, "市场监管所"),
            Taken(2, "market") with { DueIn = 35, Basis = "《食品生产许可管理办法》第二十一条" },
            new(3, "market", Move.CorrectStatutory, "登记时误按受理日推算，许可变更的法定期限应自材料齐全之日起算。") { DueIn = 40, Basis = "《食品生产许可管理办法》第二十一条" },
            Report(9, "market", "材料已预审，缺少工艺布局图一份，已告知企业补正。"),
            Report(17, "market", "材料齐全，已列入现场核查计划。")),

        new(26, "mingduo", Coordination, "生态环保", "挥发性有机物治理设施补贴申请",
            "公司去年更换了活性炭吸附脱附装置，投入约180万元，希望协助申请治理补贴。",
            Sent(1, "安全环保办"),
            Taken(1, "safety-2"),
            Done(3, "safety-2", "已告知申报渠道和所需材料，由企业在申报系统提交。"),
            new(14, "firm", Move.Reopen, "提交后被退回，提示缺少镇级验收意见，申报窗口无人答复，要求继续办理。"),
            Report(16, "safety-2", "已与区生态环境局沟通，正在补出镇级现场核验意见。")),

        new(11, "fengtian", Coordination, "土地与厂房", "设施农业用地备案手续",
            "公司拟新建育苗温室，需办理设施农业用地备案，村、镇两级手续不清楚，希望专人指导。",
            Sent(1, "农业农村服务中心") with { Supporting = ["规土所"], Task = "核对地块是否占用永久基本农田。" },
            Taken(2, "farm"),
            new(3, "land-liaison", Move.Assign) { Person = "land-2" },
            Report(6, "land-2", "已套核国土空间规划，地块不涉及永久基本农田，正在出具核对意见。"))
            { By = "city-b-2" },
    ];
}
