using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Search;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Catalogue;

/// <summary>From draft to publication, and how services are found. The town's day is 2 March 2026.</summary>
public abstract class CatalogueTests(TestDatabase database) : CatalogueTestsBase(database)
{
    [Fact]
    public async Task Publish_BySomebodyElse_MakesItReadableAndCountsAsChecked()
    {
        var id = await DraftAsync();
        Assert.Empty(await TitlesAsync(new ServiceFilter()));

        await PublishAsync(id);

        var read = await ReadAsync(id);
        Assert.Equal(("法律体检", 1, Today), (read.Facts.Title, read.Number, read.CheckedOn));
        Assert.Equal(["ServicePublished"], Told(ProvidersPerson));
    }

    [Fact]
    public async Task Publish_ByWhoChangedItLast_IsRefused()
    {
        var id = await DraftAsync(by: Dispatcher);
        Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), await SeenAsync(id), Cancellation));

        var outcome = await Review.PublishAsync(Dispatcher, Guid.NewGuid(), new PublishServiceInput { ServiceId = id, Version = (await SeenAsync(id)).Version }, Cancellation);

        Assert.Equal("Service.OwnDraft", outcome.Refusal?.Code);
        Assert.Empty(await TitlesAsync(new ServiceFilter()));
    }

    [Fact]
    public async Task Publish_ByWhoEnteredIt_IsRefused_AlthoughAnotherChangedItLast()
    {
        var id = await DraftAsync(by: Dispatcher);
        var seen = await SeenAsync(id);
        Must(await Drafts.SaveAsync(ProvidersPerson, Guid.NewGuid(), Input("企业法律体检", i => (i.Id, i.Version) = (id, seen.Version)), Cancellation));
        Must(await Drafts.SubmitAsync(ProvidersPerson, Guid.NewGuid(), await SeenAsync(id), Cancellation));

        var outcome = await Review.PublishAsync(Dispatcher, Guid.NewGuid(), new PublishServiceInput { ServiceId = id, Version = (await SeenAsync(id)).Version }, Cancellation);

        Assert.Equal("Service.OwnDraft", outcome.Refusal?.Code);
        Assert.DoesNotContain("ServiceSubmitted", Told(Dispatcher));
        Assert.Contains("ServiceSubmitted", Told(Lead));
    }

    [Fact]
    public async Task Submit_OfADraftWhoseLastDayIsOver_IsRefused()
    {
        var id = await DraftAsync(fill: i => i.GoodUntil = Today);
        Town.GoTo(Today.AddDays(1), new TimeOnly(9, 0));

        Assert.Equal("Service.DraftEnded", (await Drafts.SubmitAsync(ProvidersPerson, Guid.NewGuid(), await SeenAsync(id), Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task SendBack_TellsTheDrafter_WhoMendsAndHandsItInAgain()
    {
        var id = await DraftAsync();
        Must(await Drafts.SubmitAsync(ProvidersPerson, Guid.NewGuid(), await SeenAsync(id), Cancellation));
        Must(await Review.SendBackAsync(Lead, Guid.NewGuid(), new ServiceReasonInput { ServiceId = id, Version = (await SeenAsync(id)).Version, Reason = "请写明次数。" }, Cancellation));

        var view = Must(await Reader.ReadAsync(ProvidersPerson, id, Cancellation));
        Assert.Equal(("请写明次数。", true), (view.SentBackReason, view.Rights.Change));
        Assert.Equal(1, Must(await Reader.ListAsync(ProvidersPerson, new ServiceDraftFilter(OnlyAwaiting: true), Cancellation)).Awaiting);
        Assert.Equal(["ServiceSentBack"], Told(ProvidersPerson));
    }

    [Fact]
    public async Task NewVersion_SupersedesTheOneBefore_AndTheOldStaysReadable()
    {
        var id = await PublishedAsync();
        Must(await Drafts.NewVersionAsync(ProvidersPerson, Guid.NewGuid(), new ServiceAct(id, (await ReadAsync(id)).Version), Cancellation));
        var seen = await SeenAsync(id);
        Must(await Drafts.SaveAsync(ProvidersPerson, Guid.NewGuid(), Input("企业法律体检", i => (i.Id, i.Version) = (id, seen.Version)), Cancellation));
        await PublishAsync(id, "更名");

        Assert.Equal((2, "企业法律体检"), ((await ReadAsync(id)).Number, (await ReadAsync(id)).Facts.Title));
        Assert.Equal("法律体检", Must(await Catalogue.GetAsync(Own, id, 1, Cancellation)).Facts.Title);
        Assert.Equal(["企业法律体检"], await TitlesAsync(new ServiceFilter()));
    }

    [Fact]
    public async Task Discard_OfTheFirstDraft_TakesTheServiceWithIt()
    {
        var id = await DraftAsync();

        Assert.False(Must(await Drafts.DiscardAsync(ProvidersPerson, Guid.NewGuid(), await SeenAsync(id), Cancellation)));

        Assert.Equal(Refusal.NotFound, (await Catalogue.GetAsync(Lead, id, null, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Withdraw_TellsWhosePickIsOpen_AndTakesItFromTheList()
    {
        var id = await PublishedAsync();
        Must(await AskAsync(id));

        Must(await Review.WithdrawAsync(Dispatcher, Guid.NewGuid(), new ServiceReasonInput { ServiceId = id, Version = (await ReadAsync(id)).Version, Reason = "项目结束" }, Cancellation));

        Assert.Equal(["ServiceNoLonger"], Told(Own));
        Assert.Empty(await TitlesAsync(new ServiceFilter()));
        Assert.Equal(["法律体检"], await TitlesAsync(new ServiceFilter(Show: ServiceShow.Withdrawn)));
        Assert.Equal("Service.IsWithdrawn", (await AskAsync(id, Town.EnterpriseUser(Town.Enterprise()))).Refusal?.Code);
    }

    [Fact]
    public async Task Unchecked_ForSixMonths_IsListedForTheCentre_UntilSomebodyChecks()
    {
        var id = await PublishedAsync();
        Town.GoTo(Today.AddMonths(6), new TimeOnly(9, 0));
        Assert.Equal(0, Must(await Catalogue.ListAsync(Lead, new ServiceFilter(), Cancellation)).Unchecked);
        Town.GoTo(Today.AddDays(1), new TimeOnly(9, 0));
        Assert.Equal(1, Must(await Catalogue.ListAsync(Lead, new ServiceFilter(), Cancellation)).Unchecked);
        Assert.Null(Must(await Catalogue.ListAsync(Own, new ServiceFilter(), Cancellation)).Unchecked);

        Must(await Review.CheckAsync(ProvidersPerson, Guid.NewGuid(), new ServiceAct(id, (await ReadAsync(id)).Version), Cancellation));

        Assert.Equal(0, Must(await Catalogue.ListAsync(Lead, new ServiceFilter(), Cancellation)).Unchecked);
        Assert.Equal("Service.CheckedToday", (await Review.CheckAsync(ProvidersPerson, Guid.NewGuid(), new ServiceAct(id, (await ReadAsync(id)).Version), Cancellation)).Refusal?.Code);
    }

    [Theory]
    [InlineData("法律")]
    [InlineData("fltj")]
    [InlineData("LTJ")]
    [InlineData("tj 律师")]
    [InlineData("商会")]
    [InlineData("shfwz")]
    public async Task Search_FindsByWords_ByInitialsAndByTheProvider(string text)
    {
        await PublishedAsync();
        await PublishedAsync("银行对接", i => (i.ProviderId, i.Text) = (Town.Provider().Id, "约见客户经理。"), Dispatcher);

        Assert.Equal(["法律体检"], await TitlesAsync(new ServiceFilter(text)));
    }

    [Fact]
    public async Task SearchBox_FindsWhatCanBeHad()
    {
        var id = await PublishedAsync();
        await DraftAsync("法律咨询");

        var found = Must(await new FindService(Town.Runner).FindAsync(Own, "法律", Cancellation));

        Assert.Equal([id], found.Where(f => f.Name.Kind == nameof(Service)).Select(f => f.Name.Id));
    }

    [Fact]
    public async Task Search_ReadsACharacterAsTheWordDoes() // 银行 is yinhang, not yinxing
    {
        await PublishedAsync("银行对接");

        Assert.Equal(["银行对接"], await TitlesAsync(new ServiceFilter("yhdj")));
        Assert.Empty(await TitlesAsync(new ServiceFilter("，")));
    }

    [Fact]
    public async Task List_IsNarrowedAsChosen_AndInTheOrderOfTheClasses()
    {
        await PublishedAsync();
        await PublishedAsync("招聘专场", i => (i.Class, i.OnSite, i.Fee, i.FeeWords) = (ServiceClass.Talent, true, ServiceFee.Reduced, "半价"));
        await PublishedAsync("精益诊断", i => (i.ProviderId, i.Class, i.Level) = (Town.Provider(ProviderNature.Commercial).Id, ServiceClass.Consulting, ServiceLevel.City), Dispatcher);
        await PublishedAsync("短期活动", i => i.GoodUntil = Today);

        Assert.Equal(["招聘专场", "精益诊断", "短期活动", "法律体检"], await TitlesAsync(new ServiceFilter()));
        Assert.Equal(["招聘专场"], await TitlesAsync(new ServiceFilter(Class: ServiceClass.Talent)));
        Assert.Equal(["招聘专场"], await TitlesAsync(new ServiceFilter(Fee: ServiceFee.Reduced)));
        Assert.Equal(["招聘专场"], await TitlesAsync(new ServiceFilter(Form: ServiceForms.OnSite)));
        Assert.Equal(["精益诊断"], await TitlesAsync(new ServiceFilter(Level: ServiceLevel.City)));
        Assert.Equal(["精益诊断"], await TitlesAsync(new ServiceFilter(Nature: ProviderNature.Commercial)));
        Town.GoTo(Today.AddDays(1), new TimeOnly(9, 0));
        Assert.Equal(["短期活动"], await TitlesAsync(new ServiceFilter(Show: ServiceShow.Ended)));
    }

    [Theory]
    [InlineData("Title")]
    [InlineData("Forms")]
    [InlineData("FeeWords")]
    [InlineData("FeeYuan")]
    [InlineData("Criteria")]
    [InlineData("SourceAddress")]
    [InlineData("ProviderId")]
    public async Task New_WithSomethingWrong_IsRefusedBesideItsField(string field)
    {
        var outcome = await Drafts.NewAsync(ProvidersPerson, Guid.NewGuid(), Input(fill: i => Spoil(i, field)), Cancellation);

        Assert.Equal(field, outcome.Refusal?.Field);
    }

    private void Spoil(ServiceInput input, string field)
    {
        switch (field)
        {
            case "Title":
                input.Title = " ";
                break;
            case "Forms":
                input.AtFirm = false;
                break;
            case "FeeWords":
                input.Fee = ServiceFee.Charged;
                break;
            case "FeeYuan":
                (input.Fee, input.FeeWords, input.FeeYuan) = (ServiceFee.Charged, "每次", "一千");
                break;
            case "Criteria":
                input.Criteria = ["nothing"];
                break;
            case "SourceAddress":
                input.SourceAddress = "javascript:alert(1)";
                break;
            default:
                input.ProviderId = Town.Provider().Id; // another's
                break;
        }
    }

    public sealed class OnSqlite(SqliteDatabase database) : CatalogueTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CatalogueTests(database), IClassFixture<PostgresDatabase>;
}
