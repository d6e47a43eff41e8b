using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Packages;

/// <summary>
/// Who sees what of packages, and may do what. l: reads the live one · v: reads a version that was not handed over · h: one that was · c: decides about a clause · i: issues ·
/// o: hands over · a: acknowledges, of itself or by recording it · s: has the list.
/// </summary>
public abstract class PackageAccessTests(TestDatabase database) : PackageTestsBase(database)
{
    [Fact]
    public async Task Packages_AreSeenAndWorkedOnByWhomTheTableSays()
    {
        await MeetAsync();
        var (_, clause) = Clause("稳岗补贴");
        var handed = Must(await IssueAsync()).Id;
        Must(await HandOverAsync(handed));
        Clause("扩岗补贴");
        var issued = Must(await IssueAsync()).Id;

        var another = Town.EconomicCity();
        Town.Enterprise(another);

        var leading = Town.TownLeader();
        Town.Led(Town.Leader(account: leading), Enterprise);

        (string Who, Caller Caller, string Expected)[] table =
        [
            ("the enterprise", Own, "l-h--" + "-a-"),
            ("another enterprise", Town.EnterpriseUser(Town.Enterprise()), "-----" + "---"),
            ("its butler", Butler, "lvhci" + "oas"),
            ("specialist of the enterprise's city", Town.Specialist(City), "lvhci" + "oas"),
            ("specialist of another city", Town.Specialist(another), "-----" + "--s"),
            ("nobody", Town.Stranger(), "-----" + "---"),
            ("officer of a unit", Drafter, "-----" + "---"),
            ("a provider's person", Town.Liaison(Town.Provider()), "-----" + "---"),
            ("dispatcher", Dispatcher, "lvhci" + "oas"),
            ("the Centre's lead", Lead, "lvhci" + "oas"),
            ("a town leader who keeps contact with it", leading, "lvh--" + "---"),
            ("town leader who serves nobody", Town.TownLeader(), "-----" + "---"),
            ("administrator", Town.Administrator(), "-----" + "---"),
            ("auditor", Town.Auditor(), "-----" + "---"),
        ];

        var found = new List<string>();
        foreach (var (who, caller, _) in table)
        {
            found.Add($"{who}: {await FoundAsync(caller, clause, handed, issued)}");
        }

        Assert.Equal(table.Select(t => $"{t.Who}: {t.Expected}"), found);
    }

    private async Task<string> FoundAsync(Caller who, long clause, long handed, long issued) => string.Concat(
        (await Packages.LiveAsync(who, Enterprise.Id, Cancellation)).Done ? 'l' : '-',
        (await Packages.VersionAsync(who, issued, Cancellation)).Done ? 'v' : '-',
        (await Packages.VersionAsync(who, handed, Cancellation)).Done ? 'h' : '-',
        May(await ChooseAsync(clause, PackagePlace.Usual, who: who, version: -1), 'c', "Stale"),
        May(await Issuing.IssueAsync(who, Guid.NewGuid(), new IssueInput { EnterpriseId = Enterprise.Id }, Cancellation), 'i', "Package.Changed"),
        May(await Handing.HandOverAsync(who, Guid.NewGuid(), new HandOverInput { Id = issued, Version = -1 }, Cancellation), 'o', "Stale"),
        May(await Handing.AcknowledgeAsync(who, Guid.NewGuid(), new AcknowledgeInput { Id = handed, Version = -1 }, Cancellation), 'a', "Stale"),
        (await Lists.ListAsync(who, new PackageFilter(), Cancellation)).Done ? 's' : '-');

    /// <summary>Whether they come as far as to what they gave; the others may not, or do not see it.</summary>
    private static char May<T>(Outcome<T> outcome, char may, string code) =>
        outcome.Refusal?.Code == code ? may : outcome.Refusal == Refusal.NotAllowed || outcome.Refusal == Refusal.NotFound ? '-' : '?';

    public sealed class OnSqlite(SqliteDatabase database) : PackageAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PackageAccessTests(database), IClassFixture<PostgresDatabase>;
}
