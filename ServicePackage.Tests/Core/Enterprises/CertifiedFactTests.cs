using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>A unit records what it certifies, and sees of an enterprise no other figure for that.</summary>
public abstract class CertifiedFactTests : TicketTests
{
    private readonly Organisation _unit;
    private readonly Caller _officer;

    protected CertifiedFactTests(TestDatabase database)
        : base(database)
    {
        (_unit, _officer) = (Unit, Officer); // whose demand leads to the enterprise
    }

    private CertifiedFactService Certified => new(Town.Runner);

    private EnterpriseFactService Facts => new(Town.Runner);

    [Fact]
    public async Task Choose_ByTheCentre_StandsAndIsRemembered()
    {
        Assert.True((await ChooseAsync(Town.Dispatcher(), ["tax_paid", "revenue"], [])).Done);

        var view = (await Certified.GetAsync(_officer, _unit.Id, Cancellation)).Value;
        Assert.Equal(["revenue", "tax_paid"], view.Codes);
        Assert.Equal((false, true), (view.MayChange, view.Certifies));
        Assert.True((await ChooseAsync(Town.Administrator(), ["tax_paid"], ["tax_paid", "revenue"])).Done);
        Assert.Equal(["tax_paid"], (await Certified.GetAsync(_officer, _unit.Id, Cancellation)).Value.Codes);
        await using var db = Town.Look();
        Assert.Equal(2, await db.History.CountAsync(h => h.Act == "ChooseCertifiedFacts" && h.SubjectId == _unit.Id, Cancellation));
    }

    [Fact]
    public async Task Choose_OfWhatCannotBe_IsRefusedAndChangesNothing()
    {
        Assert.Equal("Fact.Unknown", (await ChooseAsync(Town.Dispatcher(), ["moon"], [])).Refusal?.Code);
        Assert.Equal(Refusal.Stale, (await ChooseAsync(Town.Dispatcher(), ["tax_paid"], ["revenue"])).Refusal);
        Assert.Equal("Fact.CertifiesNothing", (await Certified.ChooseAsync(Town.Dispatcher(), Guid.NewGuid(), new CertifiedFactsInput { OrganisationId = Town.Leadership().Id, Codes = ["tax_paid"] }, Cancellation)).Refusal?.Code);
        Assert.Empty((await Certified.GetAsync(_officer, _unit.Id, Cancellation)).Value.Codes);
    }

    [Fact]
    public async Task Officer_SeesAndRecordsTheCertifiedFactAlone()
    {
        await DispatchedAsync();
        var enterprise = Enterprise;
        Fact(enterprise, "tax_paid", 1_000_000);
        Fact(enterprise, "revenue", 42_000_000);
        Assert.True((await FactAsync(enterprise, "tax_paid")).KeptBack);
        Assert.Equal(Refusal.NotAllowed, (await RecordAsync(enterprise, "tax_paid", "120")).Refusal);
        Assert.True((await ChooseAsync(Town.Dispatcher(), ["tax_paid"], [])).Done);

        Assert.Equal((false, 1_000_000m), (await FactAsync(enterprise, "tax_paid")) is var tax ? (tax.KeptBack, tax.Periods.Single().Counts.Low!.Value) : default);
        Assert.True((await FactAsync(enterprise, "revenue")).KeptBack);
        Assert.Equal(Refusal.NotAllowed, (await RecordAsync(enterprise, "revenue", "5000")).Refusal);
        Assert.Null((await RecordAsync(enterprise, "tax_paid", "120")).Refusal);

        var counts = (await FactAsync(enterprise, "tax_paid")).Periods.Single().Counts;
        Assert.Equal((1_200_000m, FactStanding.Authority, "完税证明"), (counts.Low!.Value, counts.Standing, counts.Evidence));
        Assert.True((await Facts.TakeBackAsync(_officer, Guid.NewGuid(), enterprise.Id, counts.Id, Cancellation)).Done);
    }

    [Fact]
    public async Task OfficerOfTheCentreToo_MayRecordWithEachStandingOnce()
    {
        Assert.True((await ChooseAsync(Town.Dispatcher(), ["tax_paid"], [])).Done);
        await DispatchedAsync();
        var officer = (await Facts.ReadAsync(_officer, Enterprise.Id, cancellation: Cancellation)).Value.Rights;
        Assert.Equal([FactStanding.Authority], officer.StandingsOf("tax_paid"));
        Assert.Empty(officer.StandingsOf("revenue"));

        Town.Write(db => db.Posts.Add(new Post { AccountId = _officer.AccountId, OrganisationId = Town.Centre().Id, Kind = PostKind.Dispatcher }));

        var both = (await Facts.ReadAsync(_officer, Enterprise.Id, cancellation: Cancellation)).Value.Rights;
        Assert.Equal([FactStanding.Checked, FactStanding.Authority], both.StandingsOf("tax_paid"));
        Assert.Equal([FactStanding.Checked, FactStanding.Authority], both.StandingsOf("revenue"));
    }

    [Fact]
    public async Task Merger_PassesWhatItCertifiesOn()
    {
        var heir = Town.Unit("税务局");
        Assert.True((await ChooseAsync(Town.Dispatcher(), ["tax_paid", "revenue"], [])).Done);
        Town.Write(db => db.CertifiedFacts.Add(new CertifiedFact { OrganisationId = heir.Id, Code = "revenue" }));

        Assert.True((await new OrganisationMerge(Town.Runner).MergeAsync(Town.Administrator(), Guid.NewGuid(), new MergeInput { Id = _unit.Id, IntoId = heir.Id, Name = _unit.Name }, Cancellation)).Done);

        Assert.Equal(["revenue", "tax_paid"], (await Certified.GetAsync(Town.Dispatcher(), heir.Id, Cancellation)).Value.Codes);
    }

    private void Fact(Enterprise enterprise, string code, decimal value) => Town.Write(db => db.EnterpriseFacts.Add(new EnterpriseFact
    {
        EnterpriseId = enterprise.Id,
        Code = code,
        Shape = FactShape.Year,
        From = new(2025, 1, 1),
        Until = new(2025, 12, 31),
        Low = value,
        High = value,
        RecordedAt = Town.Clock.Now,
    }));

    private Task<Outcome<Nothing>> ChooseAsync(Caller caller, HashSet<string> codes, IReadOnlyList<string> seen) =>
        Certified.ChooseAsync(caller, Guid.NewGuid(), new CertifiedFactsInput { OrganisationId = _unit.Id, Codes = codes, Seen = seen }, Cancellation);

    private async Task<FactView> FactAsync(Enterprise enterprise, string code) =>
        (await Facts.ReadAsync(_officer, enterprise.Id, cancellation: Cancellation)).Value.Facts.Single(f => f.Code == code);

    private async Task<Outcome<Nothing>> RecordAsync(Enterprise enterprise, string code, string low) => await Facts.RecordAsync(_officer, Guid.NewGuid(), new FactInput
    {
        EnterpriseId = enterprise.Id,
        Code = code,
        Shape = FactShape.Year,
        Year = 2025,
        Low = low,
        Evidence = "完税证明",
        Seen = (await Facts.ReadAsync(Town.Dispatcher(), enterprise.Id, cancellation: Cancellation)).Value.Facts.Single(f => f.Code == code).Seen,
    }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : CertifiedFactTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CertifiedFactTests(database), IClassFixture<PostgresDatabase>;
}
