using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Raising a demand: by whom, for whom, with what, and once.</summary>
public abstract class RaiseTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Raise_OnBehalf_NamesWhoRaisedItAsFirstAskedWithTheChannel()
    {
        foreach (var who in new[] { Town.Butler(Enterprise), Specialist, Dispatcher })
        {
            var input = await InputAsync();
            Assert.Equal("ChannelMissing", (await RaiseAsync(who, input)).Refusal?.Code);
            input.Channel = Channel.Telephone;
            var number = (await RaiseAsync(who, input)).Value.Number;

            var stored = await StoredAsync(number);
            Assert.Equal((Channel.Telephone, who.AccountId, who.AccountId), (stored.Channel, stored.RaisedById, stored.FirstAskedId));
        }
    }

    [Fact]
    public async Task Raise_ByTheEnterprise_HasTheSpecialistOfItsCityFirstAsked()
    {
        var number = await RaisedAsync();

        var stored = await StoredAsync(number);
        Assert.Equal((Channel.Online, Specialist.AccountId), (stored.Channel, stored.FirstAskedId));
    }

    [Fact]
    public async Task Raise_InTheDistrictTier_HasTheCentreFirstAsked()
    {
        var applicant = Town.EnterpriseUser(Town.Enterprise(City, EnterpriseTier.District));
        var number = (await RaiseAsync(applicant, await InputAsync())).Value.Number;

        await using var db = Town.Look();
        var firstAsked = (await StoredAsync(number)).FirstAskedId;
        Assert.True(await db.Posts.AnyAsync(p => p.AccountId == firstAsked && p.Kind == PostKind.Dispatcher, Cancellation));
    }

    [Fact]
    public async Task Raise_ByAnOfficerOfTheEconomicCity_HasTheOfficerFirstAsked()
    {
        var officer = Town.Officer(City);
        var input = await InputAsync();
        (input.EnterpriseId, input.Channel) = (Enterprise.Id, Channel.Telephone);

        Assert.Equal(officer.AccountId, (await StoredAsync((await RaiseAsync(officer, input)).Value.Number)).FirstAskedId);
    }

    [Fact]
    public async Task Raise_ByWhoDoesNotServeTheEnterprise_IsRefused()
    {
        var input = await InputAsync();
        input.Channel = Channel.Visit;
        Assert.Equal("NotFound", (await RaiseAsync(Town.Specialist(Town.EconomicCity("马陆经济城")), input)).Refusal?.Code);
        Assert.Equal("NotServing", (await RaiseAsync(Town.TownLeader(), input)).Refusal?.Code);
        await DispatchedAsync();

        Assert.Equal("NotServing", (await RaiseAsync(Officer, input)).Refusal?.Code); // handles one, serves none
    }

    [Fact]
    public async Task Raise_ForAnotherEnterprise_IsOnesOwnAllTheSame()
    {
        var input = await InputAsync();
        input.EnterpriseId = Town.Enterprise(City).Id;
        var number = (await RaiseAsync(Applicant, input)).Value.Number;

        Assert.Equal(Enterprise.Id, (await StoredAsync(number)).EnterpriseId);
    }

    [Fact]
    public async Task Raise_OffTheRoster_IsRefusedForEverybodyFromThatDay()
    {
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Day("2026-03-03"));
        Assert.True((await RaiseAsync(Applicant, await InputAsync())).Done);
        Town.GoTo(Day("2026-03-03"), new TimeOnly(8, 0));
        var onBehalf = await InputAsync();
        onBehalf.Channel = Channel.Visit;

        Assert.Equal("NotOnRoster", (await RaiseAsync(Applicant, await InputAsync())).Refusal?.Code);
        Assert.Equal("NotOnRoster", (await RaiseAsync(Dispatcher, onBehalf)).Refusal?.Code);
    }

    [Fact]
    public async Task Raise_LinkedToAnEarlierDemand_KeepsTheLinkToOnesOwnAlone()
    {
        var first = await RaisedAsync();
        var input = await InputAsync();
        input.LinkedNumber = $" {first} ";
        var number = (await RaiseAsync(Applicant, input)).Value.Number;
        Assert.Equal((await StoredAsync(first)).Id, (await StoredAsync(number)).LinkedTicketId);

        var stranger = Town.EnterpriseUser(Town.Enterprise(City));
        Assert.Equal("OtherNumberUnknown", (await RaiseAsync(stranger, input)).Refusal?.Code);
    }

    [Fact]
    public async Task Raise_OnBehalf_LinkedToAnotherEnterprisesDemand_IsRefusedThoughItIsSeen()
    {
        var others = await RaisedAsync();
        var input = await InputAsync();
        (input.EnterpriseId, input.Channel, input.LinkedNumber) = (Town.Enterprise(City).Id, Channel.Telephone, others);

        var refusal = (await RaiseAsync(Dispatcher, input)).Refusal;

        Assert.Equal(("OtherNumberUnknown", nameof(RaiseInput.LinkedNumber)), (refusal?.Code, refusal?.Field));
        input.EnterpriseId = Enterprise.Id;
        Assert.True((await RaiseAsync(Dispatcher, input)).Done);
    }

    [Fact]
    public async Task Raise_WhereTheCityHasNoSpecialist_HasItsGeneralManagerFirstAsked_AndWithoutOneTheCentre()
    {
        var city = Town.EconomicCity("马东经济城");
        var applicant = Town.EnterpriseUser(Town.Enterprise(city));
        Town.Officer(city); // handles demands there, and is asked none
        Assert.Equal(Dispatcher.AccountId, await FirstAskedAsync(applicant));

        var manager = Town.GeneralManager(city);
        Assert.Equal(manager.AccountId, await FirstAskedAsync(applicant));

        var specialist = Town.Specialist(city); // later than the manager, and asked before them
        Assert.Equal(specialist.AccountId, await FirstAskedAsync(applicant));

        Disable(specialist);
        Assert.Equal(manager.AccountId, await FirstAskedAsync(applicant));
    }

    [Fact]
    public async Task Raise_WhereTheCentreHasNoDispatcher_HasItsLeadFirstAsked_AndWithNobodyThereIsRefused()
    {
        var applicant = Town.EnterpriseUser(Town.Enterprise(City, EnterpriseTier.District));
        Disable(Dispatcher);
        Assert.Equal(CentreLead.AccountId, await FirstAskedAsync(applicant));

        var later = Town.Dispatcher(); // later than the lead, and asked before them
        Assert.Equal(later.AccountId, await FirstAskedAsync(applicant));

        Disable(later);
        Disable(CentreLead);
        Assert.Equal("NobodyFirstAsked", (await RaiseAsync(applicant, await InputAsync())).Refusal?.Code); // the city's specialist is not asked for the district's
        await using var db = Town.Look();
        Assert.Equal(2, await db.Tickets.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Raise_FiveTimesWithOneCommand_IsOneDemand()
    {
        var command = Guid.NewGuid();
        var inputs = new List<RaiseInput>();
        for (var i = 0; i < 5; i++)
        {
            inputs.Add(await InputAsync());
        }

        var outcomes = await Task.WhenAll(inputs.Select(i => Task.Run(() => Raising.RaiseAsync(Applicant, command, i, Cancellation), Cancellation)));

        Assert.Single(outcomes.Select(o => o.Value.Number).Distinct());
        await using var db = Town.Look();
        Assert.Equal(1, await db.Tickets.CountAsync(t => t.EnterpriseId == Enterprise.Id, Cancellation));
    }

    [Theory]
    [InlineData("", "Missing")]
    [InlineData("  \t ", "Missing")]
    [InlineData("\u200B\u200D\uFEFF", "Missing")]
    [InlineData("积水\0", "Unreadable")]
    [InlineData("积水<half>", "Unreadable")] // half a surrogate pair does not survive in an attribute
    public async Task Raise_WithATextThatSaysNothing_IsRefusedNamingTheField(string text, string code)
    {
        text = text.Replace("<half>", "\uD842", StringComparison.Ordinal);
        foreach (var set in new Action<RaiseInput>[] { i => i.Title = text, i => i.Text = text, i => i.ContactName = text, i => i.ContactPhone = text })
        {
            var input = await InputAsync();
            set(input);
            var outcome = await RaiseAsync(Applicant, input);
            Assert.Equal(code, outcome.Refusal?.Code);
            Assert.NotNull(outcome.Refusal!.Field);
        }

        await using var db = Town.Look();
        Assert.False(await db.Tickets.AnyAsync(t => t.EnterpriseId == Enterprise.Id, Cancellation));
    }

    [Fact]
    public async Task Raise_WithTwentyThousandCharacters_CountsARareCharacterAsOne()
    {
        var input = await InputAsync();
        input.Text = string.Concat(Enumerable.Repeat("𠮷", 20_001));
        var refused = (await RaiseAsync(Applicant, input)).Refusal!;
        Assert.Equal("TooLong", refused.Code);
        Assert.Contains("20001", refused.Sentence.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        input.Text = string.Concat(Enumerable.Repeat("𠮷", 20_000));

        Assert.True((await RaiseAsync(Applicant, input)).Done);
    }

    [Fact]
    public async Task Raise_WithoutTypeOrTopicOrWithOnesThatAreNone_IsRefused()
    {
        await CheckAsync(i => i.Type = null, "NotChosen");
        await CheckAsync(i => i.Type = (TicketType)9, "NotChosen");
        await CheckAsync(i => i.TopicId = null, "NotChosen");
        await CheckAsync(i => i.TopicId = long.MaxValue, "TopicUnknown");
        await CheckAsync(i => i.Title = new string('长', 101), "TooLong");

        async Task CheckAsync(Action<RaiseInput> set, string code)
        {
            var input = await InputAsync();
            set(input);
            Assert.Equal(code, (await RaiseAsync(Applicant, input)).Refusal?.Code);
        }
    }

    private async Task<long> FirstAskedAsync(Caller applicant) => (await StoredAsync((await RaiseAsync(applicant, await InputAsync())).Value.Number)).FirstAskedId;

    private void Disable(Caller who) => Town.Write(db => db.Users.Single(a => a.Id == who.AccountId).DisabledAt = Town.Clock.Now);

    private Task<Outcome<Moved>> RaiseAsync(Caller who, RaiseInput input) => Raising.RaiseAsync(who, Guid.NewGuid(), input, Cancellation);

    private async Task<RaiseInput> InputAsync()
    {
        await using var db = Town.Look();
        return new RaiseInput
        {
            EnterpriseId = Enterprise.Id,
            Type = TicketType.Consultation,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = "人才公寓申请条件",
            Text = "请问如何申请？",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        };
    }

    public sealed class OnSqlite(SqliteDatabase database) : RaiseTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : RaiseTests(database), IClassFixture<PostgresDatabase>;
}
