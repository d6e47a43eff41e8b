using static ServicePackage.Core.Tickets.Demo.Steps;
using static ServicePackage.Core.Tickets.TicketType;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Demands past their due day, at every level, some with monthly progress owed.</summary>
internal static class Overdue
{
    public static readonly IReadOnlyList<Story> Stories =
    [
        new(8, "taizhuo", Consultation, "税务与财务", "出口退税备案单证要求",
            "公司首次自营出口，想了解出口退税备案单证的保存要求和常见问题。",
            Sent(1, "税务服务所"),
            Taken(2, "tax"),
            Report(4, "tax", "已收集常见问题，待与区税务局进出口条线确认后统一答复。")),

        new(7, "xuguang", Consultation, "政策咨询", "绿色照明改造补贴适用范围",
            "想了解厂房绿色照明改造是否仍有补贴，租赁厂房能否申请。",
            Sent(1, "经济城A"),
            Taken(2, "city-a-2"))
            { By = "lead", Channel = Channel.Meeting },

        new(20, "yunqi", Coordination, "水电气与通信", "新厂房通信光缆接入延误",
            "新厂房已验收，运营商光缆一直未接入，研发部门无法搬迁，请协调。",
            Sent(1, "城建办"),
            Taken(2, "build"),
            Report(8, "build", "运营商反馈需穿越河道，正在办理管线许可。"),
            Says(17, "firm", "已超过约定时间，请告知具体接入日期。"),
            new(18, "dispatcher", Move.Remind, "该件已超期，请抓紧与运营商明确接入日期并反馈企业。")),

        new(23, "bochi", Coordination, "道路市政", "物流园区出口信号灯配时优化",
            "园区出口左转绿灯仅15秒，高峰排队近一公里，请协调交警优化配时。",
            Sent(1, "城建办"),
            Taken(2, "build-2"),
            Report(9, "build-2", "已发函交警支队，约定现场踏勘。"),
            new(21, "leader", Move.Urge, "物流企业集中反映，请城建办一周内拿出明确意见，不能再拖。") { DueIn = 4 }),

        new(46, "hengyue", Coordination, "土地与厂房", "二期用地土地核验与竣工备案衔接",
            "二期厂房已竣工，土地核验与规划核验意见不一致，迟迟无法完成竣工备案，影响设备进场。",
            Sent(1, "规土所") with { Supporting = ["城建办"], Task = "协助核对竣工图与现场差异。" },
            Taken(2, "land"),
            Report(9, "land", "已组织现场核对，差异主要为连廊面积计算口径。"),
            new(11, "build", Move.FinishTask, "已核对竣工图，连廊按半面积计算，差异说明已交规土所。"),
            new(13, "land", Move.ReferUpward, "提请区规划资源局明确连廊面积计算口径。") { Body = "区规划和自然资源局", Level = BodyLevel.District, DueIn = 10 },
            new(20, "dispatcher", Move.Mark, "涉及多部门、多环节衔接。") { Marks = Marks.Comprehensive }),

        new(64, "taizhuo", Coordination, "规划与建设", "老厂房加固改造方案联审",
            "三号厂房建于上世纪九十年代，拟加固改造用于新产线，涉及规划、消防、结构多项审查，希望联审。",
            Sent(1, "城建办") with { Supporting = ["规土所", "安全环保办"], Task = "就各自条线提出联审意见。" },
            Taken(1, "build"),
            new(6, "land", Move.FinishTask, "不增加建筑面积和高度，无需办理规划许可。"),
            new(9, "safety", Move.FinishTask, "按丙类厂房标准配置消防设施，意见已书面交城建办。"),
            Report(12, "build", "结构检测单位已进场，检测周期约四周。"),
            Monthly(1, 16, "build", "结构检测报告已出具，需对六根柱进行加固，设计单位正在出图。"),
            new(34, "leader-2", Move.Urge, "企业产线安装在即，请明确联审完成时间。") { DueIn = 5 },
            new(36, "build", Move.AnswerUrge, "加固设计预计三周内完成，随即组织联审，已与企业商定分区施工。"),
            Says(52, "firm", "设计图已收到，请尽快安排联审会议。")),

        new(12, "chengguang", Coordination, "人才与用工", "高层次人才公寓房源申请",
            "公司引进博士六名，需申请人才公寓，前次登记一直未得到房源信息。",
            Sent(1, "人社服务中心"),
            Taken(2, "labour-2"),
            new(3, "labour-2", Move.GiveTask, "提供辖区人才公寓可配租房源及租金标准。") { Unit = "城建办", DueIn = 4 },
            Report(7, "labour-2", "已核对六名博士的学历和劳动合同，符合配租条件，待房源信息。")),

        new(31, "jiahong", Coordination, "资金与融资", "应收账款质押融资对接",
            "公司承接的环保工程回款周期长，希望对接银行办理应收账款质押融资。",
            Sent(1, "财政所"),
            Taken(3, "finance"),
            Report(11, "finance", "已对接两家银行，其中一家要求补充施工合同和验收单。"),
            new(25, "finance-liaison", Move.Comment, "承办人本周外出培训，由本人跟进银行审批。") { Internal = true })
            { By = "city-b-manager" },
    ];
}
