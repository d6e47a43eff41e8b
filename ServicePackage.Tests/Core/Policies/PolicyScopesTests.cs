using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>How a version and a window stand on a day, as the database says it and as a row in hand says it. Days are counted from that day.</summary>
public abstract class PolicyScopesTests(TestDatabase database) : PolicyTestsBase(database)
{
    /// <summary>P: published · W: withdrawn · D: a draft · F: in force · N: has not begun · X: has expired.</summary>
    public static readonly TheoryData<string, string, bool, int?, int?, string> Versions = new()
    {
        //                                       state         withdrawn  from  until  stands
        { "being written",                       "Draft",      false,     null, null,  "--DF--" },
        { "under review",                        "Submitted",  false,     null, null,  "--DF--" },
        { "published",                           "Published",  false,     null, null,  "P--F--" },
        { "published and withdrawn",             "Published",  true,      null, null,  "-W-F--" },
        { "replaced by a later one",             "Superseded", false,     null, null,  "---F--" },
        { "replaced, and withdrawn since",       "Superseded", true,      null, null,  "---F--" },
        { "begins today",                        "Published",  false,     0,    null,  "P--F--" },
        { "begins tomorrow",                     "Published",  false,     1,    9,     "P---N-" },
        { "ends today",                          "Published",  false,     -9,   0,     "P--F--" },
        { "ended yesterday",                     "Published",  false,     null, -1,    "P----X" },
    };

    /// <summary>O: open · C: to come · N: not over.</summary>
    public static readonly TheoryData<string, string, int?, int?, string> Windows = new()
    {
        //                                       kind             from  until  stands
        { "at any time",                         "Standing",      null, null,  "O-N" },
        { "at any time, whatever days it had",   "Standing",      1,    -1,    "O-N" },
        { "to be announced",                     "ToBeAnnounced", null, null,  "--N" },
        { "to be announced, with days before",   "ToBeAnnounced", 1,    -1,    "--N" },
        { "from today on",                       "Dated",         0,    null,  "O-N" },
        { "from tomorrow on",                    "Dated",         1,    null,  "-CN" },
        { "from tomorrow until next week",       "Dated",         1,    7,     "-CN" },
        { "until today",                         "Dated",         null, 0,     "O-N" },
        { "until yesterday",                     "Dated",         -5,   -1,    "---" },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Version_ThatIs_StandsAsTheTableSays(string which, string state, bool isWithdrawn, int? from, int? until, string stands)
    {
        var (id, day) = (await PublishedAsync(Input(), Clause("甲")), Town.Clock.Today);
        Town.Write(db =>
        {
            var version = db.PolicyVersions.Include(v => v.Policy).Single(v => v.PolicyId == id);
            (version.State, version.From, version.Until) = (Enum.Parse<PolicyState>(state), Days(from), Days(until));
            version.Policy.WithdrawnAt = isWithdrawn ? Town.Clock.Now : null;
        });
        await using var db = Town.Look();
        var (all, row) = (db.PolicyVersions, await db.PolicyVersions.Include(v => v.Policy).SingleAsync(Cancellation));

        var asked = string.Concat(
            await HasAsync('P', all.Published()), await HasAsync('W', all.Where(PolicyScopes.IsWithdrawn.Rule)), await HasAsync('D', all.Drafts()),
            await HasAsync('F', all.InForce(day)), await HasAsync('N', all.Where(PolicyScopes.HasNotBegun.At(day))), await HasAsync('X', all.Where(PolicyScopes.HasExpired.At(day))));
        var held = string.Concat(
            Has('P', PolicyScopes.IsPublished.Holds(row)), Has('W', PolicyScopes.IsWithdrawn.Holds(row)), Has('D', PolicyScopes.IsDraft.Holds(row)),
            Has('F', PolicyScopes.IsInForce.Holds(row, day)), Has('N', PolicyScopes.HasNotBegun.Holds(row, day)), Has('X', PolicyScopes.HasExpired.Holds(row, day)));

        Assert.Equal($"{which}: {stands} {stands}", $"{which}: {asked} {held}");
        Assert.Equal((stands[0] == 'P', stands[0] == 'P' && stands[3] == 'F'), (await db.PolicyClauses.Published().AnyAsync(Cancellation), await db.PolicyClauses.Published().InForce(day).AnyAsync(Cancellation)));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Window_ThatIs_StandsAsTheTableSays(string which, string kind, int? from, int? until, string stands)
    {
        var (id, day) = (await PublishedAsync(Input(), Clause("甲")), Town.Clock.Today);
        Town.Write(db => db.PolicyClauses.Single(c => c.PolicyVersion.PolicyId == id).Windows.Add(new ClauseWindow { Kind = Enum.Parse<WindowKind>(kind), From = Days(from), Until = Days(until) }));
        await using var db = Town.Look();
        var (all, row) = (db.PolicyClauses.SelectMany(c => c.Windows), await db.PolicyClauses.SelectMany(c => c.Windows).AsNoTracking().SingleAsync(Cancellation));

        var asked = string.Concat(
            await HasAsync('O', all.Where(PolicyScopes.IsOpen.At(day))), await HasAsync('C', all.Where(PolicyScopes.IsToCome.At(day))), await HasAsync('N', all.Where(PolicyScopes.IsNotOver.At(day))));
        var held = string.Concat(Has('O', PolicyScopes.IsOpen.Holds(row, day)), Has('C', PolicyScopes.IsToCome.Holds(row, day)), Has('N', PolicyScopes.IsNotOver.Holds(row, day)));

        Assert.Equal($"{which}: {stands} {stands}", $"{which}: {asked} {held}");
    }

    private DateOnly? Days(int? fromToday) => fromToday is { } days ? Town.Clock.Today.AddDays(days) : null;

    private static char Has(char letter, bool holds) => holds ? letter : '-';

    private static async Task<char> HasAsync<T>(char letter, IQueryable<T> rows) => Has(letter, await rows.AnyAsync(Cancellation));

    public sealed class OnSqlite(SqliteDatabase database) : PolicyScopesTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PolicyScopesTests(database), IClassFixture<PostgresDatabase>;
}
