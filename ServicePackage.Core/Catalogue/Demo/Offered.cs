using static ServicePackage.Core.Catalogue.ServiceClass;
using static ServicePackage.Core.Catalogue.ServiceFee;

namespace ServicePackage.Core.Catalogue.Demo;

/// <summary>A service of the demo town.</summary>
/// <param name="Key">What the stories call it.</param>
/// <param name="By">Who enters it.</param>
/// <param name="Provider">The name of who provides it.</param>
/// <param name="Input">What it says of itself.</param>
internal sealed record Offer(string Key, string By, string Provider, ServiceInput Input);

/// <summary>
/// Services of all eight classes. Those of the two public bodies follow published texts, seen on 23 November 2026, and name an official page where there is one; how they are
/// come by is invented, as are all others and their providers. All say that they are for a demonstration.
/// </summary>
internal static class Offered
{
    public const string Centre = "嘉定区企业服务中心";
    public const string Guarantee = "上海市融资担保中心";
    public const string Chamber = "马陆商会服务站（演示）";
    public const string Lean = "上海启衡管理咨询有限公司（演示）";
    public const string Cloud = "上海云帆数字科技有限公司（演示）";

    /// <summary>Of this nobody has said for a long time whether it is still right.</summary>
    public static Offer Old => Of("room", "city-a", Chamber, "创业场地咨询", StartUp, ServiceLevel.Town, "介绍镇内创业场地和众创空间的入驻条件，陪同实地查看一次。", "电话预约。", i => i.OnSite = true);

    /// <summary>A draft that waits for the Centre.</summary>
    public static Offer UnderReview => Of("training", "provider", Chamber, "企业财务人员实务培训", Talent, ServiceLevel.Town, "每期半天，讲解研发费用归集和加计扣除申报，每家企业两个名额。", "报名后按通知参加。", i => i.OnSite = true);

    /// <summary>A draft that was sent back.</summary>
    public static Offer Returned => Of("safety", "safety", Lean, "安全生产管理体检", Consulting, ServiceLevel.Town, "到厂检查安全生产管理制度和现场，出具问题清单。", "电话预约。", i => (i.AtFirm, i.Fee, i.FeeWords) = (true, Charged, "按企业规模收费"));

    /// <summary>What is published.</summary>
    public static IEnumerable<Offer> Published(DateOnly anchor) =>
    [
        Of("window", "dispatcher", Centre, "企业服务窗口咨询", StartUp, ServiceLevel.District, "区企业服务中心与街镇中心、经济小区中心和园区楼宇站点形成“1+12+33+X”服务网络，就近提供开办、变更和政策咨询。", "到就近的企业服务中心窗口咨询。", i => i.OnSite = true),
        Of("package", "dispatcher", Centre, "特色专属服务包咨询", Innovation, ServiceLevel.City, "2024年5月7日，上海市发布金融服务、投资促进、人力资源、创新孵化、数字化转型等特色专属服务包；协助企业了解和对接。", "到企业服务中心窗口或通过服务管家咨询。", i => (i.Online, i.OnSite, i.SourceAddress) = (true, true, "https://english.sheitc.sh.gov.cn/news/696090.htm")),
        Of("check", "provider", Chamber, "专精特新申报体检", Innovation, ServiceLevel.Town, "对照认定条件逐项核对企业指标，出具差距清单，每家企业每年一次。", "提交申请后三个工作日内联系，约定上门时间。", i => (i.AtFirm, i.Criteria, i.Contact, i.Phone) = (true, ["innovative", "srdi"], "陆文静", "021-60000041")),
        Of("cloud", "dispatcher", Cloud, "制造业数字化轻量改造", Digital, ServiceLevel.City, "部署生产报工和设备联网的轻量应用，含实施和三个月维护。", "提交申请后由服务机构上门评估。", i => (i.Online, i.AtFirm, i.Fee, i.FeeWords, i.FeeYuan) = (true, true, Charged, "按车间计价，每个车间", "38000")),
        Of("level", "provider", Chamber, "数字化水平自测辅导", Digital, ServiceLevel.Town, "辅导企业完成数字化水平自测，解读结果，提出改进建议。", "线上预约，一次一小时。", i => (i.Online, i.Fee, i.FeeWords, i.GoodUntil) = (true, Reduced, "会员企业免费，其他企业每次200元", anchor.AddMonths(8))),
        Of("hiring", "labour", Chamber, "重点企业招聘专场报名", Talent, ServiceLevel.Town, "每季度一场，提供展位和岗位信息发布。", "提交岗位需求后安排展位。", i => i.OnSite = true),
        Of("lean", "dispatcher", Lean, "精益生产诊断", Consulting, ServiceLevel.District, "两名顾问驻厂两天，出具诊断报告和改进清单。", "提交申请后电话确认驻厂时间。", i => (i.AtFirm, i.Fee, i.FeeWords, i.FeeYuan, i.Criteria, i.Contact) = (true, Charged, "每次", "12000", ["sme"], "褚明")),
        Of("guarantee", "dispatcher", Guarantee, "科创贷批次担保", Finance, ServiceLevel.District, "对嘉定区科创类中小企业和涉农主体的银行贷款给予批次担保，由街镇、经济小区推荐。所见为2021年首批的做法，是否继续受理以担保机构答复为准。", "提交申请后由担保机构答复受理条件。", i => (i.Online, i.Fee, i.FeeWords, i.Criteria, i.SourceAddress) = (true, Reduced, "费率以担保机构公布为准", ["tech_sme", "hnte", "srdi"], "https://jiading.gov.cn/xinyong/xydt/content_732890")),
        Of("listing", "dispatcher", Centre, "专精特新专板和“浦江之光”上市辅导咨询", Finance, ServiceLevel.City, "介绍上海股权托管交易中心专精特新专板和“浦江之光”行动的入板、培育要求，协助对接。", "通过服务管家或企业服务中心预约。", i => (i.OnSite, i.Criteria) = (true, ["srdi", "little_giant"])),
        Of("match", "provider", Chamber, "大中小企业供需对接", Market, ServiceLevel.Town, "收集企业供需信息，每季度组织一次对接，协助约见采购负责人。", "提交产品和需求简介。", i => (i.Online, i.OnSite, i.Contact, i.Phone) = (true, true, "陆文静", "021-60000041")),
        Of("arrears", "dispatcher", Centre, "拖欠账款投诉指引", Rights, ServiceLevel.District, "按照《保障中小企业款项支付条例》，投诉在10个工作日内转交，30日内形成处理结果；指导企业准备材料、选择受理渠道。", "携带合同和付款凭证到窗口咨询。", i => i.OnSite = true),
        Of("law", "provider", Chamber, "企业法律体检", Rights, ServiceLevel.Town, "由律师审阅常用合同和用工制度，出具风险提示，每家企业每年一次。", "提交申请后约定时间。", i => (i.AtFirm, i.Contact, i.Phone) = (true, "陆文静", "021-60000041")),
    ];

    private static Offer Of(string key, string by, string provider, string title, ServiceClass of, ServiceLevel level, string text, string how, Action<ServiceInput> fill)
    {
        var input = new ServiceInput { Title = title, Class = of, Level = level, Text = text, HowToGet = how, Fee = Free, IsDemo = true };
        fill(input);
        return new Offer(key, by, provider, input);
    }
}
