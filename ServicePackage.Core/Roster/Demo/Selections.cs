using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Roster.Demo;

/// <summary>
/// The roster of the demo town: two firms of the year before leave, two new ones join, one of them proposed by two; then the nominations for the next year are
/// open, with one firm proposed by two and one under a new name. The firms that come and go are invented for this alone.
/// </summary>
internal sealed class Selections(Stage stage)
{
    private const int PublishedBack = 140;
    private const int NextBack = 3;
    private const string Centre = "产业发展中心";
    private const string CityA = "经济城A";
    private const string CityB = "经济城B";
    private const string District = "区经委（演示）";

    private static readonly (string Name, int Number, string City)[] Leaving = [("上海禾澄印刷有限公司（演示）", 901, CityA), ("上海朗陌家居用品有限公司（演示）", 902, CityB)];
    private static readonly (string Name, int Number, string City)[] Joining = [("上海曜芯微电子有限公司（演示）", 903, CityA), ("上海沐川精细化工有限公司（演示）", 904, CityB)];

    /// <summary>The days on which something happens; only a whole town is old enough.</summary>
    public IEnumerable<Scene> Scenes() => stage.Whole ? [Scene(PublishedBack, PublishAsync), Scene(NextBack, NominateAsync)] : [];

    private async Task PublishAsync(SelectionActs acts, CancellationToken cancellation)
    {
        var year = acts.Today.Year;
        foreach (var (name, number, city) in Leaving)
        {
            await acts.EnterAsync(name, number, city, new DateOnly(year - 1, 1, 2));
        }

        await acts.OpenAsync(year, cancellation);
        await acts.NominateAsync("city-a", year, CityA, "", Joining[0].Number, Joining[0].Name, EnterpriseTier.Town, "新投产的芯片封测企业，当年纳税增长快（演示数据）。", cancellation);
        await acts.NominateAsync("city-b", year, CityB, "", Joining[1].Number, Joining[1].Name, EnterpriseTier.Town, "通过高新技术企业认定（演示数据）。", cancellation);
        await acts.NominateAsync("dispatcher", year, Centre, District, Joining[0].Number, Joining[0].Name, EnterpriseTier.Town, "区集成电路产业链重点企业（演示数据）。", cancellation);
        await acts.CloseAsync(year, cancellation);
        await acts.DecideAsync(year, [.. Leaving.Select(f => Firms.CreditCodeOf(f.Number))], taken: false, "已迁出本镇经营（演示数据）。", cancellation);
        await acts.DecideAsync(year, [.. Joining.Select(f => Firms.CreditCodeOf(f.Number))], taken: true, "符合街镇重点企业条件（演示数据）。", cancellation);
        await acts.KeepAsync(year, cancellation);
        await acts.PublishAsync(year, cancellation);
    }

    private async Task NominateAsync(SelectionActs acts, CancellationToken cancellation)
    {
        var year = acts.Today.Year + 1;
        await acts.OpenAsync(year, cancellation);
        await acts.NominateAsync("city-a", year, CityA, "", 905, "上海屿白光学仪器有限公司（演示）", EnterpriseTier.Town, "拟申报专精特新，主导产品国内领先（演示数据）。", cancellation);
        await acts.NominateAsync("build-liaison", year, "城建办", "", 905, "上海屿白光学仪器有限公司（演示）", EnterpriseTier.Town, "新厂房项目今年竣工（演示数据）。", cancellation);
        await acts.NominateAsync("city-b", year, CityB, "", 904, "上海沐川新材料有限公司（演示）", EnterpriseTier.Town, "继续符合条件，企业已更名（演示数据）。", cancellation);
        await acts.NominateAsync("dispatcher", year, Centre, District, 903, "上海曜芯微电子有限公司（演示）", EnterpriseTier.District, "拟列入区级重点企业（演示数据）。", cancellation);
    }

    private Scene Scene(int back, Func<SelectionActs, CancellationToken, Task> play) =>
        new(TownTime.At(stage.Back(back), new TimeOnly(9, 20)), cancellation => play(new SelectionActs(stage.Services), cancellation));
}

/// <summary>The acts of those who propose and choose, through the services of the domain.</summary>
internal sealed class SelectionActs(IServiceProvider services)
{
    private const string Chooses = "lead";

    private readonly CommandIds _commands = services.GetRequiredService<CommandIds>();
    private readonly Founding _town = services.GetRequiredService<Founding>();
    private readonly RosterYearService _years = services.GetRequiredService<RosterYearService>();
    private readonly RosterChoiceReader _reader = services.GetRequiredService<RosterChoiceReader>();
    private readonly RosterChoiceService _choice = services.GetRequiredService<RosterChoiceService>();

    /// <summary>The day that is played.</summary>
    public DateOnly Today { get; } = services.GetRequiredService<TownClock>().Today;

    /// <summary>Enters a firm of the roster before.</summary>
    public async Task EnterAsync(string name, int number, string city, DateOnly from) =>
        (await services.GetRequiredService<EnterpriseService>().CreateAsync(CallerOf(Chooses), _commands.Next(), new NewEnterpriseInput
        {
            Name = name,
            CreditCode = Firms.CreditCodeOf(number),
            EconomicCityId = _town.Offices[city],
            OnRosterFrom = from,
        })).MustBeDone(name);

    /// <summary>Opens nominations.</summary>
    public async Task OpenAsync(int year, CancellationToken cancellation) =>
        (await _years.OpenAsync(CallerOf(Chooses), _commands.Next(), year, cancellation)).MustBeDone("nominations");

    /// <summary>Somebody proposes a firm.</summary>
    public async Task NominateAsync(string by, int year, string organisation, string onBehalfOf, int number, string name, EnterpriseTier tier, string reason, CancellationToken cancellation) =>
        (await services.GetRequiredService<NominationService>().SaveAsync(CallerOf(by), _commands.Next(), new NominationInput
        {
            Year = year,
            OrganisationId = _town.Offices[organisation],
            OnBehalfOf = onBehalfOf,
            CreditCode = Firms.CreditCodeOf(number),
            Name = name,
            Tier = tier,
            Reason = reason,
        }, cancellation)).MustBeDone(name);

    /// <summary>Closes nominations.</summary>
    public async Task CloseAsync(int year, CancellationToken cancellation) =>
        (await _years.CloseAsync(CallerOf(Chooses), _commands.Next(), await YearAsync(year, cancellation), cancellation)).MustBeDone("choice");

    /// <summary>Decides about firms for the first time.</summary>
    public async Task DecideAsync(int year, IReadOnlyList<string> codes, bool taken, string reason, CancellationToken cancellation) =>
        (await _choice.DecideAsync(CallerOf(Chooses), _commands.Next(), new DecideInput { Year = year, Firms = [.. codes.Select(c => new ChosenFirm(c, 0))], Taken = taken, Reason = reason }, cancellation)).MustBeDone("decision");

    /// <summary>Keeps all others in the tier that they are in; the district's list says the same of its tier.</summary>
    public async Task KeepAsync(int year, CancellationToken cancellation)
    {
        var act = await YearAsync(year, cancellation);
        var file = await FileAsync("区级重点企业名单（演示）.pdf");
        (await _years.RecordDistrictListAsync(
            CallerOf(Chooses), _commands.Next(), new DistrictListInput { Year = year, Version = act.Version, ReceivedOn = Today, Source = "区经委关于区级重点企业名单的函（演示）", AttachmentIds = [file] }, cancellation)).MustBeDone("list");
        while (true)
        {
            var open = (await _reader.ReadAsync(CallerOf(Chooses), new ChoiceFilter(year, ChoiceShow.Undecided, Take: Paging.Largest), cancellation)).MustBeDone("choice").Rows.Items;
            if (open.Count == 0)
            {
                return;
            }

            await DecideAsync(year, [.. open.Select(r => r.CreditCode)], taken: true, "继续符合重点企业条件（演示数据）。", cancellation);
        }
    }

    private async Task<Guid> FileAsync(string name)
    {
        await using var content = new MemoryStream(Letter.Pdf("区级重点企业名单（演示）", "本年度区级重点企业名单按上年名单延续。"));
        return (await services.GetRequiredService<AttachmentService>().StoreAsync(CallerOf(Chooses), name, content)).MustBeDone(name).Id;
    }

    /// <summary>Publishes the roster.</summary>
    public async Task PublishAsync(int year, CancellationToken cancellation) =>
        (await services.GetRequiredService<RosterPublishing>().PublishAsync(CallerOf(Chooses), _commands.Next(), await YearAsync(year, cancellation), cancellation: cancellation)).MustBeDone("roster");

    private async Task<RosterYearAct> YearAsync(int year, CancellationToken cancellation) =>
        new(year, (await _reader.ReadAsync(CallerOf(Chooses), new ChoiceFilter(year, Take: 1), cancellation)).MustBeDone("year").Version);

    private Caller CallerOf(string key) => new(_town.People[key]);
}
