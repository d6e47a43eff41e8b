using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Roster;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Roster;

/// <summary>What tests of the roster of a year share: the acts of those who propose and choose. The town's day is Monday 2 March 2026.</summary>
public abstract class RosterTestsBase(TestDatabase database) : TownTests(database)
{
    protected const int Year = 2026;

    protected RosterYearService Years => new(Town.Runner);

    protected NominationService Nominations => new(Town.Runner);

    protected RosterChoiceReader Choice => new(Town.Runner);

    protected RosterChoiceService Choosing => new(Town.Runner);

    protected RosterPublishing Publishing => new(Town.Runner);

    protected RosterChangeService Changes => new(Town.Runner);

    protected RosterReader Reader => new(Town.Runner);

    protected Caller Centre { get; private set; }

    /// <summary>A firm that the town has no file of.</summary>
    protected static string NewCode(int number) => Town.CreditCode(700_000 + number);

    protected async Task OpenAsync(int year = Year)
    {
        Centre = Centre == default ? Town.Dispatcher() : Centre;
        Must(await Years.OpenAsync(Centre, Guid.NewGuid(), year, Cancellation));
    }

    protected static NominationInput Input(Organisation organisation, string code, string name, EnterpriseTier? tier = EnterpriseTier.Town)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return new NominationInput { Year = Year, OrganisationId = organisation.Id, CreditCode = code, Name = name, Tier = tier, Reason = "高新技术企业" };
    }

    protected async Task NominateAsync(Caller by, Organisation organisation, string code, string name, EnterpriseTier tier = EnterpriseTier.Town) =>
        Must(await Nominations.SaveAsync(by, Guid.NewGuid(), Input(organisation, code, name, tier), Cancellation));

    protected async Task<RosterYearAct> ActAsync() => new(Year, (await ViewAsync()).Version);

    protected async Task<ChoiceView> ViewAsync(ChoiceShow show = ChoiceShow.All) => Must(await Choice.ReadAsync(Centre, new ChoiceFilter(Year, show), Cancellation));

    protected async Task CloseAsync() => Must(await Years.CloseAsync(Centre, Guid.NewGuid(), await ActAsync(), Cancellation));

    protected async Task<Outcome<int>> DecideAsync(bool taken, string reason, params string[] codes)
    {
        var versions = (await ViewAsync()).Rows.Items.ToDictionary(r => r.CreditCode, r => r.Decision?.Version ?? 0);
        return await Choosing.DecideAsync(Centre, Guid.NewGuid(), new DecideInput { Year = Year, Taken = taken, Reason = reason, Firms = [.. codes.Select(c => new ChosenFirm(c, versions.GetValueOrDefault(c)))] }, Cancellation);
    }

    protected async Task RecordDistrictListAsync()
    {
        var files = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time);
        await using var content = new MemoryStream(SampleFiles.Pdf());
        var file = Must(await files.StoreAsync(Centre, "区级名单.pdf", content, Cancellation));
        Must(await Years.RecordDistrictListAsync(
            Centre, Guid.NewGuid(), new DistrictListInput { Year = Year, Version = (await ViewAsync()).Version, ReceivedOn = Town.Clock.Today, Source = "区经委函〔2026〕3号", AttachmentIds = [file.Id] }, Cancellation));
    }

    protected async Task<IReadOnlyList<RosterMembership>> MembershipsAsync(long enterpriseId)
    {
        await using var db = Town.Look();
        return await db.RosterMemberships.Where(m => m.EnterpriseId == enterpriseId).OrderBy(m => m.Id).ToListAsync(Cancellation);
    }

    protected async Task<IReadOnlyList<string>> ToldAsync(Caller who)
    {
        await using var db = Town.Look();
        return await db.Notices.Where(n => n.AccountId == who.AccountId).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync(Cancellation);
    }

    protected static T Must<T>(Outcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Assert.Null(outcome.Refusal?.Sentence);
        return outcome.Value;
    }
}
