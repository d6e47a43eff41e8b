using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>The condition of a clause, from the draft to the next version.</summary>
public abstract class ClauseConditionTests(TestDatabase database) : PolicyTestsBase(database)
{
    private static readonly Condition Built = ConditionJson.Read(
        """{"is":"all","of":[{"is":"code","fact":"reg_place","in":["310114"]},{"is":"figure","of":{"is":"fact","code":"revenue"},"to":10000000}]}""")!;

    private static readonly Condition Impossible = ConditionJson.Read(
        """{"is":"all","of":[{"is":"figure","of":{"is":"fact","code":"staff"},"to":300},{"is":"figure","of":{"is":"fact","code":"staff"},"must":"atMost","to":20}]}""")!;

    private ClauseConditionService Conditions => new(Town.Runner, Drafts);

    [Fact]
    public async Task Save_IsReadBackWithTheOthersOfThePolicyAndNotedOnce()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲", c => c.Scope = "本镇企业"), Clause("乙"));
        var (first, second) = await KeysAsync(id);
        var before = await ReadAsync(Drafter, id, first);
        Assert.Equal((null, true, "本镇企业"), (before.Condition, before.MayChange, before.Scope));

        Must(await SaveAsync(Drafter, id, first, Built));

        var (own, other) = (await ReadAsync(Dispatcher, id, first), await ReadAsync(Drafter, id, second));
        Assert.Equal(ConditionJson.Write(Built), ConditionJson.Write(own.Condition!));
        Assert.Equal(before.Version + 1, own.Version);
        Assert.Empty(own.Others);
        Assert.Equal((null, "甲", ConditionJson.Write(Built)), (other.Condition, other.Others[0].Title, ConditionJson.Write(other.Others[0].Condition)));
        await using var db = Town.Look();
        Assert.Equal(1, await db.History.CountAsync(h => h.Act == "SaveCondition" && h.Subject == nameof(Policy) && h.SubjectId == id, Cancellation));

        Must(await SaveAsync(Drafter, id, first, null));
        Assert.Null((await ReadAsync(Drafter, id, first)).Condition);
    }

    [Theory]
    [InlineData("impossible", "Condition.Impossible")]
    [InlineData("empty", "Condition.EmptyGroup")]
    [InlineData("long", "Condition.TooLong")]
    [InlineData("stale", "Stale")]
    [InlineData("gone", "Stale")]
    [InlineData("review", "Policy.UnderReview")]
    [InlineData("other", "NotFound")]
    [InlineData("unit", "NotAllowed")]
    public async Task Save_WhenItMayNotBe_IsRefusedAndChangesNothing(string why, string code)
    {
        var executing = Town.Unit("税务服务所");
        var id = await DraftAsync(Drafter, Input(), Clause("甲", c => c.ExecutingUnitId = executing.Id));
        var (key, _) = await KeysAsync(id);
        Must(await SaveAsync(Drafter, id, key, Built));
        if (why == "review")
        {
            Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));
        }

        var version = (await DraftOf(id)).Version;
        var who = why switch { "other" => Town.EnterpriseUser(Town.Enterprise()), "unit" => Town.Officer(executing), _ => Drafter };
        var input = new ClauseConditionInput
        {
            PolicyId = id,
            ClauseId = why == "gone" ? key + 99 : key,
            Version = why == "stale" ? version - 1 : version,
            Condition = why switch
            {
                "impossible" => Impossible,
                "empty" => new AllOf([new AnyOf([])]),
                "long" => new Judged("k", new string('长', 60_000)),
                _ => new Named("sme"),
            },
        };

        Assert.Equal(code, (await Conditions.SaveAsync(who, Guid.NewGuid(), input, Cancellation)).Refusal?.Code);
        var now = await ReadAsync(Lead, id, key);
        Assert.Equal((ConditionJson.Write(Built), version), (ConditionJson.Write(now.Condition!), now.Version));
    }

    [Fact]
    public async Task Read_BySomebodyWhoMayNotWrite_SaysSo()
    {
        var executing = Town.Unit("税务服务所");
        var id = await DraftAsync(Drafter, Input(), Clause("甲", c => c.ExecutingUnitId = executing.Id));
        var (key, _) = await KeysAsync(id);

        Assert.False((await ReadAsync(Town.Officer(executing), id, key)).MayChange);
        Assert.Equal(Refusal.NotFound, (await Conditions.ReadAsync(Town.Officer(Town.Unit("文广中心")), id, key, Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Conditions.ReadAsync(Drafter, id, key + 99, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Condition_OfAPublishedVersion_StaysAndGoesIntoTheNextDraft()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲"));
        var (key, _) = await KeysAsync(id);
        Must(await SaveAsync(Drafter, id, key, Built));
        await SubmitAndPublishAsync(id);
        Assert.Equal(Refusal.Stale, (await SaveAsync(Drafter, id, key, null, version: 1)).Refusal);

        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation));
        Assert.Equal(ConditionJson.Write(Built), ConditionJson.Write((await ReadAsync(Drafter, id, key)).Condition!));
        Must(await SaveAsync(Drafter, id, key, new Named("sme")));

        await using var db = Town.Look();
        Assert.Equal([ConditionJson.Write(Built), ConditionJson.Write(new Named("sme"))],
            await db.PolicyClauses.Where(c => c.ClauseId == key).OrderBy(c => c.PolicyVersion.Number).Select(c => c.Condition).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Condition_ThatCannotBeRead_IsSaidToBeThere()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲"));
        var (key, _) = await KeysAsync(id);
        Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == key).Condition = """{"is":"later"}""");

        var view = await ReadAsync(Drafter, id, key);

        Assert.Equal((null, true), (view.Condition, view.IsUnreadable));
    }

    [Fact]
    public async Task Gaps_AreCountedOverTheRosterForTheLastPeriodThatIsOver()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲"));
        var enterprises = Enumerable.Range(0, 4).Select(_ => Town.Enterprise()).ToList();
        Town.Write(db => db.EnterpriseFacts.AddRange(
            Fact(enterprises[0], "revenue", FactShape.Year, new(2025, 1, 1)),
            Fact(enterprises[1], "revenue", FactShape.Year, new(2024, 1, 1)),
            Fact(enterprises[2], "revenue", FactShape.Year, new(2025, 1, 1), replaced: true),
            Fact(enterprises[0], "reg_place", FactShape.State, new(2020, 1, 1)),
            Fact(enterprises[1], "reg_place", FactShape.State, new(2027, 1, 1)),
            Fact(enterprises[2], "reg_place", FactShape.State, new(2019, 1, 1)),
            Fact(enterprises[3], "founded", FactShape.Day, FactPeriod.Always)));

        var gaps = Must(await Conditions.GapsAsync(Drafter, id, [.. new[] { "revenue", "reg_place", "founded", "staff", "nonsense" }.Select(c => new Asked(c))], Cancellation));

        Assert.Equal(4, gaps.Roster);
        Assert.Equal([("founded", 3), ("reg_place", 2), ("revenue", 3), ("staff", 4)], gaps.Lacking.OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => (g.Key.Code, g.Value)));
        Assert.Equal(Refusal.NotFound, (await Conditions.GapsAsync(Town.Officer(Town.Unit("文广中心")), id, [new Asked("revenue")], Cancellation)).Refusal);
    }

    [Fact]
    public async Task Gaps_OfLists_AreCountedUntilTheyAreSaidComplete()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲"));
        var enterprises = Enumerable.Range(0, 5).Select(_ => Town.Enterprise()).ToList();
        var (list, kind) = (ListCatalogue.Title, ListCatalogue.Find(ListCatalogue.Title)!.Kinds![0].Code);
        var again = ListCatalogue.Find(list)!.Again;
        Town.Write(db => db.EnterpriseListClosings.AddRange(
            Closing(enterprises[0], list, "", Town.Clock.Today),
            Closing(enterprises[1], list, kind, Town.Clock.Today.AddMonths(-again)),
            Closing(enterprises[2], list, "", Town.Clock.Today.AddMonths(-again).AddDays(-1)),
            Closing(enterprises[3], list, "", Town.Clock.Today, replaced: true)));
        var asked = GapsAsked.Of(new AllOf([new ItemsLeaf(list, new ItemFilter { Kinds = [kind] }), new ItemsLeaf(list, new ItemFilter()), ConditionJson.Read("""{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}""")!]));

        var gaps = Must(await Conditions.GapsAsync(Drafter, id, asked, Cancellation));

        Assert.Equal([("", 4), (kind, 3)], gaps.Lacking.Where(g => g.Key.IsList).OrderBy(g => g.Key.Kind, StringComparer.Ordinal).Select(g => (g.Key.Kind, g.Value)));
        Assert.Equal(5, gaps.Lacking[new Asked("staff")]);
        Assert.Contains(GapsAsked.Of(new Named(Criteria.OfTheProgram.All.First(c => GapsAsked.Of(new Named(c.Code)).Any(a => a.IsList)).Code)), a => a.IsList);
    }

    private static EnterpriseListClosing Closing(Enterprise enterprise, string list, string kind, DateOnly asOf, bool replaced = false) => new()
    {
        EnterpriseId = enterprise.Id,
        List = list,
        Kind = kind,
        AsOf = asOf,
        RecordedAt = new DateTime(2026, 3, 1, 1, 0, 0, DateTimeKind.Utc),
        ReplacedAt = replaced ? new DateTime(2026, 3, 1, 2, 0, 0, DateTimeKind.Utc) : null,
    };

    private static EnterpriseFact Fact(Enterprise enterprise, string code, FactShape shape, DateOnly from, bool replaced = false) => new()
    {
        EnterpriseId = enterprise.Id,
        Code = code,
        Shape = shape,
        From = from,
        Low = 1,
        High = 1,
        RecordedAt = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc),
        ReplacedAt = replaced ? new DateTime(2026, 2, 2, 0, 0, 0, DateTimeKind.Utc) : null,
    };

    private async Task<(long First, long Second)> KeysAsync(long id) => (await DraftOf(id)).Clauses.Select(c => c.ClauseId).ToList() is var keys ? (keys[0], keys[^1]) : default;

    private async Task<ClauseConditionView> ReadAsync(Caller who, long id, long clauseId) => Must(await Conditions.ReadAsync(who, id, clauseId, Cancellation));

    private async Task<Outcome<Nothing>> SaveAsync(Caller who, long id, long clauseId, Condition? condition, int? version = null) =>
        await Conditions.SaveAsync(who, Guid.NewGuid(), new ClauseConditionInput { PolicyId = id, ClauseId = clauseId, Version = version ?? (await DraftOf(id)).Version, Condition = condition }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : ClauseConditionTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ClauseConditionTests(database), IClassFixture<PostgresDatabase>;
}
