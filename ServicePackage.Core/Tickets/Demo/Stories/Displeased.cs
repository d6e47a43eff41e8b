using ServicePackage.Core.Enterprises;
using static ServicePackage.Core.Enterprises.RatingLevel;
using static ServicePackage.Core.Tickets.Demo.Steps;
using static ServicePackage.Core.Tickets.TicketType;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Bad ratings and demands that cannot be met, with the written replies they call for.</summary>
internal static class Displeased
{
    public static readonly IReadOnlyList<Story> Stories =
    [
        new(10, "mingduo", Consultation, "政策咨询", "稳岗补贴到账时间",
            "公司八月申请的稳岗补贴至今未到账，请告知进度。",
            Sent(1, "人社服务中心"),
            Taken(2, "labour-2"),
            Done(6, "labour-2", "经查询，补贴已进入拨付流程，请留意账户。"),
            Yes(7),
            Rated(9, Dissatisfied, "只说进入流程，没有给出大致到账时间，电话打了三次才有人接。")),

        new(16, "lanyu", Coordination, "道路市政", "研发中心门前共享单车乱停放",
            "研发中心门前人行道长期被共享单车占用，影响危化品运输车辆进出。",
            Sent(1, "城建办"),
            Taken(1, "build"),
            Done(8, "build", "已组织清理并施划停放区。"),
            Yes(9),
            Rated(10, VeryDissatisfied, "清理当天有效，第二天又停满，没有长效管理。"),
            new(11, "build", Move.NoteContact, "已上门道歉并说明情况，企业希望增设隔离桩并明确巡查频次。") { Whom = "葛天宇" }),

        new(12, "shengpu", Coordination, "子女教育与生活", "职工食堂外送窗口设置",
            "园区周边餐饮少，希望协调在地铁站旁设置便民餐饮点。",
            Sent(1, "市场监管所"),
            Taken(1, "market"),
            Done(5, "market", "已对接两家餐饮企业，因选址条件限制暂未落实，建议企业自办食堂。"),
            Yes(7),
            Rated(8, Dissatisfied, "等于没有解决，建议自办食堂的答复过于简单。")),

        new(9, "taizhuo", Coordination, "子女教育与生活", "增设集体宿舍周边夜间公交",
            "集体宿舍周边晚间没有公交，希望开通夜宵线。",
            Sent(1, "城建办"),
            Taken(2, "build"),
            Report(5, "build", "公交公司测算客流不足，正在会商替代方案。"),
            new(8, "build", Move.ReportCannotBeMet, "经公交公司两次客流调查，夜间客流不足开线标准，近期无法开通，建议开行企业班车。")
                { Basis = "公交线路开线客流标准" }),

        new(14, "yunqi", Coordination, "土地与厂房", "临时占用相邻绿地堆放设备",
            "设备到货集中，希望临时占用厂区相邻公共绿地堆放一个月。",
            Sent(1, "城建办"),
            Taken(2, "build-2"),
            new(8, "build-2", Move.ReportCannotBeMet, "该绿地为建成公共绿地，堆放设备不符合绿地管理规定，已推荐两处可租堆场。") { Basis = "《上海市绿化条例》有关占用绿地的规定" },
            new(9, "lead", Move.LetStand, "理由成立。请在书面回复中写明替代堆场的联系方式。")),

        new(32, "luoqi", Coordination, "资金与融资", "门店租金减免",
            "受道路施工影响，临街门店客流下降，希望减免租金。",
            Sent(1, "经济城B"),
            Taken(2, "city-b-liaison"),
            new(8, "city-b-liaison", Move.ReportCannotBeMet, "门店产权属私人业主，不在国有房屋租金减免范围内，已协调业主同意缓缴一个月。") { Basis = "国有房屋租金减免政策适用范围" })
            { By = "city-b-manager", Channel = Channel.Telephone },

        new(58, "qingran", Coordination, "道路市政", "门前道路大修期间通行保障",
            "门前道路大修，冷链车无法进出，希望保留一条车道。",
            Sent(1, "城建办"),
            Taken(1, "build"),
            Done(9, "build", "施工单位已调整围挡，夜间22时至次日6时保留一条车道。"),
            Yes(10),
            Rated(12, Dissatisfied, "冷链车白天也需进出，方案只照顾了夜间，沟通不够。"),
            new(13, "build", Move.NoteContact, "与企业负责人面谈，记录白天两个时段的通行需求。") { Whom = "冯志刚" },
            new(20, "build-liaison", Move.FileReply, "贵公司反映的道路大修期间通行问题，经与施工单位再次协商，自即日起每日10时至11时、15时至16时增设临时放行窗口，并由专人引导。对前期沟通不充分，我办表示歉意。")
                { Improve = "建立施工期间沿线企业通行需求事前征询机制，开工前逐户上门。", ImproveBy = "城建办 朱伟", SecondIn = 40 }),

        new(66, "chengguang", Coordination, "生态环保", "危险废物转移处置价格过高",
            "危废处置单位涨价三成，希望协调集中议价。",
            Sent(1, "安全环保办"),
            Taken(2, "safety-2"),
            Done(11, "safety-2", "已提供三家有资质单位名单供企业比价。"),
            Yes(12),
            Rated(13, VeryDissatisfied, "名单网上都能查到，没有任何实质协调。"),
            new(14, "safety-2", Move.NoteContact, "电话沟通，企业希望镇里组织集中议价。") { Whom = "何佳" },
            new(35, "dispatcher", Move.FileReply, "关于危废处置价格问题，因责任单位逾期未回复，由产业发展中心代为书面回复：拟于下季度组织园区企业集中议价，邀请三家有资质单位参加，具体安排另行通知。")
                { Improve = "组织园区危废处置集中议价并形成年度框架协议。", ImproveBy = "产业发展中心", SecondIn = 60 }),

        new(55, "jinghe", Coordination, "规划与建设", "厂区内新增地下停车库",
            "员工停车困难，希望允许在现有厂区建设一层地下车库。",
            Sent(1, "规土所"),
            Taken(2, "land"),
            Report(8, "land", "已核查地块规划条件和地下管线资料。"),
            new(12, "land", Move.ReportCannotBeMet, "地块下方有市政污水干管通过，规划条件不允许地下空间开发。") { Basis = "地块控制性详细规划及管线保护范围要求" },
            new(13, "dispatcher", Move.LetStand, "同意，请书面回复时附管线示意。"),
            new(22, "land-liaison", Move.FileReply, "经核，贵公司厂区地下有市政污水干管，保护范围内不得建设地下工程。我所已协调相邻地块业主同意提供60个临时车位，联系方式附后。")
                { WhyNothing = "属管线保护的强制性要求，无优化空间；停车问题已通过共享车位缓解。" }),

        new(41, "fengtian", Coordination, "土地与厂房", "农业大棚改建农产品加工车间",
            "希望将两座大棚改建为农产品初加工车间。",
            Sent(1, "农业农村服务中心"),
            Taken(2, "farm"),
            new(9, "farm", Move.ReportCannotBeMet, "大棚用地为设施农业用地，不得改作非农建设。") { Basis = "《自然资源部 农业农村部关于设施农业用地管理有关问题的通知》" },
            new(13, "lead", Move.See),
            new(21, "farm-liaison", Move.FileReply, "设施农业用地不得改建加工车间。镇域内农产品加工集中区尚有标准厂房可租，已请经济城B对接。")
                { Improve = "编制设施农业用地负面清单并发至各农业企业。", ImproveBy = "农业农村服务中心 费根林", SecondIn = 30 })
            { By = "city-b-2" },
    ];
}
