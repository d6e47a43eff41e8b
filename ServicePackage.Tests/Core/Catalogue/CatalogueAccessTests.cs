using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Catalogue;

/// <summary>
/// Who sees what, and may do what. p: reads what is published · d: reads the draft · w: writes at it · r: reviews it · n: enters services · c: notes a check ·
/// x: withdraws · k: reads the pick · a: answers it · g: withdraws it · m: recommends.
/// </summary>
public abstract class CatalogueAccessTests(TestDatabase database) : CatalogueTestsBase(database)
{
    [Fact]
    public async Task ServicesAndPicks_AreSeenAndWorkedOnByWhomTheTableSays()
    {
        var published = await PublishedAsync();
        var draft = await DraftAsync("供需对接");
        Must(await Drafts.SubmitAsync(ProvidersPerson, Guid.NewGuid(), await SeenAsync(draft), Cancellation));
        var pick = Must(await AskAsync(published));

        (string Who, Caller Caller, string Expected)[] table =
        [
            ("the enterprise", Own, "p-----" + "-k-g-"),
            ("another enterprise", Town.EnterpriseUser(Town.Enterprise()), "p-----" + "-----"),
            ("its butler", Town.Butler(Enterprise), "p-----" + "-k--m"),
            ("nobody", Town.Stranger(), "p-----" + "-----"),
            ("the provider's person who drafted", ProvidersPerson, "pdw-nc" + "-ka--"),
            ("another person of the provider", Town.Officer(Provider), "pdw-nc" + "-ka--"),
            ("another provider's person", Town.Liaison(Town.Provider()), "p---n-" + "-----"),
            ("officer of a unit", Town.Officer(Town.Unit("文广中心")), "p---n-" + "-----"),
            ("specialist of the enterprise's city", Town.Specialist(City), "p---n-" + "-k--m"),
            ("specialist of another city", Town.Specialist(Town.EconomicCity()), "p---n-" + "-----"),
            ("dispatcher", Dispatcher, "pdwrnc" + "xk--m"),
            ("the Centre's lead", Lead, "pdwrnc" + "xk--m"),
            ("town leader", Town.TownLeader(), "p-----" + "-----"),
            ("administrator", Town.Administrator(), "p-----" + "-----"),
            ("auditor", Town.Auditor(), "p-----" + "-----"),
        ];

        var found = new List<string>();
        foreach (var (who, caller, _) in table)
        {
            found.Add($"{who}: {await FoundAsync(caller, published, draft, pick)}");
        }

        Assert.Equal(table.Select(t => $"{t.Who}: {t.Expected}"), found);
    }

    private async Task<string> FoundAsync(Caller who, long published, long draft, long pick)
    {
        var (read, view) = (await Catalogue.GetAsync(who, published, null, Cancellation), await Reader.ReadAsync(who, draft, Cancellation));
        return string.Concat(
            read is { Done: true, Value.Number: 1 } ? 'p' : '-',
            view.Done ? 'd' : '-',
            May(await Drafts.SaveAsync(who, Guid.NewGuid(), Input(fill: i => (i.Id, i.Version) = (draft, -1)), Cancellation), 'w', "Stale"),
            May(await Review.SendBackAsync(who, Guid.NewGuid(), new ServiceReasonInput { ServiceId = draft, Version = -1 }, Cancellation), 'r', "Stale"),
            May(await Drafts.NewAsync(who, Guid.NewGuid(), new ServiceInput(), Cancellation), 'n', "Service.NoProvider"),
            May(await Review.CheckAsync(who, Guid.NewGuid(), new ServiceAct(published, -1), Cancellation), 'c', "Stale"),
            May(await Review.WithdrawAsync(who, Guid.NewGuid(), new ServiceReasonInput { ServiceId = published, Version = -1 }, Cancellation), 'x', "Stale"),
            (await Picks.GetAsync(who, pick, Cancellation)).Done ? 'k' : '-',
            May(await Picking.StepAsync(who, Guid.NewGuid(), new PickStepInput { Id = pick, Version = -1, Step = PickStep.Accept }, Cancellation), 'a', "Stale"),
            May(await Picking.StepAsync(who, Guid.NewGuid(), new PickStepInput { Id = pick, Version = -1, Step = PickStep.Withdraw }, Cancellation), 'g', "Stale"),
            May(await Recommendations.RecommendAsync(who, Guid.NewGuid(), new RecommendInput { EnterpriseId = Enterprise.Id, ServiceId = published }, Cancellation), 'm', "Missing"));
    }

    /// <summary>Whether they come as far as to what they gave; the others may not, or do not see it.</summary>
    private static char May<T>(Outcome<T> outcome, char may, string code) =>
        outcome.Refusal?.Code == code ? may : outcome.Refusal == Refusal.NotAllowed || outcome.Refusal == Refusal.NotFound ? '-' : '?';

    [Fact]
    public async Task Provider_SeesOfTheEnterpriseNameContactAndWishAlone()
    {
        var pick = Must(await AskAsync(await PublishedAsync()));

        var row = Must(await Picks.GetAsync(ProvidersPerson, pick, Cancellation));

        Assert.Equal((Enterprise.Name, "陈晓明", "13800000000", "请审阅采购合同。", 0), (row.Enterprise, row.Contact, row.Phone, row.Wish, row.EnterpriseId));
        Assert.Equal(Refusal.NotFound, (await new ServicePackage.Core.Enterprises.EnterpriseService(Town.Runner).GetAsync(ProvidersPerson, Enterprise.Id)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Suggestions.OfEnterpriseAsync(ProvidersPerson, Enterprise.Id, Cancellation)).Refusal);
    }

    public sealed class OnSqlite(SqliteDatabase database) : CatalogueAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CatalogueAccessTests(database), IClassFixture<PostgresDatabase>;
}
