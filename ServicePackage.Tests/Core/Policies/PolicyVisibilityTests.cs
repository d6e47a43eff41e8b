using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>Which policies, versions and clauses a reader finds where several are published and several drafted, whatever asks for them.</summary>
public abstract class PolicyVisibilityTests(TestDatabase database) : PolicyTestsBase(database)
{
    [Fact]
    public async Task Library_WithPersonalisedClausesAndDrafts_IsToEachReaderTheirPartOfIt()
    {
        var (carrier, writer) = (Town.CooperatingDepartment("规土所"), Town.Unit("文广中心"));
        var named = Town.Enterprise();
        await ByTheCentreAsync("公开", Clause("普惠"), Clause("专项", c => (c.Personalised, c.EnterpriseIds, c.ExecutingUnitId) = (true, [named.Id], carrier.Id)));
        await ByTheCentreAsync("专属", Clause("独家", c => (c.Personalised, c.EnterpriseIds) = (true, [named.Id])));
        await DraftAsync(Drafter, Input("草稿一"), Clause("甲", c => c.ExecutingUnitId = carrier.Id));
        var author = Town.Officer(writer);
        await DraftAsync(author, Input("草稿二"), Clause("乙"));

        (string Who, Caller Caller, string Policies, string Clauses)[] table =
        [
            ("nobody", Town.Stranger(), "公开", "普惠"),
            ("the named enterprise", Town.EnterpriseUser(named), "公开 专属", "普惠 专项 独家"),
            ("another enterprise", Town.EnterpriseUser(Town.Enterprise()), "公开", "普惠"),
            ("officer of the carrying unit", Town.Officer(carrier), "公开 草稿一", "普惠 专项 甲"),
            ("who drafts the one", Drafter, "公开 草稿一", "普惠 甲"),
            ("who drafts the other", author, "公开 草稿二", "普惠 乙"),
            ("dispatcher", Dispatcher, "公开 专属 草稿一 草稿二", "普惠 专项 独家 甲 乙"),
            ("town leader", Town.TownLeader(), "公开 专属", "普惠 专项 独家"),
        ];

        var found = new List<string>();
        foreach (var (who, caller, _, _) in table)
        {
            found.Add($"{who}: {await FoundAsync(caller)}");
        }

        Assert.Equal(table.Select(t => $"{t.Who}: {t.Policies} | {t.Policies} | {t.Clauses}"), found);
    }

    /// <summary>The policies by their titles, the versions, and the clauses, in the order in which they were entered.</summary>
    private async Task<string> FoundAsync(Caller who)
    {
        await using var db = Town.Look();
        var op = new Operation(db, (await ActorLoader.LoadAsync(db, who, Town.Clock.Now, Cancellation))!, Town.Clock.Now, Town.House);
        var policies = await db.Policies.VisibleTo(op).OrderBy(p => p.Id).Select(p => p.Versions.Select(v => v.Title).First()).ToListAsync(Cancellation);
        var versions = await db.PolicyVersions.VisibleTo(op).OrderBy(v => v.Id).Select(v => v.Title).ToListAsync(Cancellation);
        var clauses = await db.PolicyClauses.VisibleTo(op).OrderBy(c => c.Id).Select(c => c.Title).ToListAsync(Cancellation);
        return string.Join(" | ", new[] { policies, versions, clauses }.Select(titles => string.Join(' ', titles)));
    }

    private async Task ByTheCentreAsync(string title, params ClauseInput[] clauses)
    {
        var id = await DraftAsync(Dispatcher, Input(title), clauses);
        Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), await ActAsync(id), Cancellation));
        Must(await Review.PublishAsync(Lead, Guid.NewGuid(), new PublishInput { PolicyId = id, Version = (await DraftOf(id)).Version }, Cancellation));
    }

    public sealed class OnSqlite(SqliteDatabase database) : PolicyVisibilityTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PolicyVisibilityTests(database), IClassFixture<PostgresDatabase>;
}
