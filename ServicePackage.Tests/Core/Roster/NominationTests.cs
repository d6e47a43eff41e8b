using Microsoft.AspNetCore.Identity;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Roster;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Core.Setup;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Roster;

/// <summary>Proposers nominate for a year, by form and by list (plan §二, §四(二)).</summary>
public abstract class NominationTests(TestDatabase database) : RosterTestsBase(database)
{
    private NominationImport Import => new(Town.Runner, new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time));

    [Fact]
    public async Task Nomination_IsEnteredChangedAndWithdrawn_UntilNominationsClose()
    {
        var city = Town.EconomicCity();
        var specialist = Town.Specialist(city);
        Assert.Equal("Roster.NotOpened", (await SaveAsync(specialist, Input(city, NewCode(1), "上海甲有限公司"))).Refusal?.Code);
        await OpenAsync();
        var id = Must(await SaveAsync(specialist, Input(city, NewCode(1), "上海甲有限公司")));
        Assert.Equal("Roster.NominatedAlready", (await SaveAsync(specialist, Input(city, NewCode(1), "上海甲有限公司"))).Refusal?.Code);

        var row = Assert.Single((await ListAsync(specialist)).Rows.Items);
        Assert.True(row.IsNew && row.MayChange);
        var change = Input(city, NewCode(1), "上海甲科技有限公司", EnterpriseTier.District);
        (change.Id, change.Version) = (id, row.Version);
        Must(await SaveAsync(specialist, change));
        Assert.Equal(Refusal.Stale, (await SaveAsync(specialist, change)).Refusal);
        row = Assert.Single((await ListAsync(specialist)).Rows.Items);
        Assert.Equal(("上海甲科技有限公司", EnterpriseTier.District), (row.Name, row.Tier));

        Must(await Nominations.WithdrawAsync(specialist, Guid.NewGuid(), new NominationAct(id, row.Version), Cancellation));
        Assert.Empty((await ListAsync(specialist)).Rows.Items);
        await NominateAsync(specialist, city, NewCode(1), "上海甲有限公司"); // the same row stands again
        await CloseAsync();
        Assert.Equal("Roster.NominationsClosed", (await SaveAsync(specialist, Input(city, NewCode(2), "上海乙有限公司"))).Refusal?.Code);
        row = Assert.Single((await ListAsync(specialist)).Rows.Items);
        Assert.False(row.MayChange);
        Assert.Equal("Roster.NominationsClosed", (await Nominations.WithdrawAsync(specialist, Guid.NewGuid(), new NominationAct(id, row.Version), Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Nomination_ThatIsTypedWrongly_IsRefusedAtItsField()
    {
        var city = Town.EconomicCity();
        var specialist = Town.Specialist(city);
        await OpenAsync();
        var wrongDigit = NewCode(1)[..17] + (NewCode(1)[17] == '0' ? '1' : '0');

        Assert.Equal(("CreditCode.CheckCharacter", "CreditCode"), await RefusedAsync(Input(city, wrongDigit, "上海甲有限公司")));
        Assert.Equal(("NotChosen", "Tier"), await RefusedAsync(Input(city, NewCode(1), "上海甲有限公司", (EnterpriseTier)7)));
        Assert.Equal(("Missing", "Name"), await RefusedAsync(Input(city, NewCode(1), " ")));
        var toCome = Input(city, NewCode(1), "上海甲有限公司");
        toCome.ProposedOn = Town.Clock.Today.AddDays(1);
        Assert.Equal(("Enterprise.DayToCome", "ProposedOn"), await RefusedAsync(toCome));
        Assert.Equal(("Roster.OtherProposer", "OrganisationId"), await RefusedAsync(Input(Town.EconomicCity(), NewCode(1), "上海甲有限公司")));
        Assert.Empty((await ListAsync(Centre)).Rows.Items);

        async Task<(string? Code, string? Field)> RefusedAsync(NominationInput input) => (await SaveAsync(specialist, input)).Refusal is { } refusal ? (refusal.Code, refusal.Field) : default;
    }

    [Fact]
    public async Task Proposers_ReadTheirOwn_AndTheCentreEntersForTheDistrict()
    {
        var (city, unit) = (Town.EconomicCity(), Town.Unit());
        var (specialist, officer) = (Town.Specialist(city), Town.Officer(unit));
        await OpenAsync();
        await NominateAsync(specialist, city, NewCode(1), "上海甲有限公司");
        await NominateAsync(officer, unit, NewCode(1), "上海甲有限公司");
        var district = Input(Town.Centre(), NewCode(1), "上海甲有限公司", EnterpriseTier.District);
        Assert.Equal("Missing", (await SaveAsync(Centre, district)).Refusal?.Code);
        district.OnBehalfOf = "区经委";
        Must(await SaveAsync(Centre, district));
        district.OnBehalfOf = "区科委";
        Must(await SaveAsync(Centre, district)); // another department

        Assert.Equal(city.Id, Assert.Single((await ListAsync(specialist)).Rows.Items).OrganisationId);
        Assert.Equal(unit.Id, Assert.Single((await ListAsync(officer)).Rows.Items).OrganisationId);
        Assert.Equal(4, (await ListAsync(Centre)).Rows.Total);
        Assert.Equal(4, (await ListAsync(Town.TownLeader())).Rows.Total);
        Assert.Equal(Refusal.NotFound, (await Nominations.ListAsync(Town.EnterpriseUser(Town.Enterprise()), new NominationFilter(Year), Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Nominations.WithdrawAsync(specialist, Guid.NewGuid(), new NominationAct((await ListAsync(officer)).Rows.Items[0].Id, 1), Cancellation)).Refusal);
    }

    [Fact]
    public async Task List_WithBadRows_IsRefusedWhole_ByColumnAndReason()
    {
        var city = Town.EconomicCity();
        var specialist = Town.Specialist(city);
        await OpenAsync();
        object?[] good = ["上海甲有限公司", NewCode(1), "街镇级", "高新技术企业", "2026-01-15"];
        var preview = await CheckAsync(specialist, city,
            good, ["上海甲有限公司", NewCode(1), "街镇级", "重复", ""], ["上海乙有限公司", NewCode(2)[..17] + "I", "街镇级", "好", ""],
            ["上海丙有限公司", NewCode(3), "市级", "好", ""], ["上海丁有限公司", NewCode(4), "区级", "好", "2026-04-31"], ["", NewCode(5), "区级", "", ""]);

        Assert.Equivalent(
            new[] { "3 CreditCode Import.TwiceInList", "4 CreditCode CreditCode.Character", "5 Tier Import.NotAmong", "6 ProposedOn Import.NoDay", "7 Name Missing", "7 Reason Missing" },
            preview.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}").Where(f => f != "5 Tier NotChosen"), strict: true);
        Assert.Equal("Import.HasFaults", (await Import.Of(Year, new Proposer(city.Id)).ImportAsync(specialist, Guid.NewGuid(), preview, cancellation: Cancellation)).Refusal?.Code);
        Assert.Empty((await ListAsync(specialist)).Rows.Items);
    }

    [Fact]
    public async Task List_SaysWhatIsNewKnownRenamedAndGone_AndWhatGoesInIsWhatWasSeen()
    {
        var city = Town.EconomicCity();
        var specialist = Town.Specialist(city);
        var (known, renamed, missed) = (Town.Enterprise(city), Town.Enterprise(city), Town.Enterprise(city));
        await OpenAsync();
        await NominateAsync(specialist, city, NewCode(9), "上海不再提名有限公司");
        object?[][] rows = [["上海甲有限公司", NewCode(1), "街镇级", "高新技术企业", ""], [known.Name, known.CreditCode, "街镇级", "续列", ""], ["上海改名有限公司", renamed.CreditCode, "区级", "续列", ""]];

        var preview = await CheckAsync(specialist, city, rows);
        Assert.Equal([ImportState.New, ImportState.Known, ImportState.Renamed], preview.States.OrderBy(s => s.Key).Select(s => s.Value));
        Assert.Equal(["上海不再提名有限公司", missed.Name], preview.Gone);
        Assert.Equal((3, 1), (preview.Counts.Nominations, preview.Counts.Withdrawn));

        var import = Import.Of(Year, new Proposer(city.Id));
        Assert.Equal("Import.Changed", (await import.ImportAsync(specialist, Guid.NewGuid(), preview with { Hash = "0" }, cancellation: Cancellation)).Refusal?.Code);
        Town.Write(db => db.Enterprises.Single(e => e.Id == known.Id).Name = "上海又改名有限公司"); // the town changes meanwhile
        Assert.Equal("Import.Changed", (await import.ImportAsync(specialist, Guid.NewGuid(), preview, cancellation: Cancellation)).Refusal?.Code);
        Assert.Single((await ListAsync(specialist)).Rows.Items);

        Must(await import.ImportAsync(specialist, Guid.NewGuid(), await CheckAsync(specialist, city, rows), cancellation: Cancellation));
        Assert.Equal([NewCode(1), known.CreditCode, renamed.CreditCode], (await ListAsync(specialist)).Rows.Items.Select(r => r.CreditCode).OrderBy(c => Array.IndexOf([NewCode(1), known.CreditCode, renamed.CreditCode], c)));
        await CloseAsync();
        Assert.Equal("Roster.NominationsClosed", (await import.CheckAsync(specialist, await SheetOf.RowsAsync<NominationColumn>(rows, Cancellation), Cancellation)).Refusal?.Code);
    }

    private Task<Outcome<long>> SaveAsync(Caller who, NominationInput input) => Nominations.SaveAsync(who, Guid.NewGuid(), input, Cancellation);

    private async Task<NominationList> ListAsync(Caller who) => Must(await Nominations.ListAsync(who, new NominationFilter(Year), Cancellation));

    private async Task<ImportPreview<NominationColumn>> CheckAsync(Caller by, Organisation organisation, params object?[][] rows) =>
        Must(await Import.Of(Year, new Proposer(organisation.Id)).CheckAsync(by, await SheetOf.RowsAsync<NominationColumn>(rows, Cancellation), Cancellation));

    public sealed class OnSqlite(SqliteDatabase database) : NominationTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : NominationTests(database), IClassFixture<PostgresDatabase>;
}
