using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Catalogue;

/// <summary>A town with a provider that has somebody with an account, and an enterprise. The town's day is Monday 2 March 2026.</summary>
public abstract class CatalogueTestsBase : TownTests
{
    protected CatalogueTestsBase(TestDatabase database)
        : base(database)
    {
        (Provider, City) = (Town.Provider(ProviderNature.NonProfit, "商会服务站"), Town.EconomicCity());
        (Enterprise, ProvidersPerson) = (Town.Enterprise(City), Town.Liaison(Provider));
        (Own, Dispatcher, Lead) = (Town.EnterpriseUser(Enterprise), Town.Dispatcher(), Town.CentreLead());
    }

    protected Organisation Provider { get; }

    protected Organisation City { get; }

    protected Enterprise Enterprise { get; }

    /// <summary>Who answers for the provider.</summary>
    protected Caller ProvidersPerson { get; }

    /// <summary>The enterprise's person.</summary>
    protected Caller Own { get; }

    protected Caller Dispatcher { get; }

    protected Caller Lead { get; }

    protected DateOnly Today => Town.Clock.Today;

    protected CatalogueService Catalogue => new(Town.Runner);

    protected ServiceDraftReader Reader => new(Town.Runner);

    protected ServiceDraftService Drafts => new(Town.Runner);

    protected ServiceReviewService Review => new(Town.Runner);

    protected SuggestionService Suggestions => new(Town.Runner);

    protected RecommendationService Recommendations => new(Town.Runner);

    protected PickReader Picks => new(Town.Runner);

    protected PickService Picking => new(Town.Runner, new CalendarSource());

    protected ServiceInput Input(string title = "法律体检", Action<ServiceInput>? fill = null)
    {
        var input = new ServiceInput
        {
            ProviderId = Provider.Id,
            Title = title,
            Class = ServiceClass.Rights,
            Level = ServiceLevel.Town,
            Text = "由律师审阅常用合同。",
            AtFirm = true,
            Fee = ServiceFee.Free,
            HowToGet = "提交申请后约定时间。",
        };
        fill?.Invoke(input);
        return input;
    }

    /// <summary>A draft of the provider's person.</summary>
    protected async Task<long> DraftAsync(string title = "法律体检", Action<ServiceInput>? fill = null, Caller? by = null) =>
        Must(await Drafts.NewAsync(by ?? ProvidersPerson, Guid.NewGuid(), Input(title, fill), Cancellation));

    /// <summary>A service that the Centre published.</summary>
    protected async Task<long> PublishedAsync(string title = "法律体检", Action<ServiceInput>? fill = null, Caller? by = null)
    {
        var id = await DraftAsync(title, fill, by);
        await PublishAsync(id);
        return id;
    }

    protected async Task PublishAsync(long id, string note = "")
    {
        Must(await Drafts.SubmitAsync(Dispatcher, Guid.NewGuid(), await SeenAsync(id), Cancellation));
        Must(await Review.PublishAsync(Lead, Guid.NewGuid(), new PublishServiceInput { ServiceId = id, Version = (await SeenAsync(id)).Version, ChangeNote = note }, Cancellation));
    }

    /// <summary>The draft as it is now, for an act.</summary>
    protected async Task<ServiceAct> SeenAsync(long id) => new(id, Must(await Reader.ReadAsync(Lead, id, Cancellation)).Version);

    protected async Task<ServiceDetails> ReadAsync(long id, Caller? who = null) => Must(await Catalogue.GetAsync(who ?? Own, id, null, Cancellation));

    protected async Task<IReadOnlyList<string>> TitlesAsync(ServiceFilter filter, Caller? who = null) =>
        [.. Must(await Catalogue.ListAsync(who ?? Own, filter, Cancellation)).Services.Items.Select(s => s.Facts.Title)];

    protected Task<Outcome<long>> AskAsync(long serviceId, Caller? who = null, Action<PickInput>? fill = null)
    {
        var input = new PickInput { ServiceId = serviceId, Number = 1, Wish = "请审阅采购合同。", Contact = "陈晓明", Phone = "13800000000" };
        fill?.Invoke(input);
        return Picking.AskAsync(who ?? Own, Guid.NewGuid(), input, Cancellation);
    }

    protected async Task<Outcome<Nothing>> StepAsync(Caller who, long id, PickStep step, Action<PickStepInput>? fill = null)
    {
        var input = new PickStepInput { Id = id, Version = Row(id).Version, Step = step, Word = "本周内联系。", Day = Today, Rating = RatingLevel.Satisfied };
        fill?.Invoke(input);
        return await Picking.StepAsync(who, Guid.NewGuid(), input, Cancellation);
    }

    /// <summary>A pick that was accepted and delivered.</summary>
    protected async Task<long> DeliveredAsync(long serviceId)
    {
        var id = Must(await AskAsync(serviceId));
        Must(await StepAsync(ProvidersPerson, id, PickStep.Accept));
        Must(await StepAsync(ProvidersPerson, id, PickStep.Deliver));
        return id;
    }

    protected Pick Row(long id)
    {
        using var db = Town.Look();
        return db.Picks.Single(p => p.Id == id);
    }

    /// <summary>What somebody was told, and what of it still asks.</summary>
    protected IReadOnlyList<string> Told(Caller who)
    {
        using var db = Town.Look();
        return [.. db.Notices.AsNoTracking().Where(n => n.AccountId == who.AccountId).OrderBy(n => n.Id).Select(n => n.Asks != null && n.DoneAt == null ? n.Kind + "!" : n.Kind)];
    }

    protected static T Must<T>(Outcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Assert.Null(outcome.Refusal?.Sentence);
        return outcome.Value;
    }
}
