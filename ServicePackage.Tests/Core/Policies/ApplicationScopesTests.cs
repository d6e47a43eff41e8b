using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>
/// How an application stands, as the database says it and as a row in hand says it. O: open · D: waits for a decision · U: granted and unpaid · W: waits for the unit ·
/// P: paid · G: granted · C: counts · A: waits for the enterprise's consent.
/// </summary>
public abstract class ApplicationScopesTests(TestDatabase database) : FollowingTestsBase(database)
{
    public static readonly TheoryData<string, ApplicationState, int?, bool, string> Table = new()
    {
        //                                        state                        amount  withdrawn  stands
        { "applied for",                          ApplicationState.Applied,    null,   false,     "OD-W--C-" },
        { "offered",                              ApplicationState.Offered,    100,    false,     "O-----CA" },
        { "offered, and no money",                ApplicationState.Offered,    null,   false,     "O-----CA" },
        { "offered under a policy now withdrawn", ApplicationState.Offered,    100,    true,      "O-----C-" },
        { "granted",                              ApplicationState.Granted,    100,    false,     "O-UW-GC-" },
        { "granted, and no money",                ApplicationState.Granted,    null,   false,     "-----GC-" },
        { "refused",                              ApplicationState.Refused,    null,   false,     "------C-" },
        { "paid",                                 ApplicationState.Paid,       100,    false,     "----PGC-" },
        { "withdrawn",                            ApplicationState.Withdrawn,  null,   false,     "--------" },
        { "withdrawn once it was granted",        ApplicationState.Withdrawn,  100,    false,     "--------" },
        { "declined",                             ApplicationState.Declined,   100,    false,     "------C-" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Application_ThatIs_StandsAsTheTableSays(string which, ApplicationState state, int? amount, bool isWithdrawn, string stands)
    {
        var (policy, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);
        Town.Write(db =>
        {
            var application = db.ClauseApplications.Single();
            (application.State, application.Amount) = (state, amount);
            db.Policies.Single(p => p.Id == policy).WithdrawnAt = isWithdrawn ? Town.Clock.Now : null;
        });
        await using var db = Town.Look();
        var (all, row) = (db.ClauseApplications, await db.ClauseApplications.Include(a => a.Clause.Policy).SingleAsync(Cancellation));

        var asked = string.Concat(
            await HasAsync('O', all.Where(ApplicationScopes.IsOpen.Rule)), await HasAsync('D', all.Where(ApplicationScopes.IsUndecided.Rule)),
            await HasAsync('U', all.Where(ApplicationScopes.IsUnpaid.Rule)), await HasAsync('W', all.Where(ApplicationScopes.WaitsForUnit.Rule)),
            await HasAsync('P', all.Where(ApplicationScopes.IsPaid.Rule)), await HasAsync('G', all.Where(ApplicationScopes.IsGranted.Rule)),
            await HasAsync('C', all.Where(ApplicationScopes.Counts.Rule)), await HasAsync('A', all.Where(ApplicationScopes.IsOffer.Rule)));
        var held = string.Concat(
            Has('O', ApplicationScopes.IsOpen.Holds(row)), Has('D', ApplicationScopes.IsUndecided.Holds(row)), Has('U', ApplicationScopes.IsUnpaid.Holds(row)), Has('W', ApplicationScopes.WaitsForUnit.Holds(row)),
            Has('P', ApplicationScopes.IsPaid.Holds(row)), Has('G', ApplicationScopes.IsGranted.Holds(row)), Has('C', ApplicationScopes.Counts.Holds(row)), Has('A', ApplicationScopes.IsOffer.Holds(row)));

        Assert.Equal($"{which}: {stands} {stands}", $"{which}: {asked} {held}");
        var read = await ReadAsync(id, Dispatcher);
        Assert.Equal((stands[0] == 'O', stands[2] == 'U'), (read.IsOpen, read.IsUnpaid));
    }

    private static char Has(char letter, bool holds) => holds ? letter : '-';

    private static async Task<char> HasAsync(char letter, IQueryable<ClauseApplication> applications) => Has(letter, await applications.AnyAsync(Cancellation));

    public sealed class OnSqlite(SqliteDatabase database) : ApplicationScopesTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ApplicationScopesTests(database), IClassFixture<PostgresDatabase>;
}
