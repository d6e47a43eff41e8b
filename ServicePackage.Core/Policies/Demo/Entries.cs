using ServicePackage.Core.Enterprises;
using static ServicePackage.Core.Policies.PolicyKind;
using static ServicePackage.Core.Policies.PolicyLevel;

namespace ServicePackage.Core.Policies.Demo;

/// <summary>
/// Policies as they were found in published texts on 23 November 2026; what was read in one place only, or not in the office's own text, is marked to be
/// confirmed. One is invented and says so.
/// </summary>
internal static class Entries
{
    public const string Deduction = "研发费用税前加计扣除政策";
    public const string Skills = "职业技能提升补贴";
    public const string Arrears = "保障中小企业款项支付条例";
    public const string Rewards = "嘉定区支持单项冠军企业及专精特新企业奖励办法";

    public const string DeductionInPlainWords = "企业做研发花的钱，算税时可以多扣一倍：花100万元，税前按200万元扣。平时预缴和年度汇算清缴时自行申报享受，不用事先审批，研发台账和项目资料要留好备查。";
    public const string SkillsInPlainWords = "职工考取职业技能等级证书的，按等级给补贴，从五级1500元到一级3500元。在职职工按标准的80%发放。拿到证书后请尽快向人社服务中心咨询申领办法。";
    public const string ArrearsInPlainWords = "机关、事业单位欠企业的货款、工程款，一般收货后30天内要付，合同另有约定的也不能超过60天。超期不付的，企业可以投诉。";

    public const string RewardsChange = "补充奖励的办理流程，奖励标准不变。";
    public const string ReturnedBecause = "奖励金额在原文中未见，请与区经委核对后补充支持内容，再提交审核。";

    private const string City = "310000";
    private const string Jiading = "310114";
    private const string Malu = "310114106";
    private const string Minhang = "310112";
    private const string Tax = "税务服务所";
    private const string Labour = "人社服务中心";
    private const string Finance = "财政所";

    /// <summary>The clause that the second version of the rewards adds.</summary>
    public static Part RewardsLater => new(
        Clause("办理流程", "区经委发布通知和名单，街镇确认并出具推荐函，区经委征求意见后提出奖励方案。", scope: "列入当年奖励名单的企业", benefit: "按街镇推荐、区级审核的流程办理", windows: Announced), Finance);

    /// <summary>A draft that waits for the Centre.</summary>
    public static Entry UnderReview => new(
        "finance",
        Policy("嘉定科创贷批次担保", "", "嘉定区财政局", District, Financing, Jiading, i => (i.ValidityUnknown, i.SourceAddress, i.ToConfirm) = (true, "https://jiading.gov.cn/xinyong/xydt/content_732890", "2021年首批的做法，目前是否继续受理。")),
        new Part(Clause("批次担保贷款", "对嘉定区科创类中小企业和涉农主体的银行贷款给予批次担保，由街镇、经济小区推荐；首批295家企业，13.55亿元。", "嘉定区科创类中小企业、涉农主体", "纳入批次担保的银行贷款", topics: ClauseTopics.Loans), Finance));

    /// <summary>A draft that was sent back.</summary>
    public static Entry Returned => new(
        "city-a",
        Policy("嘉定区技术改造项目（2022年申报）", "", "嘉定区经济委员会", District, Funds, Jiading, i => (i.ValidityUnknown, i.SourceAddress, i.ToConfirm) = (true, "https://xjsygy.com/jishugaizao/4190.html", "支持金额在所见文本中未载明。")),
        new Part(Clause("技术改造项目支持", "在嘉定区注册和纳税，项目已列入备案库，总投入500万元以上，其中设备投入占60%以上，2021年10月1日以后竣工。", "符合上述条件的企业", "", topics: ClauseTopics.Upgrading)));

    /// <summary>What is published on the first day.</summary>
    public static IEnumerable<Entry> Published(DateOnly anchor) =>
    [
        new("dispatcher",
            Policy("高新技术企业减按15%税率征收企业所得税", "企业所得税法第二十八条", "全国人民代表大会", National, Funds, Divisions.Country, i => i.SourceAddress = "https://waimaopeixun.com/post/6089.html"),
            new Part(Clause("高新技术企业所得税优惠", "国家需要重点扶持的高新技术企业，减按15%的税率征收企业所得税。", "高新技术企业资格在有效期内的企业", "企业所得税税率15%", topics: ClauseTopics.Taxes, windows: Standing), Tax)),
        new("dispatcher",
            Policy(Deduction, "财政部 税务总局公告2023年第7号", "财政部、税务总局", National, Funds, Divisions.Country, i => (i.From, i.SourceAddress, i.ToConfirm) = (new(2023, 1, 1), "https://5scpa.com/knowledge/30859.html", "不适用加计扣除的行业范围，请以税务部门解释为准。")),
            new Part(Clause("研发费用加计扣除", "企业开展研发活动实际发生的研发费用，未形成无形资产的，在据实扣除的基础上再按100%加计扣除；形成无形资产的，按成本的200%摊销。", "有研发费用支出的企业（负面清单行业除外）", "研发费用再按100%加计扣除；形成无形资产的按200%摊销", topics: ClauseTopics.Taxes | ClauseTopics.Research, windows: Standing), Tax)),
        new("dispatcher",
            Policy("小型微利企业所得税优惠", "财政部 税务总局公告2023年第12号", "财政部、税务总局", National, Funds, Divisions.Country, i => (i.Until, i.ToConfirm) = (new(2027, 12, 31), "文号仅见一处转载，请与原文核对。")),
            new Part(Clause("小型微利企业减免所得税", "年应纳税所得额不超过300万元、从业人数不超过300人、资产总额不超过5000万元的企业，减按25%计入应纳税所得额，按20%的税率缴纳企业所得税。", "应纳税所得额≤300万元、从业人数≤300人、资产总额≤5000万元，且不属于限制行业", "实际税负5%", topics: ClauseTopics.Taxes, windows: Until(new(2027, 12, 31))), Tax)),
        new("dispatcher",
            Policy("先进制造业企业增值税加计抵减", "财政部 税务总局公告2023年第43号", "财政部、税务总局", National, Funds, Divisions.Country, i => (i.From, i.Until, i.SourceAddress) = (new(2023, 1, 1), new(2027, 12, 31), "https://jiuyuanqu.gov.cn/jsjf/65589.html")),
            new Part(Clause("增值税加计抵减", "列入名单的先进制造业企业，按当期可抵扣进项税额加计5%抵减应纳增值税税额。", "高新技术企业中的制造业一般纳税人，并列入省级名单", "进项税额加计5%抵减", topics: ClauseTopics.Taxes, windows: Between(new(2023, 1, 1), new(2027, 12, 31))), Tax)),
        new("dispatcher",
            Policy("中小微企业贷款贴息政策", "", "财政部等五部门", National, Financing, Divisions.Country, i => (i.From, i.Until, i.SourceAddress, i.ToConfirm) = (new(2026, 1, 20), new(2027, 1, 19), "https://m.sinotf.com/News/index/id/378583.html", "2026年1月20日通知，文号未见；政策期一年，是否延长以财政部门通知为准。")),
            new Part(Clause("固定资产贷款贴息", "中小微民营企业2026年1月1日以后发放的固定资产贷款，用于列明产业链、生产性服务业、农业和人工智能等领域的，给予贴息。同一笔贷款不与其他中央补助重复享受。", "列明领域的中小微民营企业", "年贴息1.5个百分点，最长2年；单户贷款不超过5000万元，贴息不超过150万元", topics: ClauseTopics.Loans | ClauseTopics.Upgrading), Finance)),
        new("dispatcher",
            Policy(Arrears, "", "国务院", National, Rights, Divisions.Country, i => i.From = new(2025, 6, 1)),
            new Part(Clause("机关、事业单位付款期限", "机关、事业单位从中小企业采购货物、工程、服务，应当自交付之日起30日内支付款项；合同另有约定的，最长不超过60日。", "与机关、事业单位有采购往来的中小企业", "30日内付款，合同约定的最长60日", topics: ClauseTopics.Arrears, windows: Standing), Finance),
            new Part(Clause("大型企业付款期限", "大型企业从中小企业采购货物、工程、服务，应当自交付之日起60日内支付款项。", "与大型企业有采购往来的中小企业", "60日内付款", topics: ClauseTopics.Arrears, windows: Standing)),
            new Part(Clause("投诉处理", "投诉在10个工作日内转交，30日内形成处理结果，最长不超过90日。", "被拖欠款项的中小企业", "投诉10个工作日内转交，30日内处理（最长90日）", topics: ClauseTopics.Arrears, windows: Standing), Finance)),
        new("dispatcher",
            Policy("上海市促进专精特新中小企业发展壮大的若干措施", "", "上海市人民政府办公厅", PolicyLevel.City, Funds, City, i => (i.From, i.SourceAddress, i.ToConfirm) = (new(2025, 4, 3), "https://sqrdapp.com/law/show-232581.html", "文号为沪府办规〔2025〕系列，序号未能辨认；申报时间以市级通知为准。")),
            new Part(Clause("首次升规奖励", "首次升为规模以上的工业、软件企业给予奖励。", "首次升规的工业、软件企业", "最高50万元", windows: Announced)),
            new Part(Clause("规上企业增长奖励", "规模以上企业实现增长的给予奖励。", "规模以上企业", "最高40万元", windows: Announced)),
            new Part(Clause("小巨人企业产值增长奖励", "产值连续两年增长超过20%的专精特新“小巨人”企业给予奖励。", "产值连续两年增长超过20%的“小巨人”企业", "50万元", windows: Announced)),
            new Part(Clause("专项贷款和贴息", "安排4000亿元专项贷款，并给予贴息支持。", "专精特新中小企业", "贴息最高30%", topics: ClauseTopics.Loans)),
            new Part(Clause("重大技术改造支持", "重大技术改造项目按核定投资给予支持。", "实施重大技术改造的企业", "核定投资的10%，最高1亿元", topics: ClauseTopics.Upgrading, windows: Announced))),
        new("labour",
            Policy(Skills, "", "上海市人力资源和社会保障局", PolicyLevel.City, Training, City, i => (i.ValidityUnknown, i.SourceAddress, i.ToConfirm) = (true, "https://mr.nicejk.cn/zixun/59505.html", "标准见于2022年和2024年12月的转载，现行标准请与人社部门核对。")),
            new Part(Clause("取得职业技能等级证书补贴", "取得五级至一级证书的，补贴分别为1500元、2000元、2500元、3000元、3500元；在职人员按80%发放。集成电路、生物医药、人工智能、养老护理、家政服务等17个紧缺职业上浮30%。", "取得职业技能等级证书的劳动者", "1500元至3500元；在职人员80%；17个职业上浮30%", topics: ClauseTopics.Skills, windows: Standing), Labour)),
        new("dispatcher",
            Policy("上海市支持先进制造业转型升级三年行动方案（2026—2028年）", "", "上海市人民政府办公厅", PolicyLevel.City, Funds, City, i => (i.From, i.Until, i.SourceAddress) = (new(2026, 1, 1), new(2028, 12, 31), "https://yxiu.cn/finance/ch/885134.html")),
            new Part(Clause("首台套装备、首批次新材料支持", "对符合条件的首台套装备、首批次新材料给予支持。", "研制首台套装备或首批次新材料的企业", "不超过销售合同金额的30%，最高2000万元", topics: ClauseTopics.Research | ClauseTopics.Sales, windows: Announced))),
        new("dispatcher",
            Policy("上海市中小微企业政策性融资担保", "", "上海市中小微企业政策性融资担保基金管理中心", PolicyLevel.City, Financing, City, i => (i.SourceAddress, i.ToConfirm) = ("https://460.net.cn/news/show-283665.html", "额度和费率见于2026年咨询机构页面，请向担保基金管理中心核对。")),
            new Part(Clause("担保基金贷", "为缺少抵押物的中小微企业贷款提供担保，担保基金最高承担95%的责任。", "在沪经营、缺少抵押物的中小微企业", "额度最高1亿元，担保费率0.425%起", topics: ClauseTopics.Loans, windows: Standing))),
        new("labour",
            Policy("提信心扩需求稳增长促发展行动方案（一次性吸纳就业补贴）", "", "上海市人民政府", PolicyLevel.City, Talent, City, i => (i.From, i.Until, i.SourceAddress) = (new(2023, 1, 29), new(2023, 12, 31), "https://cdxdyzl.com/2023/0129/903263.html")),
            new Part(Clause("一次性吸纳就业补贴", "吸纳登记失业3个月以上人员或2023届高校毕业生就业，签订1年以上劳动合同的，给予补贴。", "吸纳上述人员就业的用人单位", "每人2000元", topics: ClauseTopics.Hiring, windows: Between(new(2023, 1, 29), new(2023, 12, 31)), terms: new() { Kind = BenefitKind.PerUnit, Fact = "hires_key", Unit = MoneyUnit.Yuan, Amount = "2000" }), Labour)),
        new("dispatcher",
            Policy(Rewards, "", "嘉定区经委、区财政局", District, Funds, Jiading, i => (i.From, i.ValidityUnknown, i.SourceAddress) = (new(2024, 9, 11), true, "https://zhguoguo.com/subsidy_info/TmpRMQ==")),
            new Part(Clause("认定奖励", "在嘉定区注册，上一年度首次获得认定的企业给予一次性奖励。", "上一年度首次获得认定的嘉定区企业", "国家单项冠军100万元；市级单项冠军60万元；国家专精特新“小巨人”50万元；市级专精特新10万元", topics: ClauseTopics.Recognition, windows: Announced), Finance)),
        new("dispatcher",
            Policy("闵行区用地和厂房支持细则", "闵府规发〔2024〕1号", "闵行区人民政府", District, Land, Minhang),
            new Part(Clause("用地支持", "重点项目土地出让起始价不低于评估价的70%（不低于基准地价），最长可按50年出让。", "在闵行区投资的重点项目", "起始价从评估价的70%起，年限最长50年", topics: ClauseTopics.Premises)),
            new Part(Clause("厂房支持", "购置2000平方米以上厂房的，按10%给予支持；租赁5000平方米以上厂房的，按50%给予支持。", "在闵行区购置或租赁厂房的企业", "购置10%、租赁50%，均不超过1000万元", topics: ClauseTopics.Premises))),
        new("dispatcher",
            Policy("镇级重点企业服务专项支持", "", "马陆镇人民政府", Town, Talent, Malu, i => (i.From, i.IsDemo) = (new(anchor.Year - 1, 1, 1), true)),
            new Part(Clause("重点企业用工对接", "为在册重点企业组织专场招聘，场地和宣传由镇里承担。", "在册重点企业", "专场招聘场地、宣传免费", topics: ClauseTopics.Hiring, windows: Until(anchor.AddDays(12)), terms: NoMoney), Labour),
            new Part(Clause("人才住房保障", "为税收户管地在马陆镇，且从业人数100人以上、营业收入2000万元以上，或者具有高新技术企业、专精特新、专精特新“小巨人”称号的企业的骨干人才安排租住房源；三项符合一项即可。", "税收户管地在马陆镇，从业人数、营业收入、称号三项符合一项的企业", "每家企业最多2套房源", topics: ClauseTopics.Housing, windows: Between(anchor.AddDays(20), anchor.AddDays(50)), terms: NoMoney), Labour),
            new Part(Clause("扩产项目专人协调", "对两家企业的扩产项目指定专人协调规划、环评和用电手续。", "指定的两家企业", "一个项目一名协调人，每两周会商", topics: ClauseTopics.Premises | ClauseTopics.Upgrading, withoutApplication: true, terms: NoMoney), "城建办", "chengguang", "taizhuo")),
    ];

    private static List<WindowInput> Standing => [new WindowInput()];

    private static List<WindowInput> Announced => [new WindowInput { Kind = WindowKind.ToBeAnnounced }];

    private static List<WindowInput> Until(DateOnly last) => [new WindowInput { Kind = WindowKind.Dated, Until = last }];

    private static List<WindowInput> Between(DateOnly first, DateOnly last) => [new WindowInput { Kind = WindowKind.Dated, From = first, Until = last }];

    private static PolicyInput Policy(string title, string number, string issuer, PolicyLevel level, PolicyKind kind, string place, Action<PolicyInput>? more = null)
    {
        var input = new PolicyInput { Title = title, DocumentNumber = number, Issuer = issuer, Level = level, Kind = kind, Place = place };
        more?.Invoke(input);
        return input;
    }

    private static ClauseInput Clause(string title, string text, string scope, string benefit, ClauseTopics topics = ClauseTopics.None, List<WindowInput>? windows = null, bool withoutApplication = false, BenefitInput? terms = null) => new()
    {
        Title = title,
        Text = text,
        Scope = scope,
        Benefit = benefit,
        Topics = topics,
        Windows = windows ?? [],
        WithoutApplication = withoutApplication,
        Terms = terms ?? new BenefitInput(),
    };

    private static BenefitInput NoMoney => new() { Kind = BenefitKind.NoMoney };
}
