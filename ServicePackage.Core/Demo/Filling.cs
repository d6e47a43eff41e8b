using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.FollowUps.Demo;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Demo;

/// <summary>One filling of one database: the whole domain on a clock of its own, which is led from the past to the present.</summary>
internal sealed class Filling : IAsyncDisposable
{
    private const int DaysBefore = 400;

    /// <summary>The monthly runs are told of so many days before their first month.</summary>
    private const int DaysAhead = 7;

    /// <summary>Notices of so many working days back are left unread, so that nobody's bell is full.</summary>
    private const int UnreadDays = 1;

    private readonly DateTime _now;
    private readonly DateTime _followedUpFrom;
    private readonly bool _whole;
    private readonly DemoTime _time;
    private readonly ServiceProvider _services;

    public Filling(string address, DateTime now, bool whole, ILoggerFactory loggers)
    {
        (_now, _whole, _time) = (now, whole, new DemoTime(now.AddDays(-DaysBefore)));
        _followedUpFrom = TownTime.At(FollowedUp.FirstMonth(TownTime.DayOf(now)).AddDays(-DaysAhead), TimeOnly.MinValue);
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()) // the stories are told under the plan's own limits
            .AddSingleton(_time)
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton(new TownClock(_time))
            .AddSingleton(loggers)
            .AddLogging()
            .AddData(address, draft: true)
            .AddTown()
            .AddSingleton<IPasswordHasher<Account>, SharedPassword>()
            .AddSingleton<CommandIds>()
            .AddScoped(scope => new Founding(scope, scope.GetRequiredService<CommandIds>(), whole ? Firms.All : Firms.Told))
            .BuildServiceProvider();
    }

    private IDbContextFactory<AppDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<AppDbContext>>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var anchor = TownTime.DayOf(_now);
        await MarkAsync(FillingMark.Begun, anchor, cancellation);
        await _services.GetRequiredService<CalendarSeeder>().SeedAsync(cancellation);
        await _services.GetRequiredService<TopicSeeder>().SeedAsync(cancellation);
        await using var scope = _services.CreateAsyncScope();
        var stage = new Stage(scope.ServiceProvider, await CalendarAsync(cancellation), _now, _whole);
        var scenes = _services.GetRequiredService<House>().Of<ISeeds>().SelectMany(r => r.Scenes(stage)).OrderBy(s => s.At).ToList();
        _time.GoTo(TownTime.At(stage.Calendar.Before(TownTime.DayOf(scenes[0].At)), TownTime.Opening));
        await scope.ServiceProvider.GetRequiredService<Founding>().RunAsync(cancellation);
        foreach (var scene in scenes)
        {
            await LetPassAsync(scene.At, cancellation);
            await scene.PlayAsync(cancellation);
        }

        await LetPassAsync(_now, cancellation);
        await ReadOldNoticesAsync(stage.Back(UnreadDays), cancellation);
        await MarkAsync(FillingMark.Complete, anchor, cancellation);
        await _services.GetRequiredService<HistorySealer>().SealAsync(_now, cancellation);
    }

    /// <summary>Lets time pass, and every clock of the demands with it, hour by hour at which something can fall due.</summary>
    private async Task LetPassAsync(DateTime until, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var stop in DemoClock.StopsBetween(_time.GetUtcNow().UtcDateTime, until).Where(stop => stop < until))
        {
            _time.GoTo(stop);
            await _services.GetRequiredService<TicketSweep>().RunAsync(stop, cancellation);
            await _services.GetRequiredService<MatchSweep>().RunAsync(stop, cancellation);
            await _services.GetRequiredService<DigestSweep>().RunAsync(stop, cancellation);
            if (stop >= _followedUpFrom && TownTime.Local(stop).Hour == TownTime.CalendarDuties.Hour)
            {
                await _services.GetRequiredService<FollowUpSweep>().RunAsync(stop, cancellation);
            }
        }

        _time.GoTo(until);
    }

    private Task<bool> MarkAsync(string act, DateOnly anchor, CancellationToken cancellation) =>
        _services.GetRequiredService<OperationRunner>().ActAsSystemAsync(_services.GetRequiredService<TownClock>().Now, op =>
        {
            op.Note(new FillingMark(), act, new { Anchor = anchor });
            return Task.CompletedTask;
        }, cancellation);

    private async Task<WorkingCalendar> CalendarAsync(CancellationToken cancellation)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellation);
        return await _services.GetRequiredService<CalendarSource>().CurrentAsync(db, cancellation);
    }

    private async Task ReadOldNoticesAsync(DateOnly unreadFrom, CancellationToken cancellation)
    {
        var from = TownTime.At(unreadFrom, TimeOnly.MinValue);
        await using var db = await Contexts.CreateDbContextAsync(cancellation);
        await db.Notices.Where(n => n.At < from && n.ReadAt == null).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, from), cancellation);
    }
}
