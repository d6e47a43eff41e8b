using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Butlers.Demo;

/// <summary>The butlers' rounds: contacts held and planned, so that their boards have something in each column. Each is written down on its day, so that the monthly runs know of it.</summary>
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

    /// <summary>When contacts of a day are written down.</summary>
    private static readonly TimeOnly WrittenDown = new(17, 20);

    private readonly CommandIds _commands = stage.Services.GetRequiredService<CommandIds>();
    private readonly ContactService _contacts = stage.Services.GetRequiredService<ContactService>();

    /// <summary>The days on which contacts were held, and the present, on which the next are planned.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        .. Patterns.SelectMany(p => p.Back).Distinct().Select(days => new Scene(TownTime.At(HeldOn(days), WrittenDown), cancellation => EachAsync((butler, firm, place) => HoldAsync(butler, firm, place, days), cancellation))),
        new Scene(stage.Now, cancellation => EachAsync(PlanAsync, cancellation)),
    ];

    /// <summary>Each enterprise with its butler, and which of theirs it is.</summary>
    private async Task EachAsync(Func<Caller, Firm, int, Task> act, CancellationToken cancellation)
    {
        await using var db = await stage.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancellation);
        var today = stage.Services.GetRequiredService<TownClock>().Today;
        var firms = await db.Enterprises.OnRoster(today).Where(e => e.ContactName != "").OrderBy(e => e.Id).Select(e => new Firm(e.Id, e.Name, e.ContactName)).ToListAsync(cancellation);
        var butlers = await db.ButlersOfAsync([.. firms.Select(f => f.Id)], today, cancellation);
        var places = new Dictionary<long, int>();
        foreach (var firm in firms)
        {
            cancellation.ThrowIfCancellationRequested();
            if (butlers.GetValueOrDefault(firm.Id)?.AccountId is { } butler)
            {
                var place = places[butler] = places.GetValueOrDefault(butler, -1) + 1;
                await act(new Caller(butler), firm, place);
            }
        }
    }

    private async Task HoldAsync(Caller butler, Firm firm, int place, int days)
    {
        var i = Array.IndexOf(Patterns[place % Patterns.Length].Back, days);
        if (i < 0 || (i > 0 && !Told.Contains(firm.Name)))
        {
            return;
        }

        var (way, said) = Talks[(place + (i * 2)) % Talks.Length];
        (await _contacts.RecordContactAsync(butler, _commands.Next(), new RecordContactInput
        {
            EnterpriseId = firm.Id,
            Way = way,
            When = HeldOn(days).ToDateTime(new TimeOnly(9 + (place % 7), 10 * (place % 6)), DateTimeKind.Unspecified),
            WithWhom = firm.Contact,
            Said = said,
            DespiteVisit = true,
        })).MustBeDone("contact");
    }

    private async Task PlanAsync(Caller butler, Firm firm, int place)
    {
        if (Patterns[place % Patterns.Length].Ahead is { } until)
        {
            (await _contacts.PlanContactAsync(butler, _commands.Next(), new PlanContactInput
            {
                EnterpriseId = firm.Id,
                Way = until > 5 ? ContactWay.Visit : ContactWay.Telephone,
                Day = stage.Calendar.Add(stage.Anchor.AddDays(until), 0),
                Purpose = Purposes[place % Purposes.Length],
                DespiteVisit = true,
            })).MustBeDone("planned contact");
        }
    }

    private DateOnly HeldOn(int days) => OfficeDay(stage.Anchor.AddDays(-days));

    private DateOnly OfficeDay(DateOnly day) => stage.Calendar.IsWorkingDay(day) ? day : stage.Calendar.Before(day);

    private sealed record Firm(long Id, string Name, string Contact);
}
