using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.FollowUps.Demo;

/// <summary>
/// Three months of runs, and at the beginning of a month a fourth, in the demo town: the sweep makes them on their days, some days later the butlers say what came of some of what stands on them, and two enterprises'
/// figures fell. What is said is invented.
/// </summary>
internal sealed class FollowedUp(Stage stage)
{
    private const int Months = 3;

    /// <summary>So many days after a month began its runs are made for certain, however long its holidays.</summary>
    private const int DaysUntilMade = 10;
    private const int DaysAfter = 3;
    private const int MostARun = 8;
    private const decimal Million = 1_000_000m;

    private static readonly string[] Words =
    [
        "已电话了解，企业生产经营平稳，近期没有新的诉求。", "已向承办单位催问，企业知晓办理进展。", "企业负责人出差，约定下月上门走访。",
        "材料由企业财务核对，月内补齐。", "已提醒企业申报截止时间，企业表示正在准备材料。", "已当面解释评价用途，企业表示办结后再评价。",
    ];

    /// <summary>Firms whose revenue of the last quarter is known beside that of the year before, in millions.</summary>
    private static readonly (string Firm, decimal Before, decimal Now)[] Fallen = [("taizhuo", 24.6m, 17.1m), ("hengyue", 61.0m, 41.5m), ("chengguang", 12.8m, 13.9m)];

    /// <summary>The first month of which there are runs, for a town of this day.</summary>
    public static DateOnly FirstMonth(DateOnly anchor)
    {
        var made = anchor.AddDays(-DaysUntilMade);
        return new DateOnly(made.Year, made.Month, 1).AddMonths(1 - Months);
    }

    /// <summary>The days on which something happens.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        new Scene(TownTime.At(stage.Calendar.Before(stage.Calendar.FirstOfMonth(FirstMonth(stage.Anchor))), new TimeOnly(16, 40)), FiguresAsync),
        .. Enumerable.Range(0, Months + 1).Select(i => FirstMonth(stage.Anchor).AddMonths(i))
            .Select(month => (Month: month, At: TownTime.At(stage.Calendar.Add(stage.Calendar.FirstOfMonth(month), DaysAfter), new TimeOnly(15, 10))))
            .Where(m => m.At < stage.Now).Select(m => new Scene(m.At, cancellation => SayAsync(m.Month, cancellation))),
    ];

    private IDbContextFactory<AppDbContext> Contexts => stage.Services.GetRequiredService<IDbContextFactory<AppDbContext>>();

    private async Task FiguresAsync(CancellationToken cancellation)
    {
        var (town, clock) = (stage.Services.GetRequiredService<Founding>(), stage.Services.GetRequiredService<TownClock>());
        var quarter = FactPeriod.LastOver(FactShape.Quarter, clock.Today);
        await stage.Services.GetRequiredService<OperationRunner>().ActAsSystemAsync(clock.Now, op =>
        {
            op.Db.EnterpriseFacts.AddRange(Fallen.Where(f => town.Firms.ContainsKey(f.Firm)).SelectMany(f => new[] { (f.Now, Years: 0), (f.Before, Years: -1) }, (f, figure) => new EnterpriseFact
            {
                EnterpriseId = town.Firms[f.Firm],
                Code = "revenue",
                Shape = FactShape.Quarter,
                From = quarter.From.AddYears(figure.Years),
                Until = quarter.Until!.Value.AddYears(figure.Years),
                Low = figure.Item1 * Million,
                High = figure.Item1 * Million,
                Standing = FactStanding.Declared,
                RecordedAt = op.Now,
            }));
            return Task.CompletedTask;
        }, cancellation);
    }

    /// <summary>Each butler ends every other of what is open on the run, as far as their days go; the first, oldest one is left over.</summary>
    private async Task SayAsync(DateOnly month, CancellationToken cancellation)
    {
        var (service, commands) = (stage.Services.GetRequiredService<FollowUpService>(), stage.Services.GetRequiredService<CommandIds>());
        await using var db = await Contexts.CreateDbContextAsync(cancellation);
        foreach (var butler in await db.FollowUpRuns.Where(r => r.Month == month && r.AccountId != null).OrderBy(r => r.Number).Select(r => r.AccountId!.Value).ToListAsync(cancellation))
        {
            var rows = (await service.ReadAsync(new Caller(butler), new FollowUpFilter { Month = month }, cancellation)).MustBeDone("run").Rows.Items;
            foreach (var (row, i) in rows.Where((r, i) => i % 2 == 1 && r.MayEnd).Take(MostARun).Select((r, i) => (r, i)))
            {
                var input = new EndFollowUpInput { Id = row.Id, Version = row.Version, Word = Words[(month.Month + i) % Words.Length] };
                (await service.EndAsync(new Caller(butler), commands.Next(), input, cancellation)).MustBeDone("item");
            }
        }
    }
}
