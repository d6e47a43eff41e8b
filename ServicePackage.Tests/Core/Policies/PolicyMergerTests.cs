using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>What a unit owes to policies, and what of it passes on when it is merged: what stands or waits, not what is past; nothing of a neighbour's.</summary>
public abstract class PolicyMergerTests(TestDatabase database) : FollowingTestsBase(database)
{
    [Fact]
    public async Task Merger_OfAUnitAmongOthers_PassesWhatStandsOrWaits_AndLeavesWhatIsPastAndTheNeighbours()
    {
        var (from, heir, admin) = (Town.Unit("财政所"), Town.Unit("税务服务所"), Town.Administrator());
        var by = Town.Officer(from);
        var drafted = await DraftAsync(by, Input("草稿"), Clause("草稿条款", c => c.ExecutingUnitId = from.Id));
        var second = await DraftAsync(by, Input("又一草稿"));
        var gone = await DraftAsync(by, Input("已撤销"), Clause("已撤销条款", c => c.ExecutingUnitId = from.Id));
        Must(await Drafts.SubmitAsync(by, Guid.NewGuid(), await ActAsync(gone), Cancellation));
        Must(await Review.PublishAsync(Dispatcher, Guid.NewGuid(), new PublishInput { PolicyId = gone, Version = (await DraftOf(gone)).Version }, Cancellation));
        var revised = await PublishedAsync(Input("已修订"), Clause("修订条款", c => c.ExecutingUnitId = from.Id), Clause("邻单位条款", c => c.ExecutingUnitId = Unit.Id));
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(revised, (await ReadAsync(Drafter, revised)).Version), Cancellation));
        await SubmitAndPublishAsync(revised, "文字调整");
        var waiting = await PublishedAsync(Input("有待核准"), Clause("待核准条款", c => c.ExecutingUnitId = from.Id));
        await AppliedAsync((await ReadAsync(Dispatcher, waiting)).Clauses.Single().ClauseId);
        var over = await PublishedAsync(Input("已了结"), Clause("已了结条款", c => c.ExecutingUnitId = from.Id));
        Must(await StepAsync(by, await AppliedAsync((await ReadAsync(Dispatcher, over)).Clauses.Single().ClauseId), ApplicationStep.Refuse));
        Town.Write(db => db.Policies.Where(p => p.Id == gone || p.Id == waiting || p.Id == over).ToList().ForEach(p => p.WithdrawnAt = Town.Clock.Now));
        var mergers = new OrganisationMerge(Town.Runner);

        var duties = Must(await mergers.PreviewAsync(admin, from.Id, Cancellation)).Duties.ToDictionary(d => d.Name, d => d.Count);
        Assert.Equal((2, 3), (duties["Policies"], duties["Clauses"])); // the two drafts; the clauses of a draft, of what stands, and of what waits

        var merged = Must(await mergers.MergeAsync(admin, Guid.NewGuid(), new MergeInput { Id = from.Id, IntoId = heir.Id, Name = from.Name }, Cancellation));

        Assert.Equal(5, merged.Passed[nameof(Policy)]);
        await using var db = Town.Look();
        var policies = await db.Policies.ToDictionaryAsync(p => p.Id, p => p.OrganisationId, Cancellation);
        Assert.Equal(
            new Dictionary<long, long> { [drafted] = heir.Id, [second] = heir.Id, [gone] = heir.Id, [revised] = Unit.Id, [waiting] = Unit.Id, [over] = Unit.Id },
            policies);
        var clauses = await db.PolicyClauses.Select(c => new { c.Title, c.PolicyVersion.Number, c.ExecutingUnitId }).ToListAsync(Cancellation);
        Assert.Equal(
            new[]
            {
                ("草稿条款", 1, heir.Id), ("已撤销条款", 1, from.Id), ("修订条款", 1, from.Id), ("修订条款", 2, heir.Id), ("邻单位条款", 1, Unit.Id), ("邻单位条款", 2, Unit.Id),
                ("待核准条款", 1, heir.Id), ("已了结条款", 1, from.Id),
            }.Order(),
            clauses.Select(c => (c.Title, c.Number, c.ExecutingUnitId!.Value)).Order());
    }

    public sealed class OnSqlite(SqliteDatabase database) : PolicyMergerTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PolicyMergerTests(database), IClassFixture<PostgresDatabase>;
}
