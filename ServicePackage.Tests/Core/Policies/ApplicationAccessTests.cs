using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>For whom an application is where a clause goes from unit to unit, and for whom those speak who serve another enterprise.</summary>
public abstract class ApplicationAccessTests(TestDatabase database) : FollowingTestsBase(database)
{
    [Fact]
    public async Task Applications_AreForTheUnitThatCarriesTheClauseOutAsItWasPublishedLast()
    {
        var (first, second, third) = (Town.Unit("财政所"), Town.Unit("税务服务所"), Town.Unit("文广中心"));
        var id = await PublishedAsync(Input(), Clause("留用条款", c => c.ExecutingUnitId = first.Id), Clause("取消条款", c => c.ExecutingUnitId = first.Id));
        var keys = (await ReadAsync(Dispatcher, id)).Clauses.ToDictionary(c => c.Title, c => c.ClauseId);
        var (kept, dropped) = (await AppliedAsync(keys["留用条款"]), await AppliedAsync(keys["取消条款"]));
        await AskingAsync(Staff, "别的条款"); // which the unit that drafts carries out, and nobody applied under
        await NewVersionAsync();
        await AddAsync(Drafter, id, Clause("留用条款", c => (c.ClauseId, c.ExecutingUnitId) = (keys["留用条款"], second.Id)));
        Must(await Drafts.RemoveClauseAsync(Drafter, Guid.NewGuid(), await ActAsync(id), keys["取消条款"], Cancellation));
        await SubmitAndPublishAsync(id, "调整主办单位");
        await NewVersionAsync();
        await AddAsync(Drafter, id, Clause("留用条款", c => (c.ClauseId, c.ExecutingUnitId) = (keys["留用条款"], third.Id))); // not published yet
        var (ofFirst, ofSecond, ofThird) = (Town.Officer(first), Town.Officer(second), Town.Officer(third));

        Assert.Equal(["取消条款"], await TitlesAsync(ofFirst));
        Assert.Equal(["留用条款"], await TitlesAsync(ofSecond));
        Assert.Empty(await TitlesAsync(ofThird));
        Assert.Empty(await TitlesAsync(Drafter));
        Assert.Equal(["取消条款", "留用条款"], (await TitlesAsync(Own)).Order(StringComparer.Ordinal));

        Assert.Equal(Refusal.NotFound, (await StepAsync(ofFirst, kept, ApplicationStep.Grant)).Refusal);
        Assert.Equal(Refusal.NotFound, (await StepAsync(ofThird, kept, ApplicationStep.Grant)).Refusal);
        Must(await StepAsync(ofSecond, kept, ApplicationStep.Grant));
        Must(await StepAsync(ofFirst, dropped, ApplicationStep.Grant));

        async Task NewVersionAsync()
        {
            Town.Time.Advance(TimeSpan.FromHours(1));
            Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation));
        }

        async Task<IEnumerable<string>> TitlesAsync(Caller who) => (await ListAsync(who)).Rows.Items.Select(r => r.Title);
    }

    [Fact]
    public async Task SomebodyWhoServesAnotherEnterprise_SpeaksForThatOneAlone()
    {
        var (_, clause) = await AskingAsync(Staff);
        var (other, leader, officer) = (Town.Enterprise(City), Town.TownLeader(), Town.Officer(Unit));
        Town.Assign(leader, other);
        var id = await AppliedAsync(clause);

        Assert.Equal(Refusal.NotAllowed, (await ApplyAsync(leader, clause)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await StepAsync(leader, id, ApplicationStep.Withdraw)).Refusal);
        var seen = await ReadAsync(id, leader);
        Assert.Equal((false, false, false), (seen.Steps.Count > 0, seen.MayCorrect, seen.IsSpokenFor));
        Assert.Equal(ApplicationState.Applied, Row(id).State);

        var theirs = Must(await ApplyAsync(leader, clause, i => i.EnterpriseId = other.Id));
        Assert.Equal((other.Id, true), (Row(theirs).EnterpriseId, (await ReadAsync(theirs, leader)).IsSpokenFor));
        Assert.Equal((false, true), ((await ReadAsync(id, officer)).IsSpokenFor, (await ReadAsync(id, officer)).IsDecider));
        Must(await StepAsync(leader, theirs, ApplicationStep.Withdraw));
    }

    public sealed class OnSqlite(SqliteDatabase database) : ApplicationAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ApplicationAccessTests(database), IClassFixture<PostgresDatabase>;
}
