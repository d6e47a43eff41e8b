using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>
/// Who sees what, and may do what. p: reads what is published · s: its personalised clause as well · d: reads the draft · w: writes at it · r: reviews it ·
/// n: enters policies · i: interprets the clause of the carrying unit · x: withdraws.
/// </summary>
public abstract class PolicyAccessTests(TestDatabase database) : PolicyTestsBase(database)
{
    [Fact]
    public async Task Policies_AreSeenAndWorkedOnByWhomTheTableSays()
    {
        var (carrier, city, otherCity) = (Town.CooperatingDepartment("规土所"), Town.EconomicCity(), Town.EconomicCity());
        var enterprise = Town.Enterprise(city);
        var published = await DraftAsync(Dispatcher, Input("中心的政策"), Clause("普惠", c => c.ExecutingUnitId = carrier.Id), Clause("个性", c => (c.Personalised, c.EnterpriseIds) = (true, [enterprise.Id])));
        Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), await ActAsync(published), Cancellation));
        Must(await Review.PublishAsync(Lead, Guid.NewGuid(), new PublishInput { PolicyId = published, Version = (await DraftOf(published)).Version }, Cancellation));
        var draft = await DraftAsync(Drafter, Input("单位的草稿"), Clause("草稿条款", c => c.ExecutingUnitId = carrier.Id));
        Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(draft), Cancellation));

        (string Who, Caller Caller, string Expected)[] table =
        [
            ("the named enterprise", Town.EnterpriseUser(enterprise), "ps------"),
            ("another enterprise", Town.EnterpriseUser(Town.Enterprise()), "p-------"),
            ("its butler", Town.Butler(enterprise), "ps------"),
            ("nobody", Town.Stranger(), "p-------"),
            ("the officer who drafted", Drafter, "p-dw-n--"),
            ("another person of the drafting unit", Town.Head(Unit), "p-dw-n--"),
            ("officer of the carrying unit", Town.Officer(carrier), "p-d--ni-"),
            ("officer of another unit", Town.Officer(Town.Unit("文广中心")), "p----n--"),
            ("specialist of the enterprise's city", Town.Specialist(city), "ps---n--"),
            ("specialist of another city", Town.Specialist(otherCity), "p----n--"),
            ("dispatcher", Dispatcher, "psdwrn-x"),
            ("the Centre's lead", Lead, "psdwrn-x"),
            ("town leader", Town.TownLeader(), "ps------"),
            ("administrator", Town.Administrator(), "ps------"),
            ("auditor", Town.Auditor(), "p-------"),
        ];

        var found = new List<string>();
        foreach (var (who, caller, _) in table)
        {
            found.Add($"{who}: {await FoundAsync(caller, published, draft)}");
        }

        Assert.Equal(table.Select(t => $"{t.Who}: {t.Expected}"), found);
    }

    private async Task<string> FoundAsync(Caller who, long published, long draft)
    {
        var read = await ReadAsync(who, published);
        var view = await Reader.ReadAsync(who, draft, Cancellation);
        var (version, key) = ((await DraftOf(draft)).Version, read.Clauses[0].ClauseId);
        return string.Concat(
            read.Clauses.Any(c => c.Title == "普惠") ? 'p' : '-',
            read.Clauses.Any(c => c.Title == "个性") ? 's' : '-',
            view.Done ? 'd' : Is(view.Refusal, Refusal.NotFound),
            May(await Drafts.SaveAsync(who, Guid.NewGuid(), Input(fill: i => (i.Id, i.Version) = (draft, version)), Cancellation), 'w', "Policy.UnderReview"),
            May(await Review.SendBackAsync(who, Guid.NewGuid(), new SendBackInput { PolicyId = draft, Version = version }, Cancellation), 'r', "Missing"),
            May(await Drafts.NewAsync(who, Guid.NewGuid(), new PolicyInput(), Cancellation), 'n', "Missing"),
            May(await Interpretations.WriteAsync(who, Guid.NewGuid(), new InterpretationInput { ClauseId = key }, Cancellation), 'i', "Missing"),
            May(await Review.WithdrawAsync(who, Guid.NewGuid(), new WithdrawInput { PolicyId = published, Version = read.Version }, Cancellation), 'x', "Missing"));
    }

    /// <summary>Whether they come as far as to what they gave; the others may not, or do not see it.</summary>
    private static char May<T>(Outcome<T> outcome, char may, string code) =>
        outcome.Refusal?.Code == code ? may : outcome.Refusal == Refusal.NotAllowed || outcome.Refusal == Refusal.NotFound ? '-' : '?';

    private static char Is(Refusal? refusal, Refusal expected) => refusal == expected ? '-' : '?';

    [Fact]
    public async Task Merger_PassesDraftsAndClausesOn()
    {
        var (from, into) = (Town.Unit("财政所"), Town.Unit("税务服务所"));
        var id = await DraftAsync(Town.Officer(from), Input("财政所的政策"), Clause("甲", c => c.ExecutingUnitId = from.Id));
        var admin = Town.Administrator();

        var merged = Must(await new OrganisationMerge(Town.Runner).MergeAsync(admin, Guid.NewGuid(), new MergeInput { Id = from.Id, Version = from.Version, IntoId = into.Id, Name = from.Name }, Cancellation));

        Assert.Equal(1, merged.Passed[nameof(Policy)]);
        var draft = Must(await Reader.ReadAsync(Town.Officer(into), id, Cancellation));
        Assert.Equal((into.Id, into.Id), (draft.Organisation.Id, draft.Clauses[0].Unit!.Id));
        Assert.Equal("Organisation.HasDuties", (await new OrganisationService(Town.Runner).DisableAsync(admin, Guid.NewGuid(), into.Id, Current(into.Id))).Refusal?.Code);
    }

    private int Current(long organisationId)
    {
        using var db = Town.Look();
        return db.Organisations.Single(o => o.Id == organisationId).Version;
    }

    public sealed class OnSqlite(SqliteDatabase database) : PolicyAccessTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PolicyAccessTests(database), IClassFixture<PostgresDatabase>;
}
