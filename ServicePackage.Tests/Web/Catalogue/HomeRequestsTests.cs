using Bunit;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Tests.Web.Tickets;
using ServicePackage.Web.Features.Home;

namespace ServicePackage.Tests.Web.Catalogue;

/// <summary>What waits of requests for services, on the first page.</summary>
public sealed class HomeRequestsTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Home_SaysWhatWaitsForAProvider_AndForTheCentreWhatIsOverdue()
    {
        var provider = Town.Provider();
        var answers = Town.Liaison(provider);
        Assert.Empty((await OpenAsync<Home>(answers, "/")).FindAll("#home-requests"));
        var pick = Pick(provider.Id, answers);

        Assert.Contains("待答复1件", (await OpenAsync<Home>(answers, "/")).Find(".waiting-list").TextContent, StringComparison.Ordinal);
        Assert.Empty((await OpenAsync<Home>(Dispatcher, "/")).FindAll("#home-requests"));
        Town.Write(db => db.Picks.Single(p => p.Id == pick).AnswerDueAt = Town.Clock.Now.AddDays(-1));
        Assert.Contains("逾期未答复1件", (await OpenAsync<Home>(Dispatcher, "/")).Find(".waiting-list").TextContent, StringComparison.Ordinal);
    }

    private long Pick(long provider, Caller by)
    {
        var now = Town.Clock.Now;
        var version = new ServiceVersion { Number = 1, State = ServiceState.Published, Title = "法律体检", ChangedAt = now, DraftedById = by.AccountId, ChangedById = by.AccountId, PublishedAt = now };
        var service = new Service { CreatedAt = now, ProviderId = provider, OrganisationId = provider, CreatedById = by.AccountId, Versions = [version] };
        Town.Write(db => db.Services.Add(service));
        Town.Write(db => db.Services.Single(s => s.Id == service.Id).CurrentVersionId = version.Id);
        var pick = new Pick { EnterpriseId = Enterprise.Id, ServiceId = service.Id, ServiceVersionId = version.Id, Wish = "请审阅合同。", Contact = "陈晓明", ContactNumber = "13800000000", AskedAt = now, AskedById = Applicant.AccountId, AnswerDueAt = now.AddDays(3) };
        Town.Write(db => db.Picks.Add(pick));
        return pick.Id;
    }
}
