using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Butlers.Demo;

/// <summary>The leaders who keep contact with the demo town's enterprises: of the district and of the town, with and without an account; one handed hers over.</summary>
internal sealed class Leading(Stage stage)
{
    /// <summary>Working days back: before the first package is issued, which names them.</summary>
    private const int Entered = 14;

    private const int Since = 200;
    private const int HandedOver = 40;

    /// <summary>With how many enterprises of the town tier one of the town's leaders keeps contact; with the others nobody does.</summary>
    private const int OfTown = 60;

    /// <summary>Name, office and, for one of the town, the account's key; the people are invented.</summary>
    private static readonly (string Name, string Title, string Phone, LeaderLevel Level, string? Key)[] People =
    [
        ("陆文斌", "区领导（演示）", "021-60000101", LeaderLevel.District, null),
        ("姜雅琴", "区领导（演示）", "021-60000102", LeaderLevel.District, null),
        ("顾明华", "镇分管领导", "021-60000002", LeaderLevel.Town, "general"),
        ("徐志远", "镇班子领导", "021-60000103", LeaderLevel.Town, "leader"),
        ("钱雪芳", "镇班子领导", "021-60000104", LeaderLevel.Town, "leader-2"),
        ("石建国", "镇班子领导", "021-60000105", LeaderLevel.Town, null),
        ("康宁", "镇班子领导（已离任）", "021-60000106", LeaderLevel.Town, null),
    ];

    private readonly CommandIds _commands = stage.Services.GetRequiredService<CommandIds>();

    /// <summary>All of them in one.</summary>
    public IEnumerable<Scene> Scenes() => [new Scene(TownTime.At(stage.Back(Entered), new TimeOnly(9, 5)), MakeAsync)];

    private async Task MakeAsync(CancellationToken cancellation)
    {
        var town = stage.Services.GetRequiredService<Founding>();
        var (leaders, contacts) = (stage.Services.GetRequiredService<LeaderService>(), stage.Services.GetRequiredService<LeaderContactService>());
        var centre = new Caller(town.People["lead"]);
        var ids = new List<long>();
        foreach (var (name, title, phone, level, key) in People)
        {
            var input = new LeaderInput { Name = name, Title = title, Phone = phone, Level = level, AccountId = key is null ? 0 : town.People[key] };
            ids.Add((await leaders.EnterAsync(centre, _commands.Next(), input)).MustBeDone("leader"));
        }

        var (district, ofTown) = await FirmsAsync(cancellation);
        await NameAsync(ids[0], district.Where((_, i) => i % 2 == 0));
        await NameAsync(ids[1], district.Where((_, i) => i % 2 == 1));
        await NameAsync(ids[2], district.Take(2).Concat(ofTown.Where((_, i) => i % 4 == 0)));
        await NameAsync(ids[3], ofTown.Where((_, i) => i % 4 == 1));
        await NameAsync(ids[4], ofTown.Where((_, i) => i % 4 == 2));
        await NameAsync(ids[6], ofTown.Where((_, i) => i % 4 == 3));
        (await contacts.HandOverAsync(centre, _commands.Next(), new LeaderHandOverInput { FromId = ids[6], ToId = ids[5], Day = stage.Anchor.AddDays(-HandedOver) })).MustBeDone("enterprises handed over");
        (await leaders.LeaveAsync(centre, _commands.Next(), ids[6], 0)).MustBeDone("leader left");

        async Task NameAsync(long leader, IEnumerable<long> firms)
        {
            long[] chosen = [.. firms];
            if (chosen.Length > 0)
            {
                (await contacts.NameAsync(centre, _commands.Next(), new LeaderContactInput { LeaderId = leader, EnterpriseIds = chosen, From = stage.Anchor.AddDays(-Since) })).MustBeDone("leader named");
            }
        }
    }

    private async Task<(List<long> District, List<long> OfTown)> FirmsAsync(CancellationToken cancellation)
    {
        await using var db = await stage.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancellation);
        var firms = await db.Enterprises.OnRoster(TownTime.DayOf(stage.Now)).OrderBy(e => e.Id).Select(e => new { e.Id, e.Tier }).ToListAsync(cancellation);
        return ([.. firms.Where(f => f.Tier == EnterpriseTier.District).Select(f => f.Id)], [.. firms.Where(f => f.Tier == EnterpriseTier.Town).Select(f => f.Id).Take(OfTown)]);
    }
}
