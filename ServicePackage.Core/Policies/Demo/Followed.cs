using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies.Demo;

/// <summary>What became of some matches of the demo town: one application in each state, entered by all who may. All of it is invented and says so.</summary>
internal sealed class Followed(Stage stage)
{
    private const string Marked = "演示数据";
    private const string Skills = "取得职业技能等级证书补贴";
    private const string Recognition = "认定奖励";
    private const string Guarantee = "担保基金贷";
    private const string Coordinated = "扩产项目专人协调";
    private const int AppliedBack = 12;
    private const int DecidedBack = 8;
    private const int PaidBack = 5;
    private const int DeclinedBack = 3;

    private readonly Dictionary<string, long> _ids = [];

    /// <summary>The four days on which something happens.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        Scene(AppliedBack, async (acts, cancellation) =>
        {
            _ids["chengguang"] = await acts.ApplyAsync("chengguang", "chengguang", Skills, Day(70), Marked, cancellation);
            _ids["jinghe"] = await acts.ApplyAsync("city-a-manager", "jinghe", Recognition, Day(120), $"{Marked}，由服务管家代为登记", cancellation);
            _ids["hengyue"] = await acts.ApplyAsync("hengyue", "hengyue", Skills, Day(45), Marked, cancellation);
            _ids["lanyu"] = await acts.ApplyAsync("lanyu", "lanyu", Guarantee, Day(30), Marked, cancellation);
            _ids["bochi"] = await acts.ApplyAsync("bochi", "bochi", Skills, Day(20), Marked, cancellation);
            await acts.ApplyAsync("finance", "yunqi", Recognition, Day(15), Marked, cancellation);
        }),
        Scene(DecidedBack, async (acts, cancellation) =>
        {
            await acts.StepAsync("labour", _ids["chengguang"], ApplicationStep.Grant, "1.26", "", cancellation);
            await acts.StepAsync("finance", _ids["jinghe"], ApplicationStep.Grant, "10", "", cancellation);
            await acts.StepAsync("labour", _ids["hengyue"], ApplicationStep.Refuse, "", $"证书取得时间不在补贴期内（{Marked}）", cancellation);
            await acts.StepAsync("lanyu", _ids["lanyu"], ApplicationStep.Grant, "", "", cancellation);
        }),
        Scene(PaidBack, async (acts, cancellation) =>
        {
            await acts.StepAsync("finance", _ids["jinghe"], ApplicationStep.Pay, "10", "", cancellation);
            await acts.StepAsync("bochi", _ids["bochi"], ApplicationStep.Withdraw, "", $"改由职工个人申领（{Marked}）", cancellation);
            await acts.OfferAsync("build", Coordinated, ["chengguang", "taizhuo"], cancellation);
        }),
        Scene(DeclinedBack, async (acts, cancellation) =>
            await acts.StepAsync("taizhuo", await acts.OfferedToAsync("taizhuo", cancellation), ApplicationStep.Decline, "", $"扩产计划暂缓（{Marked}）", cancellation)),
    ];

    private DateOnly Day(int before) => stage.Back(AppliedBack).AddDays(-before);

    private Scene Scene(int back, Func<FollowingActs, CancellationToken, Task> play) =>
        new(TownTime.At(stage.Back(back), new TimeOnly(14, 10)), cancellation => play(new FollowingActs(stage.Services), cancellation));
}

/// <summary>The acts of those who follow applications, through the services.</summary>
internal sealed class FollowingActs(IServiceProvider services)
{
    private const string Reader = "lead";

    private readonly ApplicationService _applications = services.GetRequiredService<ApplicationService>();
    private readonly ApplicationReader _reader = services.GetRequiredService<ApplicationReader>();
    private readonly CommandIds _commands = services.GetRequiredService<CommandIds>();
    private readonly Founding _town = services.GetRequiredService<Founding>();

    /// <summary>Takes an application down.</summary>
    public async Task<long> ApplyAsync(string by, string firm, string clause, DateOnly day, string note, CancellationToken cancellation)
    {
        var input = new ApplyInput { EnterpriseId = _town.Firms[firm], ClauseId = (await ClauseAsync(clause, cancellation)).ClauseId, Day = day, Note = note };
        return (await _applications.ApplyAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone(clause);
    }

    /// <summary>Takes a step of it, on the day; no money where no amount is given.</summary>
    public async Task StepAsync(string by, long id, ApplicationStep step, string amount, string reason, CancellationToken cancellation)
    {
        var row = (await _reader.GetAsync(CallerOf(by), id, cancellation)).MustBeDone("application");
        var input = new StepInput { Id = id, Version = row.Version, Step = step, Day = services.GetRequiredService<TownClock>().Today, NoMoney = amount.Length == 0, Amount = amount, Unit = MoneyUnit.TenThousand, Reason = reason };
        (await _applications.StepAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone($"{step} {row.Title}");
    }

    /// <summary>A unit confirms a clause for enterprises, without money.</summary>
    public async Task OfferAsync(string by, string clause, IEnumerable<string> firms, CancellationToken cancellation)
    {
        var row = await ClauseAsync(clause, cancellation);
        var input = new OfferInput { PolicyId = row.PolicyId, ClauseId = row.ClauseId, NoMoney = true, Enterprises = [.. firms.Select(f => new OfferedEnterprise { EnterpriseId = _town.Firms[f] })] };
        (await services.GetRequiredService<OfferService>().ConfirmAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone(clause);
    }

    /// <summary>What waits for the consent of an enterprise.</summary>
    public async Task<long> OfferedToAsync(string firm, CancellationToken cancellation) =>
        (await _reader.ListAsync(CallerOf(firm), new ApplicationFilter { Show = ApplicationShow.Offered }, cancellation)).MustBeDone("offers").Rows.Items[0].Id;

    private async Task<ClauseRow> ClauseAsync(string title, CancellationToken cancellation) =>
        (await services.GetRequiredService<PolicyService>().ListAsync(CallerOf(Reader), new PolicyFilter(title, Take: 20), cancellation)).MustBeDone(title).Clauses.Items.First(c => c.Title == title);

    private Caller CallerOf(string key) => new(_town.People[key]);
}
