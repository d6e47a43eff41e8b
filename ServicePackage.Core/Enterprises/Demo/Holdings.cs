using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Enterprises.Demo;

/// <summary>
/// The titles of the demo town's enterprises get their dates: three years each, some after a re-check, a few that end within weeks, a few that are over, and
/// a few still to be confirmed. Most lists of titles are said to be complete; some firms have equity, awards, standards and projects. Written in one act.
/// </summary>
internal sealed class Holdings(Stage stage)
{
    private const string Marked = "演示数据";
    private const int WrittenBack = 3;
    private const int Told = 13;
    private const int YearsHeld = 3;
    private const int TitlesClosed = 70;
    private const decimal Million = 1_000_000m;

    private static readonly HashSet<string> Yearly = ["key_taxpayer", "industry_leader", "unicorn", "unicorn_potential"];

    /// <summary>How many in a hundred said that a list is complete, beside the titles.</summary>
    private static readonly (string List, int Percent)[] Closed = [("equity", 45), ("award", 50), ("standard", 40), ("offence", 60), ("loan", 40), ("project", 50)];

    /// <summary>The day the lists were gone through.</summary>
    private DateOnly Day => stage.Back(WrittenBack);

    public Scene Scene()
    {
        var at = TownTime.At(Day, new TimeOnly(10, 40));
        return new Scene(at, async cancellation =>
        {
            var runner = stage.Services.GetRequiredService<OperationRunner>();
            if (!await runner.ActAsSystemAsync(at, op => WriteAsync(op, cancellation), cancellation))
            {
                throw new InvalidOperationException("The demo town's lists are in each other's way.");
            }
        });
    }

    private async Task WriteAsync(Operation op, CancellationToken cancellation)
    {
        var enterprises = await op.Db.Enterprises.OrderBy(e => e.Id).ToListAsync(cancellation);
        var speakers = (await op.Db.Users.Where(a => a.EnterpriseId != null).OrderBy(a => a.Id).Select(a => new { a.Id, a.EnterpriseId }).ToListAsync(cancellation))
            .GroupBy(a => a.EnterpriseId!.Value).ToDictionary(g => g.Key, g => g.First().Id);
        var ticked = (await op.Db.EnterpriseListItems.Standing().OrderBy(i => i.Id).ToListAsync(cancellation)).ToLookup(i => i.EnterpriseId);
        foreach (var (enterprise, place) in enterprises.Select((e, i) => (e, i)))
        {
            var items = ticked[enterprise.Id].SelectMany((title, i) => Dated(title, place, i, op.Now)).Concat(Others(place)).ToList();
            items.ForEach(i => (i.EnterpriseId, i.RecordedAt) = (enterprise.Id, op.Now));
            items.FindAll(i => i.Standing == FactStanding.Declared).ForEach(i => i.RecordedById = speakers.TryGetValue(enterprise.Id, out var speaker) ? speaker : null);
            var closings = Closings(place).ToList();
            closings.ForEach(c => (c.EnterpriseId, c.RecordedAt, c.RecordedById) = (enterprise.Id, op.Now, speakers.TryGetValue(enterprise.Id, out var speaker) ? speaker : null));
            op.Db.EnterpriseListItems.AddRange(items);
            op.Db.EnterpriseListClosings.AddRange(closings);
            op.Note(enterprise, "RecordListItem", new { Items = items.Count, Source = Marked });
        }
    }

    /// <summary>The title with its dates, and the one before a re-check; nothing for one that is still to be confirmed.</summary>
    private IEnumerable<EnterpriseListItem> Dated(EnterpriseListItem title, int place, int number, DateTime now)
    {
        if (place >= Told && (place + number) % 10 == 7)
        {
            yield break;
        }

        title.ReplacedAt = now;
        var (from, until) = Yearly.Contains(title.Kind) ? YearOf() : TermOf(place, number);
        var isRecheck = !Yearly.Contains(title.Kind) && place % 4 == 3 && number == 0;
        yield return Title(title.Kind, from, until, isRecheck ? FirstTime.Recheck : Yearly.Contains(title.Kind) ? FirstTime.Unknown : FirstTime.First, place + number, title.Id);
        if (isRecheck)
        {
            yield return Title(title.Kind, from.AddYears(-YearsHeld), from.AddDays(-1), FirstTime.First, place + number, null);
        }
    }

    /// <summary>A list of the town or district holds from April to March.</summary>
    private (DateOnly From, DateOnly Until) YearOf()
    {
        var from = new DateOnly(Day.Month < 4 ? Day.Year - 1 : Day.Year, 4, 1);
        return (from, from.AddYears(1).AddDays(-1));
    }

    private (DateOnly From, DateOnly Until) TermOf(int place, int number)
    {
        var from = place % 12 == 5 && number == 0 ? stage.Anchor.AddYears(-YearsHeld).AddDays(20 + (place % 25))
            : place >= Told && place % 14 == 2 && number == 0 ? stage.Anchor.AddYears(-YearsHeld).AddDays(-40 - (place % 60))
            : stage.Anchor.AddMonths(-2 - (((place * 5) + (number * 7)) % 31)).AddDays(-(place % 20));
        return (from, from.AddYears(YearsHeld).AddDays(-1));
    }

    private static EnterpriseListItem Title(string kind, DateOnly from, DateOnly until, FirstTime first, int place, long? corrects) => new()
    {
        List = ListCatalogue.Title,
        Kind = kind,
        From = from,
        Until = until,
        First = first,
        CorrectsId = corrects,
        Number = kind == "hnte" ? $"演示{from.Year}{place:0000}" : "",
        Announcement = place % 2 == 0 ? $"{Marked}：{from.Year}年认定名单公告" : "",
        Standing = place % 2 == 0 ? FactStanding.Authority : FactStanding.Checked,
        Evidence = $"{Marked}：{(place % 2 == 0 ? "认定名单公告" : "认定证书")}",
    };

    private IEnumerable<EnterpriseListItem> Others(int place)
    {
        var day = stage.Anchor.AddMonths(-3 - (place % 30));
        if (place % 9 == 1)
        {
            yield return new EnterpriseListItem { List = "equity", From = day, Amount = (5 + (place % 40)) * Million, Flag = place % 2 == 1 };
        }

        if (place % 11 == 4)
        {
            yield return new EnterpriseListItem { List = "award", Level = place % 3 == 0 ? "nation" : "city", From = day, Rank = 1 + (place % 4) };
        }

        if (place % 13 == 6)
        {
            yield return new EnterpriseListItem { List = "standard", Level = place % 2 == 0 ? "industry" : "group", From = day };
        }

        if (place % 8 == 3)
        {
            var input = (2 + (place % 18)) * Million;
            yield return new EnterpriseListItem { List = "project", Amount = input, Part = input * (30 + (place % 50)) / 100, Flag = place % 3 != 1, From = place % 5 == 0 ? null : day };
        }
    }

    private IEnumerable<EnterpriseListClosing> Closings(int place) =>
        from closed in Closed.Prepend((ListCatalogue.Title, TitlesClosed)).Select((c, i) => (List: c.Item1, Percent: c.Item2, Salt: i))
        where ((place * 37) + (closed.Salt * 53)) % 100 < closed.Percent
        select new EnterpriseListClosing { List = closed.List, AsOf = Day };
}
