using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.FollowUps;

/// <summary>A town with a butler whose enterprise nobody has contacted. Its day is Monday 2 March 2026; the next runs are due on 1 April, 08:30.</summary>
public abstract class FollowUpTestsBase : TownTests
{
    protected static readonly DateOnly April = new(2026, 4, 1);
    protected static readonly DateOnly May = new(2026, 5, 1);

    protected FollowUpTestsBase(TestDatabase database)
        : base(database)
    {
        City = Town.EconomicCity();
        Enterprise = Town.Enterprise(City);
        Butler = Town.Butler(Enterprise);
    }

    protected ServicePackage.Core.Organisations.Organisation City { get; }

    protected Enterprise Enterprise { get; }

    protected Caller Butler { get; }

    protected Task<int> SweepAsync() => Town.FollowingUp.RunAsync(Town.Clock.Now, Cancellation);

    /// <summary>The runs of a month are made: the sweep had been there before.</summary>
    protected async Task MadeAsync(DateOnly? on = null)
    {
        await SweepAsync();
        Town.GoTo(on ?? April, new TimeOnly(8, 30));
        await SweepAsync();
    }

    protected async Task<FollowUpSheet> ReadAsync(Caller? who = null, FollowUpShow show = FollowUpShow.Open, DateOnly? month = null, long? run = null)
    {
        var outcome = await Town.FollowUps.ReadAsync(who ?? Butler, new FollowUpFilter { Show = show, Month = month, RunId = run }, Cancellation);
        Assert.Null(outcome.Refusal);
        return outcome.Value;
    }

    protected async Task<FollowUpRow> RowAsync(Caller? who = null, FollowUpShow show = FollowUpShow.Open) => Assert.Single((await ReadAsync(who, show)).Rows.Items);

    protected Task<Outcome<Nothing>> EndAsync(Caller who, FollowUpRow row, string word = "企业近期平稳，下月再访。") =>
        Town.FollowUps.EndAsync(who, Guid.NewGuid(), new EndFollowUpInput { Id = row.Id, Version = row.Version, Word = word }, Cancellation);

    protected async Task ContactAsync(Caller? by = null, Enterprise? enterprise = null)
    {
        var contacts = new ContactService(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());
        var input = new RecordContactInput { EnterpriseId = (enterprise ?? Enterprise).Id, Way = ContactWay.Telephone, When = TownTime.Local(Town.Clock.Now), WithWhom = "陈晓明", Said = "了解近况。", DespiteVisit = true };
        Assert.Null((await contacts.RecordContactAsync(by ?? Butler, Guid.NewGuid(), input)).Refusal);
    }

    protected IReadOnlyList<FollowUpRun> Runs()
    {
        using var db = Town.Look();
        return [.. db.FollowUpRuns.AsNoTracking().OrderBy(r => r.Month).ThenBy(r => r.Number)];
    }

    protected IReadOnlyList<FollowUpItem> Items(Enterprise? of = null)
    {
        using var db = Town.Look();
        var id = (of ?? Enterprise).Id;
        return [.. db.FollowUpItems.AsNoTracking().Where(i => i.EnterpriseId == id).OrderBy(i => i.Id)];
    }

    protected IReadOnlyList<(string Sentence, bool Late)> ToldTo(Caller who)
    {
        using var db = Town.Look();
        return [.. db.Notices.AsNoTracking().Where(n => n.AccountId == who.AccountId && n.Kind == FollowUpMaking.Notice).OrderBy(n => n.Id).AsEnumerable()
            .Select(n => (ServicePackage.Core.Notices.NoticeWording.Sentence(n.Kind, System.Text.Json.JsonSerializer.Deserialize<List<string>>(n.Arguments)!), n.Late))];
    }
}
