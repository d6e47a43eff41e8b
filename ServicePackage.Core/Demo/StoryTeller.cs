using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Demo;

/// <summary>Tells the stories of the demo town at the instants at which they took place, and lets time pass between them.</summary>
internal sealed class StoryTeller(IServiceProvider services, DemoTime time, CommandIds commands, Founding town, WorkingCalendar calendar, DateOnly anchor)
{
    private static readonly TimeOnly FirstOfDay = new(9, 20);
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(47);

    private readonly IDbContextFactory<AppDbContext> _contexts = services.GetRequiredService<IDbContextFactory<AppDbContext>>();
    private readonly RaiseService _raising = services.GetRequiredService<RaiseService>();
    private readonly TicketService _tickets = services.GetRequiredService<TicketService>();
    private readonly TicketSweep _sweep = services.GetRequiredService<TicketSweep>();
    private readonly StoryInput _inputs = new(services, town, calendar);
    private readonly Dictionary<Story, string> _numbers = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly Dictionary<string, long> _topics = [];

    /// <summary>The day on which a story begins.</summary>
    public static DateOnly BeginningOf(WorkingCalendar calendar, DateOnly anchor, int back)
    {
        var day = anchor;
        for (var i = 0; i < back; i++)
        {
            day = calendar.Before(day);
        }

        return day;
    }

    public async Task TellAsync(IReadOnlyList<Story> stories, DateTime until, CancellationToken cancellation)
    {
        await using (var db = await _contexts.CreateDbContextAsync(cancellation))
        {
            foreach (var topic in await db.Topics.AsNoTracking().ToListAsync(cancellation))
            {
                _topics[topic.Name] = topic.Id;
            }
        }

        foreach (var scene in stories.SelectMany(ScenesOf).OrderBy(s => s.At))
        {
            cancellation.ThrowIfCancellationRequested();
            await LetPassAsync(scene.At);
            await (scene.Step is { } step ? MakeAsync(scene.Story, step) : RaiseAsync(scene.Story));
        }

        await LetPassAsync(until);
    }

    /// <summary>When each step of a story takes place: on its day, one after the other; what would lie in the future falls away.</summary>
    private IEnumerable<Scene> ScenesOf(Story story, int index)
    {
        var begin = BeginningOf(calendar, anchor, story.Back);
        var ofDay = new Dictionary<DateOnly, int>();
        foreach (var step in story.Steps.Prepend(null))
        {
            var day = DayOf(begin, step);
            if (day >= anchor)
            {
                if (step!.Months > 0)
                {
                    continue;
                }

                throw new InvalidOperationException($"「{story.Title}」: {step.Move} would take place on {day:yyyy-MM-dd}, not before the day of the town.");
            }

            var place = ofDay[day] = ofDay.GetValueOrDefault(day, -1) + 1;
            yield return new Scene(TownTime.At(day, FirstOfDay.Add(TimeSpan.FromMinutes(index % 40) + (BetweenSteps * place))), story, step);
        }
    }

    private DateOnly DayOf(DateOnly begin, Step? step)
    {
        var day = step is null || step.Day == 0 ? begin : calendar.Add(begin, step.Day);
        return step is { Months: > 0 } ? calendar.FirstOfMonth(day.AddMonths(step.Months)) : day;
    }

    private async Task RaiseAsync(Story story)
    {
        var firm = Firms.Of(story.Firm);
        var input = new RaiseInput
        {
            EnterpriseId = town.Firms[firm.Key],
            Channel = story.By is null ? Channel.Online : story.Channel,
            Type = story.Type,
            TopicId = _topics[story.Topic],
            Title = story.Title,
            Text = story.Text,
            ContactName = firm.Contact,
            ContactPhone = town.FirmPhones[firm.Key],
            LinkedNumber = story.Follows is null ? "" : NumberOf(story.Follows),
        };
        _numbers[story] = (await _raising.RaiseAsync(CallerOf(story, story.By ?? "firm"), commands.Next(), input)).MustBeDone(story.Title).Number;
    }

    private async Task MakeAsync(Story story, Step step)
    {
        var caller = CallerOf(story, step.Who);
        var number = _numbers[story];
        if (step.Move == Move.End)
        {
            await LeaveAsync(town.Firms[story.Firm], caller, step.Text); // the Centre ends the demands of those who have left
        }

        var given = await _inputs.OfAsync(step, number, story.Title, caller, step.Other is null ? "" : NumberOf(step.Other));
        var made = await _tickets.MakeAsync(caller, commands.Next(), number, await VersionAsync(number), step.Move, given);
        _versions[number] = made.MustBeDone($"「{story.Title}」 {step.Move} ({step.Who})").Version;
        await CatchUpAsync(number);
    }

    /// <summary>What a step made due at once, such as a warning whose time had come while the clock was paused.</summary>
    private async Task CatchUpAsync(string number)
    {
        time.GoTo(time.GetUtcNow().UtcDateTime.AddSeconds(1));
        var now = time.GetUtcNow().UtcDateTime;
        if (await _sweep.DueOfAsync(number, now) is { } id)
        {
            await _sweep.BringUpToDateAsync(id, now);
            _versions.Remove(number);
        }
    }

    private async Task<int> VersionAsync(string number)
    {
        if (_versions.TryGetValue(number, out var known))
        {
            return known;
        }

        await using var db = await _contexts.CreateDbContextAsync();
        return await db.Tickets.Where(t => t.Number == number).Select(t => t.Version).SingleAsync();
    }

    private async Task LeaveAsync(long enterpriseId, Caller caller, string reason)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        var version = await db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => e.Version).SingleAsync();
        var input = new RosterInput { Id = enterpriseId, Version = version, Day = TownTime.DayOf(time.GetUtcNow().UtcDateTime), Reason = reason };
        (await services.GetRequiredService<EnterpriseService>().LeaveRosterAsync(caller, commands.Next(), input)).MustBeDone("leaving enterprise");
    }

    private string NumberOf(string title) => _numbers.Single(n => n.Key.Title == title).Value;

    private Caller CallerOf(Story story, string who) => new(town.People[who == "firm" ? story.Firm : who]);

    private async Task LetPassAsync(DateTime until)
    {
        foreach (var stop in DemoClock.StopsBetween(time.GetUtcNow().UtcDateTime, until).Where(stop => stop < until))
        {
            time.GoTo(stop);
            if (await _sweep.RunAsync(stop) > 0)
            {
                _versions.Clear();
            }
        }

        time.GoTo(until);
    }

    private sealed record Scene(DateTime At, Story Story, Step? Step);
}
