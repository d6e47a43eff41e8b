using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>
/// Who sees which lists of an enterprise, and may add with which standing. p: sees the items of a public list · c: those of one kept for who serves it ·
/// D: declares · C: checks · A: enters what an authority says. A dash: sees that there is a list, never what.
/// </summary>
public abstract class EnterpriseListAccessTests(TestDatabase database) : TicketTests(database)
{
    private const string Hidden = "87654321";

    [Fact]
    public async Task Lists_AreSeenAndWrittenByWhomTheTableSays()
    {
        var lists = new EnterpriseListService(Town.Runner);
        await DispatchedAsync();
        var butler = Town.Butler(Enterprise);
        var elsewhere = Town.Officer(Unit);
        Town.Assign(elsewhere, Town.Enterprise());
        foreach (var input in new[]
        {
            new ListItemInput { EnterpriseId = Enterprise.Id, List = "equity", From = new(2025, 6, 1), Amount = Hidden, Unit = MoneyUnit.Yuan, Flag = FactRules.Yes },
            new ListItemInput { EnterpriseId = Enterprise.Id, List = "title", Kind = "hnte" },
        })
        {
            Assert.True((await lists.RecordAsync(Applicant, Guid.NewGuid(), input, Cancellation)).Done);
        }

        (string Who, Caller Caller, string Expected)[] table =
        [
            ("own person", Applicant, "pcD--"),
            ("another enterprise", Town.EnterpriseUser(Town.Enterprise()), "0"),
            ("butler", butler, "pc-C-"),
            ("nobody", Town.Stranger(), "0"),
            ("officer of the unit with its demand", Officer, "p----"),
            ("officer of the unit with its demand, butler of another enterprise", elsewhere, "p----"),
            ("officer of another unit", Town.Officer(Town.Unit("文广中心")), "0"),
            ("specialist of its city", Specialist, "pc-C-"),
            ("specialist of another city", Town.Specialist(Town.EconomicCity()), "0"),
            ("dispatcher", Dispatcher, "pc-CA"),
            ("the Centre's lead", CentreLead, "pc-CA"),
            ("town leader", Town.TownLeader(), "p----"),
            ("administrator", Town.Administrator(), "p----"),
            ("auditor", Town.Auditor(), "0"),
        ];

        var found = new List<string>();
        foreach (var (who, caller, _) in table)
        {
            found.Add($"{who}: {await FoundAsync(lists, caller)}");
        }

        Assert.Equal(table.Select(t => $"{t.Who}: {t.Expected}"), found);
    }

    /// <summary>Whatever asks for them, a list over all enterprises too, is given these alone.</summary>
    [Fact]
    public async Task ItemsAndClosings_OfAllEnterprises_AreThoseOneSeesOrServes()
    {
        await DispatchedAsync();
        var (served, third) = (Town.Enterprise(), Town.Enterprise());
        var (neither, both) = (Town.Officer(Town.Unit("文广中心")), Town.Officer(Unit)); // of a unit without a demand; of one with the enterprise's, and butler of another
        Town.Assign(both, served);
        Town.Write(db =>
        {
            foreach (var (enterprise, list) in from e in new[] { Enterprise, served, third } from l in new[] { "equity", "title" } select (e, l))
            {
                db.EnterpriseListItems.Add(new EnterpriseListItem { EnterpriseId = enterprise.Id, List = list, Standing = FactStanding.Checked, RecordedAt = Town.Clock.Now });
                db.EnterpriseListClosings.Add(new EnterpriseListClosing { EnterpriseId = enterprise.Id, List = list, Standing = FactStanding.Checked, RecordedAt = Town.Clock.Now });
            }
        });

        foreach (var (who, expected) in new (Caller, (long, string)[])[]
        {
            (neither, []),
            (both, [(Enterprise.Id, "title"), (served.Id, "equity"), (served.Id, "title")]),
            (Town.EnterpriseUser(third), [(third.Id, "equity"), (third.Id, "title")]),
        })
        {
            await using var db = Town.Look();
            var op = new Operation(db, (await ActorLoader.LoadAsync(db, who, Town.Clock.Now, Cancellation))!, Town.Clock.Now, Town.House);
            long[] ours = [Enterprise.Id, served.Id, third.Id];
            Assert.Equal(expected.Order(), (await db.EnterpriseListItems.VisibleTo(op).Where(i => ours.Contains(i.EnterpriseId)).ToListAsync(Cancellation)).Select(i => (i.EnterpriseId, i.List)).Order());
            Assert.Equal(expected.Order(), (await db.EnterpriseListClosings.VisibleTo(op).Where(c => ours.Contains(c.EnterpriseId)).ToListAsync(Cancellation)).Select(c => (c.EnterpriseId, c.List)).Order());
        }
    }

    private async Task<string> FoundAsync(EnterpriseListService lists, Caller who)
    {
        var read = await lists.ReadAsync(who, Enterprise.Id, cancellation: Cancellation);
        if (!read.Done)
        {
            Assert.Equal(Refusal.NotFound, read.Refusal);
            Assert.Equal(Refusal.NotFound, (await RecordAsync(FactStanding.Checked)).Refusal);
            return "0";
        }

        var (open, kept) = (read.Value.Lists.Single(l => l.Code == "title"), read.Value.Lists.Single(l => l.Code == "equity"));
        Assert.Equal(kept.KeptBack, System.Text.Json.JsonSerializer.Serialize(read.Value) is var sent && !sent.Contains(Hidden, StringComparison.Ordinal));
        var found = (open.Items.Count > 0 ? "p" : "-") + (kept.Items.Count > 0 ? "c" : "-");
        foreach (var standing in Enum.GetValues<FactStanding>())
        {
            var outcome = await RecordAsync(standing);
            Assert.True(outcome.Done || outcome.Refusal!.Code is "NotAllowed" or "Fact.StandingNotYours", outcome.Refusal?.Code);
            found += outcome.Done ? standing.ToString()[0] : '-';
        }

        Assert.Equal(found[2..] != "---", read.Value.Rights.Record); // whether the page offers it
        return found;

        async Task<Outcome<Nothing>> RecordAsync(FactStanding standing)
        {
            var seen = (await lists.ReadAsync(who, Enterprise.Id, cancellation: Cancellation)) is { Done: true } now ? now.Value.Lists.Single(l => l.Code == "award").Seen : 0;
            return await lists.RecordAsync(
                who, Guid.NewGuid(), new() { EnterpriseId = Enterprise.Id, List = "award", Seen = seen, Level = "city", Rank = "1", From = new(2025, 1, 1), Standing = standing, Evidence = "证书" }, Cancellation);
        }
    }

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseListAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseListAccessTests(database), IClassFixture<PostgresDatabase>;
}
