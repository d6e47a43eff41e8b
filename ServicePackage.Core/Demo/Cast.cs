using ServicePackage.Core.Accounts;
using ServicePackage.Core.Organisations;
using static ServicePackage.Core.Accounts.PostKind;
using static ServicePackage.Core.Organisations.OrganisationKind;

namespace ServicePackage.Core.Demo;

/// <summary>An organisation of the demo town.</summary>
internal sealed record Office(OrganisationKind Kind, string Name, string EnglishName, string Phone)
{
    /// <summary>What a provider is by nature; null for all others.</summary>
    public ProviderNature? Nature { get; init; }
}

/// <summary>One of the town's own people; the user name is <see cref="DemoAccounts.Prefix"/> and this key.</summary>
internal sealed record Person(string Key, string Name, string Office, params PostKind[] Posts);

/// <summary>
/// The organisations and people of the demo town. The units are those of the plan (§四(二)) and some responsible units under
/// neutral names; the people are invented, in the order in which the sign-in page offers them.
/// </summary>
internal static class Cast
{
    public const string Administrator = "admin";
    public const string AdministratorName = "吴建平";

    public static readonly IReadOnlyList<Office> Offices =
    [
        new(Centre, "产业发展中心", "Industry Centre", "021-60000001"),
        new(Leadership, "镇领导班子", "Town Leadership", "021-60000002"),
        new(CooperatingDepartment, "规土所", "Planning and Land Office", "021-60000011"),
        new(CooperatingDepartment, "城建办", "Urban Construction Office", "021-60000012"),
        new(CooperatingDepartment, "安全环保办", "Work Safety and Environment Office", "021-60000013"),
        new(CooperatingDepartment, "文广中心", "Culture and Broadcasting Centre", "021-60000014"),
        new(CooperatingDepartment, "农业农村服务中心", "Agriculture and Rural Service Centre", "021-60000015"),
        new(Unit, "人社服务中心", "Labour and Social Security Service Centre", "021-60000021"),
        new(Unit, "市场监管所", "Market Regulation Office", "021-60000022"),
        new(Unit, "税务服务所", "Tax Service Office", "021-60000023"),
        new(Unit, "财政所", "Finance Office", "021-60000024"),
        new(Unit, "水务站", "Water Station", "021-60000025"),
        new(EconomicCity, "经济城A", "Economic City A", "021-60000031"),
        new(EconomicCity, "经济城B", "Economic City B", "021-60000032"),
        new(EconomicCity, "经济城C", "Economic City C", "021-60000033"),
        new(EconomicCity, "经济城D", "Economic City D", "021-60000034"),
        new(Provider, "嘉定区企业服务中心", "Jiading District Enterprise Service Centre", "") { Nature = ProviderNature.Public },
        new(Provider, "上海市融资担保中心", "Shanghai Financing Guarantee Centre", "") { Nature = ProviderNature.Public },
        new(Provider, "马陆商会服务站（演示）", "Malu Chamber Service Station (demonstration)", "021-60000041") { Nature = ProviderNature.NonProfit },
        new(Provider, "上海启衡管理咨询有限公司（演示）", "Qiheng Consulting (demonstration)", "021-60000042") { Nature = ProviderNature.Commercial },
        new(Provider, "上海云帆数字科技有限公司（演示）", "Yunfan Digital (demonstration)", "021-60000043") { Nature = ProviderNature.Commercial },
    ];

    /// <summary>The keys of a city's people who can be butlers in the town tier, its manager first.</summary>
    public static IReadOnlyList<string> ButlersOf(string city) => KeysOf(city, GeneralManager, Specialist);

    /// <summary>The keys of those of an organisation who handle demands.</summary>
    public static IReadOnlyList<string> HandlersOf(string office) => KeysOf(office, Officer, Specialist);

    /// <summary>The key of an organisation's liaison.</summary>
    public static string LiaisonOf(string office) => KeysOf(office, Liaison)[0];

    private static List<string> KeysOf(string office, params PostKind[] kinds) =>
        [.. Leading.Concat(Others).Where(p => p.Office == office && p.Posts.Intersect(kinds).Any()).OrderBy(p => Array.IndexOf(kinds, p.Posts[0])).Select(p => p.Key)];

    /// <summary>Those met first: one for every post.</summary>
    public static readonly IReadOnlyList<Person> Leading =
    [
        new("dispatcher", "周敏", "产业发展中心", Dispatcher),
        new("dispatcher-2", "陆晓峰", "产业发展中心", Dispatcher),
        new("lead", "沈国强", "产业发展中心", CentreLead),
        new("general", "顾明华", "镇领导班子", GeneralLiaison),
        new("leader", "徐志远", "镇领导班子", TownLeader),
        new("leader-2", "钱雪芳", "镇领导班子", TownLeader),
        new("build", "朱伟", "城建办", Officer),
        new("build-liaison", "陈丽华", "城建办", Liaison),
        new("build-head", "黄永康", "城建办", Head),
        new("city-a", "王思佳", "经济城A", Specialist),
        new("city-a-manager", "金卫东", "经济城A", GeneralManager),
        new("city-a-2", "唐俊杰", "经济城A", Specialist),
        new("city-a-liaison", "龚秀英", "经济城A", Liaison),
        new("city-b", "蒋文婷", "经济城B", Specialist),
        new("city-b-manager", "陶建忠", "经济城B", GeneralManager),
        new("city-b-2", "施嘉豪", "经济城B", Specialist),
        new("city-b-liaison", "倪春燕", "经济城B", Liaison),
        new("auditor", "严正", "系统管理", Auditor),
    ];

    /// <summary>The other units' people.</summary>
    public static readonly IReadOnlyList<Person> Others =
    [
        new("land", "孙浩", "规土所", Officer),
        new("land-2", "潘雨晴", "规土所", Officer),
        new("land-liaison", "曹静", "规土所", Liaison),
        new("land-head", "张国梁", "规土所", Head),
        new("build-2", "季雯", "城建办", Officer),
        new("safety", "赵磊", "安全环保办", Officer),
        new("safety-2", "许佩佩", "安全环保办", Officer),
        new("safety-liaison", "毛红梅", "安全环保办", Liaison),
        new("safety-head", "郁建新", "安全环保办", Head),
        new("culture", "范依依", "文广中心", Officer),
        new("culture-liaison", "封晓岚", "文广中心", Liaison),
        new("culture-head", "印志强", "文广中心", Head),
        new("farm", "费根林", "农业农村服务中心", Officer),
        new("farm-liaison", "瞿惠芳", "农业农村服务中心", Liaison),
        new("farm-head", "庄福明", "农业农村服务中心", Head),
        new("labour", "姚婷", "人社服务中心", Officer),
        new("labour-2", "杨宇轩", "人社服务中心", Officer),
        new("labour-liaison", "侯美玲", "人社服务中心", Liaison),
        new("labour-head", "汤立新", "人社服务中心", Head),
        new("market", "俞凯", "市场监管所", Officer),
        new("market-liaison", "邵琳", "市场监管所", Liaison),
        new("market-head", "薛正阳", "市场监管所", Head),
        new("tax", "宋怡", "税务服务所", Officer),
        new("tax-liaison", "包文斌", "税务服务所", Liaison),
        new("tax-head", "戴月芬", "税务服务所", Head),
        new("finance", "谈佳莹", "财政所", Officer),
        new("finance-liaison", "秦海燕", "财政所", Liaison),
        new("finance-head", "屠宏伟", "财政所", Head),
        new("water", "浦正军", "水务站", Officer),
        new("water-liaison", "计小红", "水务站", Liaison),
        new("water-head", "翁德兴", "水务站", Head),
        new("city-a-3", "闵雪", "经济城A", Specialist),
        new("city-b-3", "柏宇航", "经济城B", Specialist),
        new("city-c-manager", "凌志远", "经济城C", GeneralManager),
        new("city-c", "麦嘉欣", "经济城C", Specialist),
        new("city-c-2", "裴一鸣", "经济城C", Specialist),
        new("city-c-3", "甘露", "经济城C", Specialist),
        new("city-c-liaison", "尹秀兰", "经济城C", Liaison),
        new("city-d-manager", "卓立群", "经济城D", GeneralManager),
        new("city-d", "岳彤", "经济城D", Specialist),
        new("city-d-2", "仲晓光", "经济城D", Specialist),
        new("city-d-3", "覃丽", "经济城D", Specialist),
        new("city-d-liaison", "路美珍", "经济城D", Liaison),
        new("provider", "陆文静", "马陆商会服务站（演示）", Liaison),
        new("provider-b", "褚明", "上海启衡管理咨询有限公司（演示）", Officer),
    ];
}
