using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>What whoever serves several enterprises is shown of each: neither what it applied for already nor what it does not want.</summary>
public abstract class ServedMatchTests(TestDatabase database) : KeptMatchTestsBase(database)
{
    [Fact]
    public async Task Matches_OfEachEnterprise_AreThoseItStillWants_WhateverTheOthersDoWithTheSameClause()
    {
        var (first, second) = ((await AskingAsync(Staff, "甲")).ClauseId, (await AskingAsync(Staff, "乙")).ClauseId);
        var (declined, interested, refused) = (Served(), Served(), Served());
        Town.Write(db => db.Matches.AddRange(
            from enterprise in new[] { Enterprise, declined, interested, refused }
            from clause in new[] { first, second }
            select new KeptMatch { EnterpriseId = enterprise.Id, ClauseId = clause, Since = Town.Clock.Now }));
        Applied(Enterprise, first, ApplicationState.Applied);
        Applied(refused, first, ApplicationState.Refused);
        Town.Write(db => db.ClauseAnswers.AddRange(
            Said(declined, second, ClauseWish.NotForUs),
            Said(interested, first, ClauseWish.Interested),
            Said(interested, second, ClauseWish.NotForUs, isTakenBack: true)));

        var shown = Must(await new ServedMatchService(Town.Runner).ListAsync(Butler, cancellation: Cancellation)).ToDictionary(r => r.EnterpriseId, r => (r.New, string.Join(' ', r.NewTitles.Order(StringComparer.Ordinal))));

        Assert.Equal(
            new Dictionary<long, (int, string)> { [Enterprise.Id] = (1, "乙"), [declined.Id] = (1, "甲"), [interested.Id] = (2, "乙 甲"), [refused.Id] = (2, "乙 甲") },
            shown);
    }

    private Enterprise Served()
    {
        var enterprise = Town.Enterprise(City);
        Town.Assign(Butler, enterprise);
        return enterprise;
    }

    private void Applied(Enterprise enterprise, long clause, ApplicationState state) => Town.Write(db => db.ClauseApplications.Add(new ClauseApplication
    {
        EnterpriseId = enterprise.Id,
        ClauseId = clause,
        PolicyClauseId = db.PolicyClauses.Single(c => c.ClauseId == clause).Id,
        State = state,
        BegunOn = Town.Clock.Today,
        BegunById = Butler.AccountId,
    }));

    private ClauseAnswer Said(Enterprise enterprise, long clause, ClauseWish wish, bool isTakenBack = false) => new()
    {
        EnterpriseId = enterprise.Id,
        ClauseId = clause,
        Wish = wish,
        SaidAt = Town.Clock.Now,
        SaidById = Butler.AccountId,
        ReplacedAt = isTakenBack ? Town.Clock.Now : null,
    };

    public sealed class OnSqlite(SqliteDatabase database) : ServedMatchTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ServedMatchTests(database), IClassFixture<PostgresDatabase>;
}
