using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Packages.Demo;

/// <summary>Packages of the demo town: one in each state, one that was to be handed over long ago, one issued twice. What is said with them is invented and says so.</summary>
internal sealed class Handed(Stage stage)
{
    private const int IssuedBack = 13;
    private const int HandedBack = 10;
    private const int AcknowledgedBack = 8;
    private const int LaterBack = 2;
    private const int LastBack = 1;

    private readonly Dictionary<string, long> _versions = [];

    /// <summary>The days on which something happens.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        Scene(IssuedBack, async (acts, cancellation) =>
        {
            await acts.ArrangeAsync("city-a-manager", "jinghe", "建议优先准备，材料清单已发企业（演示数据）。", "企业已明确近期不申报（演示数据）。", cancellation);
            await acts.ArrangeAsync("dispatcher", "chengguang", "与企业今年的培训计划相符，请留意申报时间（演示数据）。", "企业已有其他渠道支持（演示数据）。", cancellation);
            await IssueAsync(acts, "city-a-manager", "jinghe", cancellation);
            await IssueAsync(acts, "dispatcher", "chengguang", cancellation);
            await IssueAsync(acts, "dispatcher", "taizhuo", cancellation);
            await IssueAsync(acts, "dispatcher", "bochi", cancellation);
        }),
        Scene(HandedBack, async (acts, cancellation) =>
        {
            await acts.HandOverAsync("city-a-manager", _versions["jinghe"], HandOverWay.AtVisit, "行政部周经理", isAcknowledged: true, cancellation);
            await acts.HandOverAsync("dispatcher", _versions["chengguang"], HandOverWay.Online, "", isAcknowledged: false, cancellation);
            await acts.HandOverAsync("dispatcher", _versions["bochi"], HandOverWay.AtVisit, "办公室沈主任", isAcknowledged: false, cancellation);
        }),
        Scene(AcknowledgedBack, (acts, cancellation) => acts.AcknowledgeAsync("chengguang", _versions["chengguang"], cancellation)),
        Scene(LaterBack, async (acts, cancellation) =>
        {
            await IssueAsync(acts, "dispatcher", "lanyu", cancellation);
            await acts.HandOverAsync("dispatcher", _versions["lanyu"], HandOverWay.Online, "", isAcknowledged: false, cancellation);
            await IssueAsync(acts, "dispatcher", "hengyue", cancellation);
        }),
        Scene(LastBack, async (acts, cancellation) =>
        {
            await IssueAsync(acts, "dispatcher", "chengguang", cancellation);
            await acts.HandOverAsync("dispatcher", _versions["chengguang"], HandOverWay.Online, "", isAcknowledged: false, cancellation);
        }),
    ];

    private async Task IssueAsync(PackageActs acts, string by, string firm, CancellationToken cancellation) => _versions[firm] = await acts.IssueAsync(by, firm, cancellation);

    private Scene Scene(int back, Func<PackageActs, CancellationToken, Task> play) =>
        new(TownTime.At(stage.Back(back), new TimeOnly(16, 5)), cancellation => play(new PackageActs(stage.Services), cancellation));
}

/// <summary>The acts of those who put packages together, issue and take them, through the services of the domain.</summary>
internal sealed class PackageActs(IServiceProvider services)
{
    private readonly PackageReader _reader = services.GetRequiredService<PackageReader>();
    private readonly HandOverService _handing = services.GetRequiredService<HandOverService>();
    private readonly CommandIds _commands = services.GetRequiredService<CommandIds>();
    private readonly Founding _town = services.GetRequiredService<Founding>();

    /// <summary>Puts the first clause of a firm's package forward, and leaves its last one out where there are several.</summary>
    public async Task ArrangeAsync(string by, string firm, string word, string reason, CancellationToken cancellation)
    {
        var view = await LiveAsync(by, firm, cancellation);
        if (view.Content.Clauses is [var first, .., var last])
        {
            await ChooseAsync(by, firm, first, PackagePlace.PutForward, word, cancellation);
            await ChooseAsync(by, firm, last, PackagePlace.LeftOut, reason, cancellation);
        }
    }

    /// <summary>Issues the package of a firm; gives the version.</summary>
    public async Task<long> IssueAsync(string by, string firm, CancellationToken cancellation)
    {
        var input = new IssueInput { EnterpriseId = _town.Firms[firm], Seen = (await LiveAsync(by, firm, cancellation)).Key };
        return (await services.GetRequiredService<PackageIssueService>().IssueAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone($"{firm}'s package").Id;
    }

    /// <summary>Hands a version over, on the day.</summary>
    public async Task HandOverAsync(string by, long id, HandOverWay way, string to, bool isAcknowledged, CancellationToken cancellation)
    {
        var input = new HandOverInput { Id = id, Version = await VersionAsync(by, id, cancellation), Way = way, Day = services.GetRequiredService<TownClock>().Today, To = to, IsAcknowledged = isAcknowledged };
        (await _handing.HandOverAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone("package handed over");
    }

    /// <summary>An enterprise acknowledges a version.</summary>
    public async Task AcknowledgeAsync(string firm, long id, CancellationToken cancellation) =>
        (await _handing.AcknowledgeAsync(CallerOf(firm), _commands.Next(), new AcknowledgeInput { Id = id, Version = await VersionAsync(firm, id, cancellation) }, cancellation)).MustBeDone("package acknowledged");

    private async Task ChooseAsync(string by, string firm, PackageClause clause, PackagePlace place, string word, CancellationToken cancellation)
    {
        var input = new PackageChoiceInput { EnterpriseId = _town.Firms[firm], ClauseId = clause.ClauseId, Version = clause.Choice, Place = place, Word = word };
        (await services.GetRequiredService<PackageChoiceService>().ChooseAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone($"{place} {clause.Title}");
    }

    private async Task<PackageView> LiveAsync(string by, string firm, CancellationToken cancellation) => (await _reader.LiveAsync(CallerOf(by), _town.Firms[firm], cancellation)).MustBeDone($"{firm}'s package");

    private async Task<int> VersionAsync(string by, long id, CancellationToken cancellation) => (await _reader.VersionAsync(CallerOf(by), id, cancellation)).MustBeDone("package").Row.Version;

    private Caller CallerOf(string key) => new(_town.People[key]);
}
