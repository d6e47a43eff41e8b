using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>What hangs on a version of which a reader sees a part, or nothing: files, interpretations, comparison and name. The town's day is 2 March 2026.</summary>
public abstract class HiddenPartTests : PolicyTestsBase
{
    private readonly Enterprise _named;
    private readonly Caller _own;
    private readonly Caller _other;

    protected HiddenPartTests(TestDatabase database)
        : base(database)
    {
        _named = Town.Enterprise();
        (_own, _other) = (Town.EnterpriseUser(_named), Town.EnterpriseUser(Town.Enterprise()));
    }

    private AttachmentService Files => new(Town.Runner, Town.Contexts, Town.Clock, Town.Time);

    [Fact]
    public async Task Files_OfAVersionWithAHiddenClause_AreKeptBackWithItsText()
    {
        var file = await StoreAsync("方案.pdf");
        var id = await DraftAsync(Drafter, Input(fill: i => i.AttachmentIds = [file]), Clause("普惠"), Clause("个性"));
        await NameInDraftAsync(id, "个性");
        await SubmitAndPublishAsync(id);

        Assert.Equal(("方案.pdf", true), await SeenAsync(_own, id, file));
        foreach (var who in new[] { _other, Town.Stranger(), Town.Officer(Town.Unit("文广中心")) })
        {
            Assert.Equal(("", false), await SeenAsync(who, id, file));
        }
    }

    [Theory]
    [InlineData(false, true, true, false)] // the second names one enterprise
    [InlineData(true, false, false, true)] // the first does
    public async Task Files_OfVersionsOfWhichOneHidesAClause_AreEachOpenWithTheirOwn(bool firstHides, bool secondHides, bool seesFirst, bool seesSecond)
    {
        var file = await StoreAsync("一.pdf");
        var id = await DraftAsync(Drafter, Input(fill: i => i.AttachmentIds = [file]), Clause("甲"));
        await HideAsync(firstHides);
        await SubmitAndPublishAsync(id); // at the instant at which it was uploaded
        var published = Town.Clock.Now;
        await NewVersionAsync(id);
        await HideAsync(secondHides);
        var second = await StoreAsync("二.pdf");
        Must(await Drafts.SaveAsync(Drafter, Guid.NewGuid(), Input(fill: i => (i.Id, i.Version, i.AttachmentIds) = (id, DraftOf(id).Result.Version, [second])), Cancellation));
        await SubmitAndPublishAsync(id, "调整适用范围");
        Town.Time.Advance(TimeSpan.FromHours(1));
        await PublishedAsync(Input("另一政策"), Clause("乙")); // open to everybody, and opens nothing but its own
        var demands = new Attachment { Id = Guid.NewGuid(), SubjectKind = nameof(ServicePackage.Core.Tickets.Ticket), SubjectId = id, UploadedById = Drafter.AccountId, UploadedAt = published, FileName = "三.pdf", ContentType = "application/pdf", Sha256 = new string('0', 64) };
        Town.Write(db => db.Attachments.Add(demands)); // of a demand with the policy's number

        Assert.Equal((seesFirst, seesSecond), (await OpensAsync(_other, file), await OpensAsync(_other, second)));
        Assert.Equal((true, true), (await OpensAsync(_own, file), await OpensAsync(_own, second)));
        Assert.False(await OpensAsync(_other, demands.Id));

        async Task<bool> OpensAsync(Caller who, Guid which) => (await Files.OpenAsync(who, which, Cancellation)).Done;

        async Task HideAsync(bool hides)
        {
            if (hides)
            {
                await NameInDraftAsync(id, "甲");
                return;
            }

            Town.Write(db =>
            {
                var clause = db.PolicyClauses.Include(c => c.Enterprises).Where(c => c.PolicyVersion.PolicyId == id).OrderBy(c => c.PolicyVersion.Number).Last();
                clause.Personalised = false;
                clause.Enterprises.Clear();
            });
        }
    }

    [Fact]
    public async Task Files_OfADraft_AreForThoseWhoReadIt_AndStandInNoEarlierVersion()
    {
        var first = await StoreAsync("一.pdf");
        var id = await PublishedAsync(Input(fill: i => i.AttachmentIds = [first]), Clause("甲"));
        await NewVersionAsync(id);
        var second = await StoreAsync("二.pdf");
        Must(await Drafts.SaveAsync(Drafter, Guid.NewGuid(), Input(fill: i => (i.Id, i.Version, i.AttachmentIds) = (id, DraftOf(id).Result.Version, [second])), Cancellation));
        var stranger = Town.Officer(Town.Unit("文广中心"));

        Assert.False((await Files.OpenAsync(stranger, second, Cancellation)).Done);
        Assert.True((await Files.OpenAsync(Drafter, second, Cancellation)).Done);
        Assert.Equal(["二.pdf"], (await DraftOf(id)).Attachments.Select(a => a.FileName));

        Town.Time.Advance(TimeSpan.FromHours(1));
        await SubmitAndPublishAsync(id, "新增附件");

        Assert.Equal(("一.pdf 二.pdf", true), await SeenAsync(stranger, id, second));
        Assert.Equal(["一.pdf"], (await ReadAsync(stranger, id, 1)).Attachments.Select(a => a.FileName));
    }

    [Fact]
    public async Task Interpretation_OfAClauseThatBecamePersonalised_IsNotReadBesideTheEarlierVersion()
    {
        var id = await PublishedAsync(Input(), Clause("甲", c => c.ExecutingUnitId = Unit.Id), Clause("乙"));
        var key = (await ReadAsync(Drafter, id)).Clauses[0].ClauseId;
        await InterpretAsync(key, 0, "人人可读。");
        await NewVersionAsync(id);
        await NameInDraftAsync(id, "甲");
        await SubmitAndPublishAsync(id, "仅适用于一家企业");
        Town.Time.Advance(TimeSpan.FromHours(1));
        await InterpretAsync(key, 1, "只对一家说。");

        Assert.Equal(["人人可读。"], (await ReadAsync(_other, id, 1)).Clauses[0].Interpretations.Select(i => i.Text));
        Assert.Equal(["只对一家说。", "人人可读。"], (await ReadAsync(_own, id)).Clauses[0].Interpretations.Select(i => i.Text));
    }

    [Fact]
    public async Task Interpretation_OfAPersonalisedClause_StaysWithWhomItNamed_WhenTheClauseIsForAllLater()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲", c => c.ExecutingUnitId = Unit.Id));
        await NameInDraftAsync(id, "甲");
        await SubmitAndPublishAsync(id);
        var key = (await ReadAsync(Drafter, id)).Clauses[0].ClauseId;
        await InterpretAsync(key, 0, "只对一家说。");
        await NewVersionAsync(id);
        Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == key && c.PolicyVersion.Number == 2).Personalised = false);
        await SubmitAndPublishAsync(id, "适用于所有企业");

        Assert.Empty((await ReadAsync(_other, id)).Clauses.Single().Interpretations);
        Assert.Equal(["只对一家说。"], (await ReadAsync(_own, id)).Clauses.Single().Interpretations.Select(i => i.Text));

        Town.Time.Advance(TimeSpan.FromHours(1));
        await InterpretAsync(key, 1, "对大家说。");
        Assert.Equal(["对大家说。"], (await ReadAsync(_other, id)).Clauses.Single().Interpretations.Select(i => i.Text));
    }

    [Fact]
    public async Task Interpretation_IsOfWhatWasPublishedByThen_TheSameInstantAmongIt_WhateverOtherPoliciesPublished()
    {
        var another = await PublishedAsync(Input("另一政策"), Clause("丙"));
        var id = await PublishedAsync(Input(), Clause("甲", c => c.ExecutingUnitId = Unit.Id), Clause("乙"));
        var key = (await ReadAsync(Drafter, id)).Clauses[0].ClauseId;
        await NewVersionAsync(another);
        await SubmitAndPublishAsync(another, "文字调整");
        await InterpretAsync(key, 0, "人人可读。");
        Assert.Equal(["人人可读。"], (await ReadAsync(_other, id)).Clauses[0].Interpretations.Select(i => i.Text));

        await NewVersionAsync(id);
        await NameInDraftAsync(id, "甲");
        await SubmitAndPublishAsync(id, "仅适用于一家企业");
        await InterpretAsync(key, 1, "只对一家说。"); // at the instant of the publication

        Assert.Equal(["人人可读。"], (await ReadAsync(_other, id, 1)).Clauses[0].Interpretations.Select(i => i.Text));
        Assert.Equal(["只对一家说。", "人人可读。"], (await ReadAsync(_own, id)).Clauses[0].Interpretations.Select(i => i.Text));
    }

    [Fact]
    public async Task Version_ThatHoldsNothingForTheReader_LeavesThemTheEarlierOneWhichSaysSo()
    {
        var id = await PublishedAsync(Input("原名"), Clause("甲"));
        await NewVersionAsync(id);
        await NameInDraftAsync(id, "甲");
        Must(await Drafts.SaveAsync(Drafter, Guid.NewGuid(), Input("仅此一家", i => (i.Id, i.Version) = (id, DraftOf(id).Result.Version)), Cancellation));
        await SubmitAndPublishAsync(id, "仅适用于一家企业");

        var (old, now) = (await ReadAsync(_other, id), await ReadAsync(_own, id));
        Assert.Equal((1, false, false), (old.Number, old.IsCurrent, old.SeesCurrent));
        Assert.Equal((2, true, true), (now.Number, now.IsCurrent, now.SeesCurrent));
        Assert.Equal("原名", await NameAsync(_other, id));
        Assert.Equal("仅此一家", await NameAsync(_own, id));
    }

    [Fact]
    public async Task Draft_ReadByAUnitThatDoesNotSeeAllOfWhatIsPublished_IsNotCompared()
    {
        var carrier = Town.Unit("文广中心");
        var id = await DraftAsync(Drafter, Input(), Clause("甲"));
        await NameInDraftAsync(id, "甲");
        await SubmitAndPublishAsync(id);
        await NewVersionAsync(id);
        await AddAsync(Drafter, id, Clause("乙", c => c.ExecutingUnitId = carrier.Id));

        var read = Must(await Reader.ReadAsync(Town.Officer(carrier), id, Cancellation));

        Assert.Null(read.Against);
        Assert.NotNull((await DraftOf(id)).Against);
    }

    /// <summary>The draft's clause is for the named enterprise alone, as somebody at the Centre entered it.</summary>
    private async Task NameInDraftAsync(long id, string title)
    {
        var number = (await DraftOf(id)).Number;
        Town.Write(db =>
        {
            var clause = db.PolicyClauses.Single(c => c.PolicyVersion.PolicyId == id && c.PolicyVersion.Number == number && c.Title == title);
            (clause.Personalised, clause.Enterprises) = (true, [new ClauseEnterprise { EnterpriseId = _named.Id }]);
        });
    }

    private async Task<(string Listed, bool Opened)> SeenAsync(Caller who, long policyId, Guid file) =>
        (string.Join(' ', (await ReadAsync(who, policyId)).Attachments.Select(a => a.FileName)), (await Files.OpenAsync(who, file, Cancellation)).Done);

    private async Task NewVersionAsync(long id)
    {
        Town.Time.Advance(TimeSpan.FromHours(1));
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation));
    }

    private async Task<Guid> StoreAsync(string name) => Must(await Files.StoreAsync(Drafter, name, new MemoryStream(SampleFiles.Pdf()), Cancellation)).Id;

    private async Task InterpretAsync(long key, int seen, string text) =>
        Must(await Interpretations.WriteAsync(Drafter, Guid.NewGuid(), new InterpretationInput { ClauseId = key, Seen = seen, Text = text }, Cancellation));

    private async Task<string> NameAsync(Caller who, long id) => Must(await Town.Runner.ReadAsync<string>(who, async op =>
        (await op.House.Subjects.First(s => s.Kind == nameof(Policy)).VisibleTo(op).FirstAsync(n => n.Id == id, Cancellation)).Title, Cancellation));

    public sealed class OnSqlite(SqliteDatabase database) : HiddenPartTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : HiddenPartTests(database), IClassFixture<PostgresDatabase>;
}
