namespace ServicePackage.Tests.Support;

/// <summary>
/// The base of every test of Core that needs rows. Each such class runs on both databases with two lines at its end:
/// <code>
/// public abstract class PostTests(TestDatabase database) : TownTests(database)
/// {
///     [Fact]
///     public async Task Give_WhenHeldAlready_IsRefused() { … Town.Officer(unit) … }
///
///     public sealed class OnSqlite(SqliteDatabase database) : PostTests(database), IClassFixture&lt;SqliteDatabase&gt;;
///     public sealed class OnPostgres(PostgresDatabase database) : PostTests(database), IClassFixture&lt;PostgresDatabase&gt;;
/// }
/// </code>
/// The town, with its database and its clock, is fresh for each test: none finds what another has left.
/// </summary>
public abstract class TownTests
{
    private readonly TestDatabase _database;

    protected TownTests(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        database.Require();
        database.Renew();
        _database = database;
        Town = new Town(database);
    }

    protected Town Town { get; }

    /// <summary>Ends when the test is told to end.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How many queries an act asks of the database.</summary>
    protected async Task<int> QueriesAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var before = _database.Queries;
        await act();
        return _database.Queries - before;
    }
}
