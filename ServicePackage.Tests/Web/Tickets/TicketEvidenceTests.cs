using Bunit;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Tickets;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Web.Tickets;

/// <summary>Who decides has what is decided on above the buttons.</summary>
public sealed class TicketEvidenceTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Result_StandsAboveTheButtonsOfWhoConfirmsRatesOrReopens_WithItsFilesAndItsPromise()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.Complete, new MoveInput { Text = "管道已疏通。", SecondDay = Day("2026-04-30"), AttachmentIds = [await FileAsync(Officer, "竣工照片.pdf")] });

        var shown = await ShownAsync(Applicant, number);
        Assert.Contains("管道已疏通。", shown, StringComparison.Ordinal);
        Assert.Contains("2026年4月30日", shown, StringComparison.Ordinal);
        Assert.Contains("竣工照片.pdf", shown, StringComparison.Ordinal);
        Assert.Contains("管道已疏通。", await ShownAsync(Specialist, number), StringComparison.Ordinal); // may note the spoken answer
        Assert.Equal("", await ShownAsync(Officer, number)); // decides nothing here

        await DoneAsync(Applicant, number, Move.ConfirmDone);
        Assert.Contains("管道已疏通。", await ShownAsync(Applicant, number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_StandsAboveTheButtonsOfWhoDecidesOnIt()
    {
        var returned = await DispatchedAsync();
        await DoneAsync(Officer, returned, Move.ApplyForReturn, Saying("不属本单位职责。"));
        var asked = await AcceptedAsync();
        await DoneAsync(Officer, asked, Move.AskSupplement, Saying("请提供图纸。"));
        var refused = await AcceptedAsync();
        await DoneAsync(Officer, refused, Move.ReportCannotBeMet, new MoveInput { Text = "用地性质不符。", Basis = "土地管理法第四条" });

        Assert.Contains("不属本单位职责。", await ShownAsync(Dispatcher, returned), StringComparison.Ordinal);
        Assert.Contains("请提供图纸。", await ShownAsync(Applicant, asked), StringComparison.Ordinal);
        var basis = await ShownAsync(Dispatcher, refused);
        Assert.Contains("用地性质不符。", basis, StringComparison.Ordinal);
        Assert.Contains("土地管理法第四条", basis, StringComparison.Ordinal);
        Assert.Equal("", await ShownAsync(Applicant, refused)); // not theirs to decide, and internal
    }

    [Fact]
    public async Task Reason_StandsAboveTheFormThatIsOpen_WhateverElseWaits()
    {
        var number = await BadlyRatedAsync();
        await DoneAsync(Dispatcher, number, Move.Urge, new MoveInput { Text = "请尽快回复。", Day = Town.Clock.Today.AddDays(2) });

        Assert.Contains("请尽快回复。", await ShownAsync(Officer, number), StringComparison.Ordinal); // the newest
        Assert.Contains("办理时间太长。", await ShownAsync(Officer, number, Move.NoteContact), StringComparison.Ordinal);
        Assert.Contains("请尽快回复。", await ShownAsync(Officer, number, Move.AnswerUrge), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Move.Remind)]
    [InlineData(Move.Urge)]
    public async Task Progress_ReportedLast_StandsAboveTheFormOfWhoUrges_AndNothingWhereNoneWas(Move move)
    {
        var silent = await AcceptedAsync();
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ReportProgress, Saying("已约排水公司。"));
        await DoneAsync(Officer, number, Move.ReportProgress, Saying("已完成踏勘。"));

        foreach (var who in new[] { Town.TownLeader(), Dispatcher })
        {
            var shown = await ShownAsync(who, number, move);
            Assert.Contains("已完成踏勘。", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("已约排水公司。", shown, StringComparison.Ordinal);
            Assert.Equal("", await ShownAsync(who, silent, move));
        }
    }

    [Fact]
    public async Task Progress_ReportedLast_DoesNotHideWhatIsToBeDecided()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "属咨询事项。" });
        await DoneAsync(Officer, number, Move.ReportProgress, Saying("已完成踏勘。"));

        Assert.Contains("属咨询事项。", await ShownAsync(Dispatcher, number), StringComparison.Ordinal);
        Assert.Contains("已完成踏勘。", await ShownAsync(Town.TownLeader(), number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsMissing_StandsAboveTheButtonsOfTheUnitThatGoesOn()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("雨后仍有积水。"));

        Assert.Contains("雨后仍有积水。", await ShownAsync(Officer, number), StringComparison.Ordinal);
    }

    /// <summary>Where the page is narrow, what was asked and what came of it stand above the buttons as well.</summary>
    [Fact]
    public async Task Request_StandsAboveTheButtonsOfWhoeverCanAct()
    {
        var number = await RaisedAsync();
        Assert.Contains("请求协调排水改造。", await AskedAsync(Dispatcher), StringComparison.Ordinal);
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, number, Move.Accept);
        for (var i = 0; i < 2; i++)
        {
            await DoneAsync(Officer, number, Move.Complete, Saying("管道已疏通。"));
            await DoneAsync(Applicant, number, Move.ConfirmNotDone, Saying("雨后仍有积水。"));
        }

        var course = await AskedAsync(Dispatcher);
        Assert.Contains("请求协调排水改造。", course, StringComparison.Ordinal);
        Assert.Contains("管道已疏通。", course, StringComparison.Ordinal); // the result that was not accepted
        Assert.Contains("雨后仍有积水。", await ShownAsync(Dispatcher, number), StringComparison.Ordinal);

        async Task<string> AskedAsync(Caller who) => (await EvidenceAsync(who, number)).Find(".evidence-asked").TextContent;
    }

    private async Task<Guid> FileAsync(Caller who, string name)
    {
        using var content = new MemoryStream(SampleFiles.Pdf());
        return (await new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time).StoreAsync(who, name, content, Cancellation)).Value.Id;
    }

    /// <summary>What stands above the buttons; nothing where there is nothing to decide.</summary>
    private async Task<string> ShownAsync(Caller who, string number, Move? asked = null)
    {
        var evidence = await EvidenceAsync(who, number, asked);
        return evidence.FindAll(".evidence") is [var only] ? only.TextContent : "";
    }

    private async Task<IRenderedComponent<TicketEvidence>> EvidenceAsync(Caller who, string number, Move? asked = null)
    {
        var ticket = (await Pages.GetAsync(who, number, Cancellation)).Value;
        return await DrawAsync<TicketEvidence>(who, (part, _) => part.Add(p => p.Ticket, ticket).Add(p => p.Asked, asked));
    }
}
