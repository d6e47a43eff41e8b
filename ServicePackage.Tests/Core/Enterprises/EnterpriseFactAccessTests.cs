using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>
/// Who sees which facts of an enterprise, and may record with which standing. p: sees the value of a public fact · c: that of a commercial one ·
/// D: declares · C: checks · A: enters what an authority says. A dash: sees that there is something, never what.
/// </summary>
public abstract class EnterpriseFactAccessTests(TestDatabase database) : TicketTests(database)
{
    private const string Hidden = "87654321";

    [Fact]
    public async Task Facts_AreSeenAndRecordedByWhomTheTableSays()
    {
        var facts = new EnterpriseFactService(Town.Runner);
        await DispatchedAsync();
        var butler = Town.Butler(Enterprise);
        var elsewhere = Town.Officer(Unit);
        Town.Assign(elsewhere, Town.Enterprise());
        foreach (var (code, fill) in new (string, Action<FactInput>)[] { ("revenue", i => (i.Year, i.Low, i.Unit) = (2025, Hidden, MoneyUnit.Yuan)), ("ip2", i => (i.Shape, i.Since, i.Low) = (FactShape.State, new(2026, 1, 1), "7")) })
        {
            Assert.True((await facts.RecordAsync(Applicant, Guid.NewGuid(), Input(code, fill), Cancellation)).Done);
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
            found.Add($"{who}: {await FoundAsync(facts, caller)}");
        }

        Assert.Equal(table.Select(t => $"{t.Who}: {t.Expected}"), found);
    }

    /// <summary>Whatever asks for them, a list over all enterprises too, is given these alone.</summary>
    [Fact]
    public async Task Facts_OfAllEnterprises_AreThoseOneSeesOrServes()
    {
        await DispatchedAsync();
        var (served, third) = (Town.Enterprise(), Town.Enterprise());
        var (neither, both) = (Town.Officer(Town.Unit("文广中心")), Town.Officer(Unit)); // of a unit without a demand; of one with the enterprise's, and butler of another
        Town.Assign(both, served);
        Town.Write(db => db.EnterpriseFacts.AddRange(
            from enterprise in new[] { Enterprise, served, third }
            from code in new[] { "revenue", "ip2" }
            select new EnterpriseFact { EnterpriseId = enterprise.Id, Code = code, Shape = FactShape.State, From = new(2026, 1, 1), Standing = FactStanding.Checked, RecordedAt = Town.Clock.Now }));

        var (authority, taxes) = (Town.Officer(Unit), Town.Unit("税务局"));
        Town.Write(db => db.EnterpriseFacts.AddRange(new[] { Enterprise, third }.Select(e => new EnterpriseFact { EnterpriseId = e.Id, Code = "tax_paid", Shape = FactShape.Year, From = new(2025, 1, 1), Until = new(2025, 12, 31), Standing = FactStanding.Checked, RecordedAt = Town.Clock.Now })));

        Assert.Empty(await SeenAsync(neither));
        Assert.Equal([(Enterprise.Id, "ip2")], await SeenAsync(authority));
        Assert.Equal(new[] { (Enterprise.Id, "ip2"), (served.Id, "ip2"), (served.Id, "revenue") }.Order(), (await SeenAsync(both)).Order());
        Assert.Equal(new[] { (third.Id, "ip2"), (third.Id, "revenue"), (third.Id, "tax_paid") }.Order(), (await SeenAsync(Town.EnterpriseUser(third))).Order());

        Town.Write(db => db.CertifiedFacts.AddRange(new CertifiedFact { OrganisationId = Unit.Id, Code = "tax_paid" }, new CertifiedFact { OrganisationId = taxes.Id, Code = "revenue" }));
        Assert.Equal(new[] { (Enterprise.Id, "ip2"), (Enterprise.Id, "tax_paid") }.Order(), (await SeenAsync(authority)).Order()); // of the enterprises it sees, and nothing that another unit certifies

        async Task<List<(long, string)>> SeenAsync(Caller who)
        {
            await using var db = Town.Look();
            var actor = await ActorLoader.LoadAsync(db, who, Town.Clock.Now, Cancellation);
            long[] ours = [Enterprise.Id, served.Id, third.Id];
            return [.. (await db.EnterpriseFacts.VisibleTo(new Operation(db, actor!, Town.Clock.Now, Town.House)).Where(f => ours.Contains(f.EnterpriseId)).ToListAsync(Cancellation)).Select(f => (f.EnterpriseId, f.Code))];
        }
    }

    private async Task<string> FoundAsync(EnterpriseFactService facts, Caller who)
    {
        var read = await facts.ReadAsync(who, Enterprise.Id, cancellation: Cancellation);
        if (!read.Done)
        {
            Assert.Equal(Refusal.NotFound, read.Refusal);
            Assert.Equal(Refusal.NotFound, (await RecordAsync(FactStanding.Checked)).Refusal);
            return "0";
        }

        var (open, kept) = (read.Value.Facts.Single(f => f.Code == "ip2"), read.Value.Facts.Single(f => f.Code == "revenue"));
        Assert.Equal(kept.KeptBack, System.Text.Json.JsonSerializer.Serialize(read.Value) is var sent && !sent.Contains(Hidden, StringComparison.Ordinal));
        var found = (open.IsAnswered ? "p" : "-") + (kept.IsAnswered ? "c" : "-");
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
            var input = Input("core_ip", i => (i.Shape, i.Since, i.Choice, i.Standing, i.Evidence) = (FactShape.State, new(2026, 1, 1), FactRules.Yes, standing, "说明"));
            input.Seen = (await facts.ReadAsync(who, Enterprise.Id, cancellation: Cancellation)) is { Done: true } now ? now.Value.Facts.Single(f => f.Code == "core_ip").Seen : null;
            return await facts.RecordAsync(who, Guid.NewGuid(), input, Cancellation);
        }
    }

    private FactInput Input(string code, Action<FactInput> fill)
    {
        var input = new FactInput { EnterpriseId = Enterprise.Id, Code = code, Shape = FactShape.Year };
        fill(input);
        return input;
    }

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseFactAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseFactAccessTests(database), IClassFixture<PostgresDatabase>;
}
