using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>Publishing, sending back, withdrawing, and new versions.</summary>
public abstract class ReviewTests(TestDatabase database) : PolicyTestsBase(database)
{
    [Fact]
    public async Task Publish_TellsWhoDraftedItAndTheUnitThatHasToInterpret()
    {
        var carrier = Town.Unit("税务服务所");
        var officer = Town.Officer(carrier);

        var id = await PublishedAsync(Input(), Clause("甲", c => c.ExecutingUnitId = carrier.Id), Clause("乙"));

        Assert.Equal(["PolicyPublished"], Told(Drafter));
        Assert.Equal(["PolicyToInterpret"], Told(officer));
        Assert.Equal((1, true), ((await ReadAsync(Town.Stranger(), id)).Number, (await ReadAsync(Drafter, id)).Rights.NewVersion));
        await using var db = Town.Look();
        Assert.Equal(["EnterPolicy", "SaveClause", "SaveClause", "SubmitPolicy", "PublishPolicy"],
            await db.History.Where(h => h.Subject == nameof(Policy) && h.SubjectId == id).OrderBy(h => h.Sequence).Select(h => h.Act).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Publish_OfWhatTheSamePersonEnteredOrChanged_IsRefused()
    {
        var own = await DraftAsync(Dispatcher, Input("中心起草"), Clause("甲"));
        Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), await ActAsync(own), Cancellation));
        var changed = await DraftAsync(Drafter, Input("中心改过"), Clause("甲"));
        await AddAsync(Dispatcher, changed, Clause("乙"));
        Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(changed), Cancellation));

        foreach (var id in new[] { own, changed })
        {
            var draft = await DraftOf(id);
            Assert.Equal("Policy.OwnDraft", (await Review.PublishAsync(Dispatcher, Guid.NewGuid(), new PublishInput { PolicyId = id, Version = draft.Version }, Cancellation)).Refusal?.Code);
            Assert.Equal("Policy.OwnDraft", (await Review.SendBackAsync(Dispatcher, Guid.NewGuid(), new SendBackInput { PolicyId = id, Version = draft.Version, Reason = "请改" }, Cancellation)).Refusal?.Code);
            Must(await Review.PublishAsync(Lead, Guid.NewGuid(), new PublishInput { PolicyId = id, Version = draft.Version }, Cancellation));
        }
    }

    [Fact]
    public async Task Review_IsForSomebodyOfTheCentre_WhoNeitherEnteredItNorChangedItLast()
    {
        var (carrier, third) = (Town.Unit("税务服务所"), Town.Dispatcher());
        var id = await DraftAsync(Dispatcher, Input("中心起草"), Clause("甲", c => c.ExecutingUnitId = carrier.Id));
        await AddAsync(Lead, id, Clause("乙"));
        Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), await ActAsync(id), Cancellation));

        Assert.Equal(new DraftRights(Change: false, TakeBack: true, Review: false, IsOwn: true), await RightsAsync(Dispatcher)); // entered it
        Assert.Equal(new DraftRights(Change: false, TakeBack: true, Review: false, IsOwn: true), await RightsAsync(Lead)); // changed it
        Assert.Equal(new DraftRights(Change: false, TakeBack: false, Review: true, IsOwn: false), await RightsAsync(third));
        Assert.Equal(new DraftRights(Change: false, TakeBack: false, Review: false, IsOwn: false), await RightsAsync(Town.Officer(carrier))); // reads it alone
        foreach (var who in new[] { Dispatcher, Lead })
        {
            Assert.Equal("Policy.OwnDraft", (await PublishAsync(who)).Refusal?.Code);
        }

        Assert.Equal(Refusal.NotAllowed, (await PublishAsync(Town.Officer(carrier))).Refusal);
        Must(await PublishAsync(third));

        async Task<DraftRights> RightsAsync(Caller who) => Must(await Reader.ReadAsync(who, id, Cancellation)).Rights;

        async Task<Outcome<Nothing>> PublishAsync(Caller who) =>
            await Review.PublishAsync(who, Guid.NewGuid(), new PublishInput { PolicyId = id, Version = (await DraftOf(id)).Version }, Cancellation);
    }

    [Fact]
    public async Task SendBack_SaysWhyAndIsHandedInAgain()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲"));
        Assert.Equal("Policy.NotSubmitted", (await Review.SendBackAsync(Dispatcher, Guid.NewGuid(), new SendBackInput { PolicyId = id, Version = (await DraftOf(id)).Version, Reason = "请改" }, Cancellation)).Refusal?.Code);
        Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));
        Assert.Equal("Missing", (await Review.SendBackAsync(Dispatcher, Guid.NewGuid(), new SendBackInput { PolicyId = id, Version = (await DraftOf(id)).Version }, Cancellation)).Refusal?.Code);

        Must(await Review.SendBackAsync(Dispatcher, Guid.NewGuid(), new SendBackInput { PolicyId = id, Version = (await DraftOf(id)).Version, Reason = "文号有误" }, Cancellation));

        var draft = Must(await Reader.ReadAsync(Drafter, id, Cancellation));
        Assert.Equal((PolicyState.Draft, "文号有误", true, 1), (draft.State, draft.SentBack?.Reason, draft.Rights.Change, Must(await Reader.AwaitingAsync(Drafter, Cancellation))));
        Assert.Equal(["PolicySentBack"], Told(Drafter));
        Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));
        Assert.Null((await DraftOf(id)).SentBack);
    }

    [Fact]
    public async Task Published_IsNeverChanged()
    {
        var id = await PublishedAsync(Input(), Clause("甲", c => c.Benefit = "2000元"));
        var act = new DraftAct(id, 0);

        Outcome<Nothing>[] tried =
        [
            await Drafts.SaveAsync(Drafter, Guid.NewGuid(), Input("改", i => i.Id = id), Cancellation),
            await Drafts.SaveClauseAsync(Drafter, Guid.NewGuid(), Clause("改", c => c.PolicyId = id), Cancellation),
            await Drafts.SplitAsync(Drafter, Guid.NewGuid(), act, Cancellation),
            await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), act, Cancellation),
            await Review.PublishAsync(Lead, Guid.NewGuid(), new PublishInput { PolicyId = id }, Cancellation),
        ];

        Assert.All(tried, t => Assert.Equal(Refusal.Stale, t.Refusal));
        Assert.Equal(("甲", "2000元"), (await ReadAsync(Drafter, id)).Clauses.Select(c => (c.Title, c.Benefit)).Single());
    }

    [Fact]
    public async Task NewVersion_IsComparedClauseByClauseAndSaysWhatChanged()
    {
        var id = await PublishedAsync(Input(), Clause("甲", c => c.Benefit = "2000元"), Clause("乙"), Clause("丙", c => c.Windows = [new WindowInput { Kind = WindowKind.Dated, Until = new(2026, 10, 15) }]));
        Town.Write(db => db.PolicyClauses.Where(c => c.Title == "丙").ExecuteUpdate(c => c.SetProperty(x => x.Condition, "{\"all\":[]}")));
        var keys = (await ReadAsync(Drafter, id)).Clauses.ToDictionary(c => c.Title, c => c.ClauseId);
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation));
        Assert.Equal(Refusal.Stale, (await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation)).Refusal);
        await AddAsync(Drafter, id, Clause("甲", c => (c.ClauseId, c.Benefit) = (keys["甲"], "3000元")));
        await AddAsync(Drafter, id, Clause("丁"));
        Must(await Drafts.RemoveClauseAsync(Drafter, Guid.NewGuid(), await ActAsync(id), keys["乙"], Cancellation));

        var against = (await DraftOf(id)).Against!;

        Assert.Equal(["Changed 甲 Benefit", "Added 丁 ", "Removed 乙 "], against.Clauses.Select(c => $"{c.Change} {(c.After ?? c.Before)!.Title} {string.Join(',', c.Fields)}"));
        Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));
        var input = new PublishInput { PolicyId = id, Version = (await DraftOf(id)).Version, TellAgain = true };
        Assert.Equal(("Missing", "ChangeNote"), (await Review.PublishAsync(Dispatcher, Guid.NewGuid(), input, Cancellation)).Refusal is { } missing ? (missing.Code, missing.Field) : default);
        input.ChangeNote = "补贴提高到3000元";
        Must(await Review.PublishAsync(Dispatcher, Guid.NewGuid(), input, Cancellation));

        var now = await ReadAsync(Drafter, id);
        Assert.Equal((2, "补贴提高到3000元", 2), (now.Number, now.Versions[0].ChangeNote, now.Versions.Count));
        Assert.Equal(["甲3000元", "丙", "丁"], now.Clauses.Select(c => c.Title + c.Benefit));
        Assert.Equal((keys["甲"], keys["丙"]), (now.Clauses[0].ClauseId, now.Clauses[1].ClauseId));
        Assert.Equal(["甲2000元", "乙", "丙"], (await ReadAsync(Drafter, id, 1)).Clauses.Select(c => c.Title + c.Benefit));
        await using var db = Town.Look();
        Assert.Equal(["{\"all\":[]}", "{\"all\":[]}"], await db.PolicyClauses.Where(c => c.ClauseId == keys["丙"]).Select(c => c.Condition).ToListAsync(Cancellation));
        Assert.True(await db.PolicyVersions.AnyAsync(v => v.PolicyId == id && v.TellAgain && v.State == PolicyState.Published, Cancellation));
    }

    [Fact]
    public async Task NewVersion_WhoseConditionAloneWasChanged_IsSaidToDiffer()
    {
        var id = await PublishedAsync(Input(), Clause("甲"));
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation));
        Town.Write(db => db.PolicyClauses.Where(c => c.PolicyVersion.Number == 2).ExecuteUpdate(c => c.SetProperty(x => x.Condition, "{\"is\":\"figure\"}")));

        Assert.Equal(["Condition"], Assert.Single((await DraftOf(id)).Against!.Clauses).Fields);
    }

    [Fact]
    public async Task Files_AreForReadersOnceTheyArePublished()
    {
        var files = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time);
        var reader = Town.EnterpriseUser(Town.Enterprise());
        var first = (await files.StoreAsync(Drafter, "一.pdf", new MemoryStream(SampleFiles.Pdf()), Cancellation)).Value;
        var id = await PublishedAsync(Input(fill: i => i.AttachmentIds = [first.Id]), Clause("甲"));
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, (await ReadAsync(Drafter, id)).Version), Cancellation));
        var second = (await files.StoreAsync(Drafter, "二.pdf", new MemoryStream(SampleFiles.Pdf()), Cancellation)).Value;
        Must(await Drafts.SaveAsync(Drafter, Guid.NewGuid(), Input(fill: i => (i.Id, i.Version, i.AttachmentIds) = (id, DraftOf(id).Result.Version, [second.Id])), Cancellation));

        Assert.Equal(["一.pdf"], (await ReadAsync(reader, id)).Attachments.Select(a => a.FileName));
        Assert.Equal((true, false), ((await files.OpenAsync(reader, first.Id, Cancellation)).Done, (await files.OpenAsync(reader, second.Id, Cancellation)).Done));
        Assert.Equal(Refusal.NotFound, (await Drafts.RemoveFileAsync(Drafter, Guid.NewGuid(), await ActAsync(id), first.Id, Cancellation)).Refusal);
        await SubmitAndPublishAsync(id, "增加附件");
        Assert.Equal(["一.pdf", "二.pdf"], (await ReadAsync(reader, id)).Attachments.Select(a => a.FileName));
    }

    [Fact]
    public async Task Withdraw_SaysWhyAndTakesItOutOfTheList()
    {
        var id = await PublishedAsync(Input(), Clause("甲"));
        var version = (await ReadAsync(Dispatcher, id)).Version;
        Assert.Equal(Refusal.NotAllowed, (await Review.WithdrawAsync(Drafter, Guid.NewGuid(), new WithdrawInput { PolicyId = id, Version = version, Reason = "文件废止" }, Cancellation)).Refusal);

        Must(await Review.WithdrawAsync(Dispatcher, Guid.NewGuid(), new WithdrawInput { PolicyId = id, Version = version, Reason = "文件废止" }, Cancellation));

        var reader = Town.EnterpriseUser(Town.Enterprise());
        Assert.Equal("文件废止", (await ReadAsync(reader, id)).Withdrawn?.Reason);
        Assert.Empty(await ListAsync(reader));
        Assert.Single(await ListAsync(reader, new PolicyFilter(Standing: PolicyStanding.Withdrawn)));
        Assert.Equal(["PolicyPublished", "PolicyWithdrawn"], Told(Drafter));
        version = (await ReadAsync(Dispatcher, id)).Version;
        Assert.Equal("Policy.IsWithdrawn", (await Review.WithdrawAsync(Dispatcher, Guid.NewGuid(), new WithdrawInput { PolicyId = id, Version = version, Reason = "再次" }, Cancellation)).Refusal?.Code);
        Assert.Equal("Policy.IsWithdrawn", (await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(id, version), Cancellation)).Refusal?.Code);
    }

    public sealed class OnSqlite(SqliteDatabase database) : ReviewTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ReviewTests(database), IClassFixture<PostgresDatabase>;
}
