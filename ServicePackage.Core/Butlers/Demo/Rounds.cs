using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Butlers.Demo;

/// <summary>The butlers' rounds: contacts held and planned, so that their boards have something in each column. Written down at the end, as of their days.</summary>
internal sealed class Rounds(Stage stage)
{
    /// <summary>How far back the contacts of an enterprise lie (days), and in how many days the next is planned; one after the other.</summary>
    private static readonly (int[] Back, int? Ahead)[] Patterns =
    [
        ([34], 9), ([97], null), ([12, 75], 0), ([5, 61], null), ([48, 110], null), ([20], 3), ([92], null), ([8, 66, 130], null), ([55], null), ([27, 88], 14),
    ];

    private static readonly (ContactWay Way, string Said)[] Talks =
    [
        (ContactWay.Visit, "走访车间和新厂房，企业订单饱满，介绍了专精特新和技改贴息政策，企业拟于下季度申报。"),
        (ContactWay.Telephone, "电话了解近况，生产平稳，暂无新的诉求；提醒其关注稳岗补贴申报窗口。"),
        (ContactWay.Meeting, "在经济城座谈，企业反映招聘高级技工较难，已告知人社服务中心的专场招聘安排。"),
        (ContactWay.Online, "线上沟通，企业已收到服务包清单，对融资服务有兴趣，约定下次上门详谈。"),
        (ContactWay.Visit, "上门走访，了解研发投入和用地情况，企业对前期诉求的办理表示满意。"),
    ];

    private static readonly string[] Purposes = ["季度走访，了解生产经营情况", "回访诉求办理效果", "送政策上门：技改与研发补贴", "了解用工和融资需求"];

    /// <summary>Those whose earlier contacts are told as well.</summary>
    private static readonly HashSet<string> Told = [.. Firms.Told.Select(f => f.FullName)];

    private readonly CommandIds _commands = stage.Services.GetRequiredService<CommandIds>();

    /// <summary>All of them in one.</summary>
    public IEnumerable<Scene> Scenes() => [new Scene(stage.Now, MakeAsync)];

    private async Task MakeAsync(CancellationToken cancellation)
    {
        await using var db = await stage.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancellation);
        var firms = await db.Enterprises.OnRoster(TownTime.DayOf(stage.Now)).OrderBy(e => e.Id).Select(e => new { e.Id, e.Name, e.ContactName }).ToListAsync(cancellation);
        var butlers = await db.ButlersOfAsync([.. firms.Select(f => f.Id)], TownTime.DayOf(stage.Now), cancellation);
        var places = new Dictionary<long, int>();
        foreach (var firm in firms)
        {
            cancellation.ThrowIfCancellationRequested();
            if (butlers.GetValueOrDefault(firm.Id)?.AccountId is { } butler)
            {
                var place = places[butler] = places.GetValueOrDefault(butler, -1) + 1;
                await GoAsync(new Caller(butler), firm.Id, firm.ContactName, place, Told.Contains(firm.Name));
            }
        }
    }

    private async Task GoAsync(Caller butler, long firm, string contact, int place, bool isTold)
    {
        var contacts = stage.Services.GetRequiredService<ContactService>();
        var (back, ahead) = Patterns[place % Patterns.Length];
        foreach (var (days, i) in back.Take(isTold ? back.Length : 1).Select((d, i) => (d, i)))
        {
            var (way, said) = Talks[(place + (i * 2)) % Talks.Length];
            (await contacts.RecordContactAsync(butler, _commands.Next(), new RecordContactInput
            {
                EnterpriseId = firm,
                Way = way,
                When = OfficeDay(stage.Anchor.AddDays(-days)).ToDateTime(new TimeOnly(9 + (place % 7), 10 * (place % 6)), DateTimeKind.Unspecified),
                WithWhom = contact,
                Said = said,
                DespiteVisit = true,
            })).MustBeDone("contact");
        }

        if (ahead is { } until)
        {
            (await contacts.PlanContactAsync(butler, _commands.Next(), new PlanContactInput
            {
                EnterpriseId = firm,
                Way = until > 5 ? ContactWay.Visit : ContactWay.Telephone,
                Day = stage.Calendar.Add(stage.Anchor.AddDays(until), 0),
                Purpose = Purposes[place % Purposes.Length],
                DespiteVisit = true,
            })).MustBeDone("planned contact");
        }
    }

    private DateOnly OfficeDay(DateOnly day) => stage.Calendar.IsWorkingDay(day) ? day : stage.Calendar.Before(day);
}
