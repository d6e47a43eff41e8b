using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>Tells the stories of the demo town's demands as scenes, each step at the instant at which it takes place.</summary>
internal sealed class StoryTeller(Stage stage)
{
    private static readonly TimeOnly FirstOfDay = new(9, 20);
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(47);

    private readonly IDbContextFactory<AppDbContext> _contexts = stage.Services.GetRequiredService<IDbContextFactory<AppDbContext>>();
    private readonly RaiseService _raising = stage.Services.GetRequiredService<RaiseService>();
    private readonly TicketService _tickets = stage.Services.GetRequiredService<TicketService>();
    private readonly TicketSweep _sweep = stage.Services.GetRequiredService<TicketSweep>();
    private readonly DemoTime _time = stage.Services.GetRequiredService<DemoTime>();
    private readonly CommandIds _commands = stage.Services.GetRequiredService<CommandIds>();
    private readonly Founding _town = stage.Services.GetRequiredService<Founding>();
    private readonly StoryInput _inputs = new(stage);
    private readonly Dictionary<Story, string> _numbers = [];

    /// <summary>Each step of each story.</summary>
    public IEnumerable<Scene> Scenes() => AllStories.Of(stage.Whole).SelectMany(ScenesOf);

    /// <summary>When each step of a story takes place: on its day, one after the other; what would lie in the future falls away.</summary>
    private IEnumerable<Scene> ScenesOf(Story story, int index)
    {
        var begin = stage.Back(story.Back);
        var ofDay = new Dictionary<DateOnly, int>();
        foreach (var step in story.Steps.Prepend(null))
        {
            var day = DayOf(begin, step);
            if (day >= stage.Anchor)
            {
                if (step!.Months > 0)
                {
                    continue;
                }

                throw new InvalidOperationException($"「{story.Title}」: {step.Move} would take place on {day:yyyy-MM-dd}, not before the day of the town.");
            }

            var place = ofDay[day] = ofDay.GetValueOrDefault(day, -1) + 1;
            yield return new Scene(
                TownTime.At(day, FirstOfDay.Add(TimeSpan.FromMinutes(index % 40) + (BetweenSteps * place))),
                cancellation => step is null ? RaiseAsync(story, cancellation) : MakeAsync(story, step, cancellation));
        }
    }

    private DateOnly DayOf(DateOnly begin, Step? step)
    {
        var day = step is null || step.Day == 0 ? begin : stage.Calendar.Add(begin, step.Day);
        return step is { Months: > 0 } ? stage.Calendar.FirstOfMonth(day.AddMonths(step.Months)) : day;
    }

    private async Task RaiseAsync(Story story, CancellationToken cancellation)
    {
        var firm = Firms.Of(story.Firm);
        var input = new RaiseInput
        {
            EnterpriseId = _town.Firms[firm.Key],
            Channel = story.By is null ? Channel.Online : story.Channel,
            Type = story.Type,
            TopicId = await TopicAsync(story.Topic, cancellation),
            Title = story.Title,
            Text = story.Text,
            ContactName = firm.Contact,
            ContactPhone = _town.FirmPhones[firm.Key],
            LinkedNumber = story.Follows is null ? "" : NumberOf(story.Follows),
        };
        _numbers[story] = (await _raising.RaiseAsync(CallerOf(story, story.By ?? "firm"), _commands.Next(), input, cancellation)).MustBeDone(story.Title).Number;
    }

    private async Task MakeAsync(Story story, Step step, CancellationToken cancellation)
    {
        var caller = CallerOf(story, step.Who);
        var number = _numbers[story];
        if (step.Move == Move.End)
        {
            await LeaveAsync(_town.Firms[story.Firm], caller, step.Text); // the Centre ends the demands of those who have left
        }

        var given = await _inputs.OfAsync(step, number, story.Title, Firms.Of(story.Firm).Contact, caller, step.Other is null ? "" : NumberOf(step.Other));
        var made = await _tickets.MakeAsync(caller, _commands.Next(), number, await VersionAsync(number, cancellation), step.Move, given, cancellation);
        made.MustBeDone($"「{story.Title}」 {step.Move} ({step.Who})");
        await CatchUpAsync(number, cancellation);
    }

    /// <summary>What a step made due at once, such as a warning whose time had come while the clock was paused.</summary>
    private async Task CatchUpAsync(string number, CancellationToken cancellation)
    {
        _time.GoTo(_time.GetUtcNow().UtcDateTime.AddSeconds(1));
        var now = _time.GetUtcNow().UtcDateTime;
        if (await _sweep.DueOfAsync(number, now, cancellation) is { } id)
        {
            await _sweep.BringUpToDateAsync(id, now, cancellation);
        }
    }

    private async Task<long> TopicAsync(string name, CancellationToken cancellation)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellation);
        return await db.Topics.Where(t => t.Name == name).Select(t => t.Id).SingleAsync(cancellation);
    }

    private async Task<int> VersionAsync(string number, CancellationToken cancellation)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellation);
        return await db.Tickets.Where(t => t.Number == number).Select(t => t.Version).SingleAsync(cancellation);
    }

    private async Task LeaveAsync(long enterpriseId, Caller caller, string reason)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        var version = await db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => e.Version).SingleAsync();
        var input = new RosterInput { Id = enterpriseId, Version = version, Day = TownTime.DayOf(_time.GetUtcNow().UtcDateTime), Reason = reason };
        (await stage.Services.GetRequiredService<EnterpriseService>().LeaveRosterAsync(caller, _commands.Next(), input)).MustBeDone("leaving enterprise");
    }

    private string NumberOf(string title) => _numbers.Single(n => n.Key.Title == title).Value;

    private Caller CallerOf(Story story, string who) => new(_town.People[who == "firm" ? story.Firm : who]);
}
