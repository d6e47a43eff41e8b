using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies.Demo;

/// <summary>
/// What the enterprises of the demo town do with what they were told: some open it, some want to be called, one is called; a unit pushes a clause. What came with the
/// last figures stays new.
/// </summary>
internal sealed class Replies(Stage stage)
{
    private const int OpenedBack = 5;
    private const int SaidBack = 4;
    private const int PushedBack = 2;
    private const int MostPushed = 4;
    private const string Pushed = "人才住房保障";
    private const string Word = "本批房源数量有限，建议提前准备用工名册和纳税证明。";

    private static readonly string[] Opening = ["chengguang", "hengyue", "jinghe", "taizhuo", "qingran"];

    private readonly CommandIds _commands = stage.Services.GetRequiredService<CommandIds>();
    private readonly Founding _town = stage.Services.GetRequiredService<Founding>();

    /// <summary>The days on which something happens.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        Scene(OpenedBack, new TimeOnly(16, 10), OpenAsync),
        Scene(SaidBack, new TimeOnly(9, 40), async cancellation =>
        {
            await SayAsync("jinghe", cancellation);
            await SayAsync("qingran", cancellation);
        }),
        Scene(SaidBack, new TimeOnly(15, 20), cancellation => CallAsync("jinghe", "city-a-manager", cancellation)),
        Scene(PushedBack, new TimeOnly(14, 5), PushAsync),
    ];

    private async Task OpenAsync(CancellationToken cancellation)
    {
        foreach (var firm in Opening)
        {
            foreach (var clause in await ToldAsync(firm, cancellation))
            {
                (await stage.Services.GetRequiredService<MatchReadService>().ReadAsync(CallerOf(firm), _commands.Next(), clause, cancellation)).MustBeDone("opened");
            }
        }
    }

    private async Task SayAsync(string firm, CancellationToken cancellation)
    {
        if (await ToldAsync(firm, cancellation) is [var clause, ..])
        {
            var input = new ClauseAnswerInput { EnterpriseId = _town.Firms[firm], ClauseId = clause, Wish = ClauseWish.Interested };
            (await stage.Services.GetRequiredService<ClauseAnswerService>().SayAsync(CallerOf(firm), _commands.Next(), input, cancellation)).MustBeDone("interest");
        }
    }

    private async Task CallAsync(string firm, string by, CancellationToken cancellation)
    {
        var served = (await stage.Services.GetRequiredService<ServedMatchService>().ListAsync(CallerOf(by), cancellation: cancellation)).MustBeDone("served");
        foreach (var interest in served.Where(s => s.EnterpriseId == _town.Firms[firm]).SelectMany(s => s.Interests))
        {
            var input = new CalledInput { AnswerId = interest.AnswerId, Day = stage.Back(SaidBack) };
            (await stage.Services.GetRequiredService<InterestService>().CalledAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone("called");
        }
    }

    private async Task PushAsync(CancellationToken cancellation)
    {
        await using var db = await stage.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancellation);
        var clause = await db.PolicyClauses.Published().Where(c => c.Title == Pushed).Select(c => new { c.PolicyVersion.PolicyId, c.ClauseId }).FirstAsync(cancellation);
        var (unit, chosen) = (CallerOf("labour"), new List<long>());
        foreach (var group in new[] { Eligibility.Near, Eligibility.Undecided, Eligibility.Met })
        {
            var side = (await stage.Services.GetRequiredService<MatchService>().OfClauseAsync(unit, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(group), cancellation)).MustBeDone("side");
            chosen.AddRange(side.Enterprises.Where(e => e.Eligibility == group && e.Answer is null).Select(e => e.EnterpriseId));
        }

        var input = new ClausePushInput { PolicyId = clause.PolicyId, ClauseId = clause.ClauseId, EnterpriseIds = [.. chosen.Distinct().Take(MostPushed)], Word = Word };
        if (input.EnterpriseIds.Count > 0)
        {
            (await stage.Services.GetRequiredService<ClausePushService>().PushAsync(unit, _commands.Next(), input, cancellation)).MustBeDone("push");
        }
    }

    /// <summary>The clauses that a firm meets and was told of.</summary>
    private async Task<List<long>> ToldAsync(string firm, CancellationToken cancellation)
    {
        var id = _town.Firms[firm];
        await using var db = await stage.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancellation);
        return await db.Matches.Open().Where(m => m.EnterpriseId == id && m.ToldAt != null).OrderBy(m => m.ClauseId).Select(m => m.ClauseId).ToListAsync(cancellation);
    }

    private Caller CallerOf(string key) => new(_town.People[key]);

    private Scene Scene(int back, TimeOnly at, Func<CancellationToken, Task> play) => new(TownTime.At(stage.Back(back), at), play);
}
