using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>Drafting policies and their clauses, up to the review.</summary>
public abstract class DraftTests(TestDatabase database) : PolicyTestsBase(database)
{
    [Theory]
    [InlineData("Title", "Missing")]
    [InlineData("Issuer", "Missing")]
    [InlineData("Level", "NotChosen")]
    [InlineData("Kind", "NotChosen")]
    [InlineData("Place", "NotChosen")]
    [InlineData("Until", "Policy.PeriodUpsideDown")]
    [InlineData("SourceAddress", "Policy.AddressForm")]
    [InlineData("Text", "TooLong")]
    public async Task New_WhenWronglyTyped_IsRefusedAtTheFieldAndNothingIsWritten(string field, string code)
    {
        var input = Input();
        (field switch
        {
            "Title" => () => input.Title = "　",
            "Issuer" => () => input.Issuer = "",
            "Level" => () => input.Level = null,
            "Kind" => () => input.Kind = (PolicyKind)99,
            "Place" => () => input.Place = "999999",
            "Until" => () => (input.From, input.Until) = (new(2026, 3, 2), new(2026, 3, 1)),
            "SourceAddress" => () => input.SourceAddress = "javascript:alert(1)",
            _ => (Action)(() => input.Text = new string('政', 20_001)),
        })();

        var refusal = (await Drafts.NewAsync(Drafter, Guid.NewGuid(), input, Cancellation)).Refusal;

        Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
        await using var db = Town.Look();
        Assert.False(await db.Policies.AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData("ftp://www.jiading.gov.cn/a")]
    [InlineData("www.jiading.gov.cn")]
    [InlineData("https://")]
    [InlineData("https://user:word@www.jiading.gov.cn/")]
    [InlineData("https://www.jiading.gov.cn/a b")]
    public async Task New_WithAnAddressThatIsNoPageOfTheWeb_IsRefused(string address) =>
        Assert.Equal("Policy.AddressForm", (await Drafts.NewAsync(Drafter, Guid.NewGuid(), Input(fill: i => i.SourceAddress = address), Cancellation)).Refusal?.Code);

    [Fact]
    public async Task New_ForAnotherUnit_IsRefused() =>
        Assert.Equal("Policy.OrganisationNotYours", (await Drafts.NewAsync(Drafter, Guid.NewGuid(), Input(fill: i => i.OrganisationId = Town.Unit("税务服务所").Id), Cancellation)).Refusal?.Code);

    [Theory]
    [InlineData("嘉经委规〔2024〕8号", "嘉经委规[2024]８号", true)]
    [InlineData("嘉经委规〔2024〕8号", "嘉经委规〔2024〕18号", false)]
    [InlineData("", "", false)]
    public async Task New_WithANumberAnotherHas_IsAskedBackOnce(string first, string second, bool asked)
    {
        await DraftAsync(Drafter, Input("甲", i => i.DocumentNumber = first));
        var input = Input("乙", i => i.DocumentNumber = second);

        var refusal = (await Drafts.NewAsync(Drafter, Guid.NewGuid(), input, Cancellation)).Refusal;

        Assert.Equal(asked ? ("Policy.NumberTwice", "Again") : default, (refusal?.Code, refusal?.Field));
        input.Again = true;
        Must(await Drafts.NewAsync(Drafter, Guid.NewGuid(), input, Cancellation));
    }

    [Fact]
    public async Task Split_TwiceAfterWorkOnAClause_KeepsWhatWasEntered()
    {
        var id = await DraftAsync(Drafter, Input(fill: i => i.Text = "第一条 甲。\n第二条 乙。"));
        Must(await Drafts.SplitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));
        var first = (await DraftOf(id)).Clauses[0];
        await AddAsync(Drafter, id, Clause("吸纳就业补贴", c => (c.ClauseId, c.Number, c.Benefit, c.ExecutingUnitId) = (first.ClauseId, "第一条", "每人2000元", Unit.Id)));
        Must(await Drafts.SaveAsync(Drafter, Guid.NewGuid(), Input(fill: i => (i.Id, i.Version, i.Text) = (id, DraftOf(id).Result.Version, "第一条 甲甲。\n第二条 乙。\n第三条 丙。")), Cancellation));

        Must(await Drafts.SplitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));

        var draft = await DraftOf(id);
        Assert.Equal(["第一条", "第二条", "第三条"], draft.Clauses.Select(c => c.Number));
        Assert.Equal((first.ClauseId, "吸纳就业补贴", "甲甲。", "每人2000元", Unit.Id), (draft.Clauses[0].ClauseId, draft.Clauses[0].Title, draft.Clauses[0].Text, draft.Clauses[0].Benefit, draft.Clauses[0].Unit!.Id));
    }

    [Fact]
    public async Task Split_NumberThatStandsTwice_GivesAClauseForEach()
    {
        var id = await DraftAsync(Drafter, Input(fill: i => i.Text = "第一条 甲。\n第一条 乙。"));
        Must(await Drafts.SplitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));
        Must(await Drafts.SplitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));

        Assert.Equal(["第一条甲。", "第一条乙。"], (await DraftOf(id)).Clauses.Select(c => c.Number + c.Text));
    }

    [Fact]
    public async Task Split_WithoutMarks_IsRefused() =>
        Assert.Equal("Policy.NothingToSplit", (await Drafts.SplitAsync(Drafter, Guid.NewGuid(), await ActAsync(await DraftAsync(Drafter, Input(fill: i => i.Text = "没有条款。"))), Cancellation)).Refusal?.Code);

    [Fact]
    public async Task Clauses_AreMovedAndRemoved()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲"), Clause("乙", c => c.Windows = [new WindowInput()]), Clause("丙"));
        var keys = (await DraftOf(id)).Clauses.ToDictionary(c => c.Title, c => c.ClauseId);

        Must(await Drafts.MoveClauseAsync(Drafter, Guid.NewGuid(), await ActAsync(id), keys["丙"], up: true, Cancellation));
        Must(await Drafts.RemoveClauseAsync(Drafter, Guid.NewGuid(), await ActAsync(id), keys["乙"], Cancellation));

        Assert.Equal(["1甲", "2丙"], (await DraftOf(id)).Clauses.Select(c => $"{c.Order}{c.Title}"));
        Assert.Equal(Refusal.NotFound, (await Drafts.MoveClauseAsync(Drafter, Guid.NewGuid(), await ActAsync(id), keys["甲"], up: true, Cancellation)).Refusal);
    }

    [Theory]
    [InlineData("day", "Policy.WindowWithoutDay")]
    [InlineData("order", "Policy.WindowUpsideDown")]
    [InlineData("enterprise", "Policy.NoEnterprise")]
    [InlineData("unseen", "Policy.EnterpriseUnknown")]
    [InlineData("unit", "Policy.UnitUnknown")]
    public async Task SaveClause_WhenWronglyTyped_IsRefused(string wrong, string code)
    {
        var id = await DraftAsync(Drafter, Input());
        var (city, enterprise) = (Town.EconomicCity(), Town.Enterprise());
        var input = Clause("甲", c => (c.PolicyId, c.Version) = (id, DraftOf(id).Result.Version));
        switch (wrong)
        {
            case "day": input.Windows = [new WindowInput { Kind = WindowKind.Dated }]; break;
            case "order": input.Windows = [new WindowInput { Kind = WindowKind.Dated, From = new(2026, 3, 2), Until = new(2026, 3, 1) }]; break;
            case "enterprise": input.Personalised = true; break;
            case "unseen": (input.Personalised, input.EnterpriseIds) = (true, [enterprise.Id]); break;
            default: input.ExecutingUnitId = city.Id; break;
        }

        Assert.Equal(code, (await Drafts.SaveClauseAsync(Drafter, Guid.NewGuid(), input, Cancellation)).Refusal?.Code);
        Assert.Empty((await DraftOf(id)).Clauses);
    }

    [Fact]
    public async Task Draft_WhenTwoEditTheSame_TheSecondIsToldAndNothingIsLost()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲"));
        var (first, second) = (await DraftOf(id), await DraftOf(id));

        Must(await Drafts.SaveClauseAsync(Drafter, Guid.NewGuid(), Clause("甲改", c => (c.PolicyId, c.Version, c.ClauseId) = (id, first.Version, first.Clauses[0].ClauseId)), Cancellation));
        var refusal = (await Drafts.SaveClauseAsync(Dispatcher, Guid.NewGuid(), Clause("甲另改", c => (c.PolicyId, c.Version, c.ClauseId) = (id, second.Version, second.Clauses[0].ClauseId)), Cancellation)).Refusal;

        Assert.Equal(Refusal.Stale, refusal);
        Assert.Equal("甲改", (await DraftOf(id)).Clauses[0].Title);
    }

    [Fact]
    public async Task Submit_WithoutClausesOrWithAnIncompleteOne_IsRefused()
    {
        var id = await DraftAsync(Drafter, Input(fill: i => i.Text = "第一条 只有内容，没有名称。"));
        Assert.Equal("Policy.NoClause", (await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation)).Refusal?.Code);

        Must(await Drafts.SplitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));

        Assert.Equal("Policy.ClauseIncomplete", (await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation)).Refusal?.Code);
        Assert.Equal(PolicyState.Draft, (await DraftOf(id)).State);
    }

    [Fact]
    public async Task Submit_TellsTheCentreAndKeepsTheDraftAsItIs()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("甲"));

        Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));

        Assert.Equal(["PolicySubmitted"], Told(Dispatcher));
        Assert.Equal(["PolicySubmitted"], Told(Lead));
        Assert.Equal("Policy.UnderReview", (await Drafts.SaveAsync(Drafter, Guid.NewGuid(), Input(fill: i => (i.Id, i.Version) = (id, DraftOf(id).Result.Version)), Cancellation)).Refusal?.Code);
        Assert.Equal((1, 0), (Must(await Reader.AwaitingAsync(Dispatcher, Cancellation)), Must(await Reader.AwaitingAsync(Drafter, Cancellation))));

        Must(await Drafts.TakeBackAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));
        Assert.Equal((PolicyState.Draft, 0), ((await DraftOf(id)).State, Must(await Reader.AwaitingAsync(Dispatcher, Cancellation))));
    }

    [Fact]
    public async Task Discard_OfAFirstDraft_TakesThePolicyWithItsFilesAway()
    {
        var files = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time);
        var file = (await files.StoreAsync(Drafter, "全文.pdf", new MemoryStream(SampleFiles.Pdf()), Cancellation)).Value;
        var id = await DraftAsync(Drafter, Input(fill: i => i.AttachmentIds = [file.Id]), Clause("甲"));
        Assert.Equal(["全文.pdf"], (await DraftOf(id)).Attachments.Select(a => a.FileName));

        Assert.False(Must(await Drafts.DiscardAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation)));

        await using var db = Town.Look();
        Assert.Equal((0, 0, 0), (await db.Policies.CountAsync(Cancellation), await db.PolicyClauses.CountAsync(Cancellation), await db.Attachments.CountAsync(Cancellation)));
    }

    public sealed class OnSqlite(SqliteDatabase database) : DraftTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DraftTests(database), IClassFixture<PostgresDatabase>;
}
