using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Boards;

/// <summary>Which services stand on a demand's page: those on its topic that suit its enterprise. The town's day is 2 March 2026.</summary>
public abstract class DemandServicesTests(TestDatabase database) : TicketTests(database)
{
    private DemandServices Services => new(Town.Runner);

    [Fact]
    public async Task Of_AnOpenDemand_AreThoseOnItsTopicThatSuit_AndNoneThatIsSold()
    {
        var number = await AboutAsync("知识产权与法律");
        var (open, sold) = (Town.Provider(ProviderNature.Public), Town.Provider(ProviderNature.Commercial));
        Write(open, "维权窗口", ServiceClass.Rights);
        Write(open, "招聘专场", ServiceClass.Talent);
        Write(sold, "律师顾问", ServiceClass.Rights);
        Write(open, "小型微利维权", ServiceClass.Rights, """{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}"""); // nothing is known of its staff

        Assert.Equal(["维权窗口"], await OfAsync(Applicant, number));
        Assert.Equal(["维权窗口"], await OfAsync(Officer, number));
        Assert.Equal(Refusal.NotFound, (await Services.OfAsync(Town.EnterpriseUser(Town.Enterprise()), number, Cancellation)).Refusal);
        Town.Write(db => db.Tickets.Where(t => t.Number == number).ExecuteUpdate(t => t.SetProperty(x => x.State, TicketState.Closed)));
        Assert.Empty(await OfAsync(Dispatcher, number));
    }

    [Fact]
    public async Task Topics_ThatComeWithTheProgram_AreAllDecided()
    {
        await using var db = Town.Look();

        Assert.Empty((await db.Topics.Select(t => t.Name).ToListAsync(Cancellation)).Except(DemandServices.Answering.Keys));
    }

    private async Task<IEnumerable<string>> OfAsync(Caller who, string number)
    {
        var outcome = await Services.OfAsync(who, number, Cancellation);
        Assert.Null(outcome.Refusal);
        return outcome.Value.Select(s => s.Facts.Title);
    }

    private async Task<string> AboutAsync(string topic)
    {
        var number = await DispatchedAsync();
        Town.Write(db => db.Tickets.Where(t => t.Number == number).ExecuteUpdate(t => t.SetProperty(x => x.TopicId, db.Topics.Single(o => o.Name == topic).Id)));
        return number;
    }

    private void Write(Organisation provider, string title, ServiceClass of, string? audience = null) => Town.Write(db => db.Services.Add(new Service
    {
        ProviderId = provider.Id,
        OrganisationId = provider.Id,
        CreatedAt = Town.Clock.Now,
        CreatedById = Dispatcher.AccountId,
        Versions =
        [
            new ServiceVersion { Number = 1, State = ServiceState.Published, Title = title, Class = of, Audience = audience, ChangedAt = Town.Clock.Now, DraftedById = Dispatcher.AccountId, ChangedById = Dispatcher.AccountId, PublishedAt = Town.Clock.Now },
        ],
    }));

    public sealed class OnSqlite(SqliteDatabase database) : DemandServicesTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DemandServicesTests(database), IClassFixture<PostgresDatabase>;
}
