using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Data;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Mail;

/// <summary>The base of the tests of mail: a town whose notices go to a mail server on loopback.</summary>
public abstract class MailTests : TownTests, IAsyncDisposable
{
    protected MailTests(TestDatabase database)
        : base(database)
    {
        Settings = Options.Create(new MailSettings
        {
            Host = "127.0.0.1",
            Port = $"{Office.Port}",
            Security = "None",
            From = "企业服务 <service@malu.example>",
            PublicAddress = "https://service.malu.example/",
        });
        Runner = new OperationRunner(Town.Contexts, Town.Clock, Town.Time, Town.Feed, Town.House, new Outbox(Settings));
        Wishes = new MailWishService(Runner, Settings);
        Desk = new MailDesk(Runner, Settings);
        new CalendarSeeder(Town.Runner, Town.Clock).SeedAsync().GetAwaiter().GetResult();
        new TopicSeeder(Town.Contexts).SeedAsync().GetAwaiter().GetResult();
        Town.Write(db => db.MailItems.ExecuteDelete());
    }

    protected PostOffice Office { get; } = new();

    protected IOptions<MailSettings> Settings { get; }

    protected OperationRunner Runner { get; }

    protected MailWishService Wishes { get; }

    protected MailDesk Desk { get; }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected MailSweep Sweep(IDbContextFactory<AppDbContext>? contexts = null, IOptions<MailSettings>? settings = null) =>
        new(contexts ?? Town.Contexts, new CalendarSource(), settings ?? Settings, Town.Clock, NullLogger<MailSweep>.Instance,
            Town.House, new MailLinks(about => $"/tickets/{about.Number}", "/notices", "/notices/mail"));

    protected Task<int> SweepAsync() => Sweep().RunAsync(Town.Clock.Now, Cancellation);

    /// <summary>Gives the person an address and gives it back.</summary>
    protected string Address(Caller person, string? address = null)
    {
        address ??= $"person{person.AccountId}@town.example";
        Town.Write(db => db.Users.Single(a => a.Id == person.AccountId).Email = address);
        return address;
    }

    /// <summary>Somebody with an address.</summary>
    protected Caller Reader()
    {
        var reader = Town.Officer(Town.Unit());
        Address(reader);
        return reader;
    }

    protected Task TellAsync(Caller whom, string kind = "Asked.Review", string number = "2026-00001", OperationRunner? by = null) =>
        (by ?? Runner).ActAsSystemAsync(Town.Clock.Now, op =>
        {
            op.Tell(whom.AccountId, kind, null, late: false, number, "厂区门口道路积水", "@Move.Dispatch", "王敏", "@ClockKind.Review", "2026-03-03");
            return Task.CompletedTask;
        }, Cancellation);

    protected async Task ChooseAsync(Caller who, MailTiming waits, MailTiming concerns = MailTiming.Daily, MailLanguage language = MailLanguage.Chinese)
    {
        var wish = (await Wishes.GetAsync(who, Cancellation)).Value.Wish;
        (wish.Waits, wish.Concerns, wish.Language) = (waits, concerns, language);
        Assert.True((await Wishes.SaveAsync(who, Guid.NewGuid(), wish, Cancellation)).Done);
    }

    /// <summary>The rows of a person in the outbox, the oldest first.</summary>
    protected async Task<List<MailItem>> ItemsAsync(Caller who)
    {
        await using var db = Town.Look();
        return await db.MailItems.AsNoTracking().Where(m => m.AccountId == who.AccountId).OrderBy(m => m.Id).ToListAsync(Cancellation);
    }

    /// <summary>A demand that an enterprise raises; gives its number.</summary>
    protected async Task<string> RaisedAsync(Caller applicant)
    {
        var moments = new MomentSource(new CalendarSource(), new ChangingSettings());
        await using var db = Town.Look();
        var outcome = await new RaiseService(Runner, new TicketNumbers(Town.Contexts), moments, Town.Clock).RaiseAsync(applicant, Guid.NewGuid(), new RaiseInput
        {
            Type = TicketType.Coordination,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = "厂区门口<道路>积水",
            Text = "请求协调排水改造。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        return outcome.Value.Number;
    }
}
