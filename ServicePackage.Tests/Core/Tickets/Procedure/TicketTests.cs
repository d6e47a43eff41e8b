using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The base of the tests of demands: a town whose people raise demands and move them.</summary>
public abstract partial class TicketTests : TownTests
{
    protected TicketTests(TestDatabase database)
        : base(database)
    {
        Settings = new ChangingSettings();
        Moments = new MomentSource(new CalendarSource(), Settings);
        Sweep = new TicketSweep(Town.Contexts, Town.Runner, Moments, Settings, Town.Items);
        Tickets = new TicketService(Town.Runner, Sweep, Moments, Town.Clock);
        Raising = new RaiseService(Town.Runner, new TicketNumbers(Town.Contexts), Moments, Town.Clock);
        Pages = new TicketPageService(Town.Runner, Moments);
        Desk = new DeskService(Town.Runner, Moments);
        List = new TicketList(Town.Runner, Moments);
        new CalendarSeeder(Town.Runner, Town.Clock).SeedAsync().GetAwaiter().GetResult();
        new TopicSeeder(Town.Contexts).SeedAsync().GetAwaiter().GetResult();
        City = Town.EconomicCity();
        Unit = Town.Unit();
        Enterprise = Town.Enterprise(City);
        (Specialist, Dispatcher, CentreLead) = (Town.Specialist(City), Town.Dispatcher(), Town.CentreLead());
        (Officer, Liaison) = (Town.Officer(Unit), Town.Liaison(Unit));
        Applicant = Town.EnterpriseUser(Enterprise);
    }

    /// <summary>Makes the handling clock of a demand one that nothing can be counted with: a row as no rule writes it.</summary>
    protected async Task SpoilAsync(string number)
    {
        await using var db = Town.Look();
        await db.TicketClocks.Where(c => c.Kind == ClockKind.Handling && db.Tickets.Any(t => t.Id == c.TicketId && t.Number == number))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Days, int.MaxValue), Cancellation);
    }

    protected ChangingSettings Settings { get; }

    protected MomentSource Moments { get; }

    protected TicketSweep Sweep { get; }

    protected TicketService Tickets { get; }

    protected RaiseService Raising { get; }

    protected TicketPageService Pages { get; }

    protected DeskService Desk { get; }

    protected TicketList List { get; }

    protected Organisation City { get; }

    /// <summary>The lead unit of most tests.</summary>
    protected Organisation Unit { get; }

    protected Enterprise Enterprise { get; }

    /// <summary>First-asked for the enterprise's own demands.</summary>
    protected Caller Specialist { get; }

    protected Caller Dispatcher { get; }

    protected Caller CentreLead { get; }

    protected Caller Officer { get; }

    protected Caller Liaison { get; }

    /// <summary>A person of the enterprise.</summary>
    protected Caller Applicant { get; }

    /// <summary>A demand of the enterprise, just raised.</summary>
    protected async Task<string> RaisedAsync(TicketType type = TicketType.Coordination, string title = "厂区门口道路积水", string text = "请求协调排水改造。")
    {
        await using var db = Town.Look();
        var outcome = await Raising.RaiseAsync(Applicant, Guid.NewGuid(), new RaiseInput
        {
            Type = type,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = title,
            Text = text,
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        return outcome.Value.Number;
    }

    /// <summary>A demand dispatched to <see cref="Unit"/>.</summary>
    protected async Task<string> DispatchedAsync(TicketType type = TicketType.Coordination)
    {
        var number = await RaisedAsync(type);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        return number;
    }

    /// <summary>A demand that <see cref="Unit"/> has accepted.</summary>
    protected async Task<string> AcceptedAsync(TicketType type = TicketType.Coordination)
    {
        var number = await DispatchedAsync(type);
        await DoneAsync(Officer, number, Move.Accept, type == TicketType.Approval
            ? new MoveInput { Day = Town.Clock.Today.AddDays(60), Basis = "行政许可法第四十二条" }
            : new MoveInput());
        return number;
    }

    /// <summary>A demand reported done and awaiting the enterprise's answer.</summary>
    protected async Task<string> CompletedAsync()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        return number;
    }

    protected static MoveInput Saying(string text) => new() { Text = text };

    /// <summary>An answer that the enterprise gave on the telephone just now.</summary>
    protected MoveInput Spoken(string text = "", RatingLevel? rating = null) =>
        new() { Text = text, Rating = rating, WithWhom = "陈晓明", When = TownTime.Local(Town.Clock.Now), Way = ContactWay.Telephone };

    /// <summary>Begins at another instant than Monday 2 March 2026: before anything was raised the clock may go back.</summary>
    protected void BeginAt(DateOnly day, TimeOnly time) => Town.Time.AdjustTime(new DateTimeOffset(TownTime.At(day, time)));

    /// <summary>The demand dispatched with a task for a supporting unit.</summary>
    protected async Task<string> SupportedAsync(Organisation support)
    {
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘管网。" });
        return number;
    }

    /// <summary>A demand rated badly, with contact and reply owed.</summary>
    protected async Task<string> BadlyRatedAsync()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Dissatisfied, Text = "办理时间太长。" });
        return number;
    }

    /// <summary>The reply of somebody, with a scan uploaded before.</summary>
    protected async Task<MoveInput> ReplyAsync(Caller who, string kind = "pdf")
    {
        var files = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time);
        await using var content = new MemoryStream(kind switch { "pdf" => SampleFiles.Pdf(), "jpg" => SampleFiles.Jpeg(), "png" => SampleFiles.Png(), _ => SampleFiles.Docx() });
        return new MoveInput { Text = "回复如下。", ScanId = (await files.StoreAsync(who, $"盖章件.{kind}", content, Cancellation)).Value.Id, WhyNothing = "已整改到位。" };
    }

    /// <summary>The only supporting task.</summary>
    protected async Task<long> TaskAsync(string number) => (await StoredAsync(number)).Tasks.Single().Id;

    /// <summary>The due days of a kind of clock, in the order in which the clocks began.</summary>
    protected async Task<List<(DateOnly Due, ClockOutcome? Outcome)>> DuesAsync(string number, ClockKind kind) =>
        [.. (await StoredAsync(number)).Clocks.Where(c => c.Kind == kind).OrderBy(c => c.Id).Select(c => (c.DueDay, c.Outcome))];

    /// <summary>The notices a person got about the demand, oldest first.</summary>
    protected async Task<List<Notice>> ToldAsync(Caller who, string number)
    {
        await using var db = Town.Look();
        return await db.Notices.AsNoTracking().Where(n => n.AccountId == who.AccountId && n.SubjectKind == nameof(Ticket) && db.Tickets.Any(t => t.Id == n.SubjectId && t.Number == number))
            .OrderBy(n => n.Id).ToListAsync(Cancellation);
    }

    /// <summary>The notices of one kind that a person got about the demand.</summary>
    protected async Task<int> ToldAsync(Caller who, string number, string kind) => (await ToldAsync(who, number)).Count(n => KindOf(n) == kind);

    /// <summary>The last sentence a person was told, in Chinese.</summary>
    protected async Task<string> LastAsync(Caller who, string number)
    {
        using var reading = new Reading("zh-CN");
        var rows = (await new NoticeService(Town.Runner).ListAsync(who, new NoticeFilter(), Cancellation)).Value.Items;
        var row = rows.First(r => r.Arguments[0] == number); // also of a demand that is out of sight by now
        return NoticeWording.Sentence(row.Kind, row.Arguments);
    }

    /// <summary>The kind of a notice, to whomever it speaks; that of a level after the breach by its number.</summary>
    protected static string KindOf(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var kind = Manner().Replace(notice.Kind, "");
        return kind == "Level.Further" ? $"Level.{JsonSerializer.Deserialize<List<string>>(notice.Arguments)![5].Split('.')[1]}" : kind;
    }

    /// <summary>How a level is told: to its holder, the enterprise, who calls it, or whoever is only told.</summary>
    [GeneratedRegex(@"(?<=^Level\.\w+)\.(Yours|Call|Told)$")]
    private static partial Regex Manner();

    /// <summary>Makes a move on the demand as it stands.</summary>
    protected async Task<Outcome<Moved>> MakeAsync(Caller who, string number, Move move, MoveInput? given = null)
    {
        await using var db = Town.Look();
        await BringUpToNowAsync();
        given ??= new MoveInput();
        given.Again |= move != Move.Remind; // what tests report is short, and meant
        var version = await db.Tickets.Where(t => t.Number == number).Select(t => t.Version).SingleAsync(Cancellation);
        return await Tickets.MakeAsync(who, Guid.NewGuid(), number, version, move, given, Cancellation);
    }

    /// <summary>Makes a move that must be done.</summary>
    protected async Task<Moved> DoneAsync(Caller who, string number, Move move, MoveInput? given = null)
    {
        var outcome = await MakeAsync(who, number, move, given);
        Assert.True(outcome.Done, $"{move}: {outcome.Refusal?.Code} {outcome.Refusal?.Field}");
        return outcome.Value;
    }

    /// <summary>Makes a move that must be refused for this reason, and sees that nothing was written.</summary>
    protected async Task RefusedAsync(string code, Caller who, string number, Move move, MoveInput? given = null)
    {
        await BringUpToNowAsync();
        var before = await StampAsync();
        var outcome = await MakeAsync(who, number, move, given);
        Assert.Equal(code, outcome.Refusal?.Code);
        Assert.Equal(before, await StampAsync());
    }

    protected Task BringUpToNowAsync() => Sweep.RunAsync(Town.Clock.Now, Cancellation);

    /// <summary>Moves the clock and lets the sweep run, as the minute trigger does.</summary>
    protected async Task GoToAsync(DateOnly day, TimeOnly time)
    {
        Town.GoTo(day, time);
        await BringUpToNowAsync();
    }

    protected async Task<TicketView> SeeAsync(Caller who, string number) => (await Pages.GetAsync(who, number, Cancellation)).Value;

    /// <summary>The demand with its clocks, as stored.</summary>
    protected async Task<Ticket> StoredAsync(string number)
    {
        await using var db = Town.Look();
        return await db.Tickets.Whole().AsNoTracking().SingleAsync(t => t.Number == number, Cancellation);
    }

    /// <summary>The newest clock of a kind.</summary>
    protected async Task<TicketClock> ClockAsync(string number, ClockKind kind) => (await StoredAsync(number)).Clocks.OrderBy(c => c.Id).Last(c => c.Kind == kind);

    /// <summary>What a refusal must not change: rows of the demands, their history, notices and receipts.</summary>
    private async Task<(int, int, int, int, int)> StampAsync()
    {
        await using var db = Town.Look();
        return (await db.Tickets.SumAsync(t => t.Version, Cancellation), await db.TicketClocks.CountAsync(Cancellation), await db.History.CountAsync(Cancellation),
            await db.Notices.CountAsync(Cancellation), await db.CommandReceipts.CountAsync(Cancellation));
    }
}

/// <summary>Settings that a test can change.</summary>
public sealed class ChangingSettings : IOptionsMonitor<ProcedureSettings>
{
    public ProcedureSettings CurrentValue { get; set; } = new();

    public ProcedureSettings Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<ProcedureSettings, string?> listener) => null;
}
