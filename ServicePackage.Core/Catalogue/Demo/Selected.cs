using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Catalogue.Demo;

/// <summary>The catalogue of the demo town, and what enterprises picked of it: one pick in each state, one that waits too long, one rated badly. What is said is invented.</summary>
internal sealed class Selected(Stage stage)
{
    private const int OldBack = 140;
    private const int PublishedBack = 17;
    private const int PickedBack = 11;
    private const int AnsweredBack = 9;
    private const int DeliveredBack = 6;
    private const int RatedBack = 4;
    private const int LateBack = 5;
    private const int LastBack = 1;

    private readonly Dictionary<string, long> _services = [];
    private readonly Dictionary<string, long> _picks = [];

    /// <summary>The days on which something happens.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        .. stage.Whole ? [Scene(OldBack, (acts, cancellation) => PublishAsync(acts, Offered.Old, cancellation))] : Array.Empty<Scene>(), // only a whole town is old enough
        Scene(PublishedBack, async (acts, cancellation) =>
        {
            foreach (var offer in Offered.Published(stage.Anchor))
            {
                await PublishAsync(acts, offer, cancellation);
            }
        }),
        Scene(PickedBack, async (acts, cancellation) =>
        {
            await PickAsync(acts, "taizhuo", "law", "请帮助审阅采购合同模板（演示数据）。", cancellation);
            await PickAsync(acts, "bochi", "lean", "希望诊断装配线的节拍（演示数据）。", cancellation);
            await PickAsync(acts, "jinghe", "check", "计划申报专精特新，请核对指标（演示数据）。", cancellation);
            await PickAsync(acts, "lanyu", "match", "寻找检测试剂的下游客户（演示数据）。", cancellation);
            await PickAsync(acts, "hengyue", "lean", "新车间投产，希望优化物流动线（演示数据）。", cancellation);
            await PickAsync(acts, "lanyu", "arrears", "有一笔货款逾期，想了解投诉渠道（演示数据）。", cancellation);
        }),
        Scene(AnsweredBack, async (acts, cancellation) =>
        {
            await StepAsync(acts, "provider", "taizhuo", "law", PickStep.Accept, "律师将在本周内上门（演示数据）。", cancellation);
            await StepAsync(acts, "provider-b", "bochi", "lean", PickStep.Accept, "顾问下周驻厂（演示数据）。", cancellation);
            await StepAsync(acts, "provider", "jinghe", "check", PickStep.Accept, "", cancellation);
            await StepAsync(acts, "provider", "lanyu", "match", PickStep.Decline, "本季度对接会以机械行业为主，建议下季度再报名（演示数据）。", cancellation);
            await StepAsync(acts, "provider-b", "hengyue", "lean", PickStep.Accept, "驻厂时间待确认（演示数据）。", cancellation);
            await StepAsync(acts, "lanyu", "lanyu", "arrears", PickStep.Withdraw, "货款已收到（演示数据）。", cancellation);
        }),
        Scene(DeliveredBack, async (acts, cancellation) =>
        {
            await StepAsync(acts, "provider", "taizhuo", "law", PickStep.Deliver, "审阅合同模板5份，出具风险提示（演示数据）。", cancellation);
            await StepAsync(acts, "provider-b", "bochi", "lean", PickStep.Deliver, "驻厂两天，提交诊断报告（演示数据）。", cancellation);
            await StepAsync(acts, "provider", "jinghe", "check", PickStep.Deliver, "逐项核对指标，出具差距清单（演示数据）。", cancellation);
        }),
        Scene(LateBack, (acts, cancellation) => PickAsync(acts, "yunqi", "guarantee", "拟申请流动资金贷款，请告知担保条件（演示数据）。", cancellation)),
        Scene(RatedBack, async (acts, cancellation) =>
        {
            await StepAsync(acts, "taizhuo", "taizhuo", "law", PickStep.Rate, "提示具体，很有用（演示数据）。", cancellation, RatingLevel.VerySatisfied);
            await StepAsync(acts, "bochi", "bochi", "lean", PickStep.Rate, "报告较笼统，缺少可执行的改进步骤（演示数据）。", cancellation, RatingLevel.Dissatisfied);
            await acts.RecommendAsync("city-a-manager", "jinghe", _services["level"], "贵企业正在做设备联网，可先做一次自测（演示数据）。", cancellation);
            await acts.RecommendAsync("dispatcher", "chengguang", _services["listing"], "企业有上市计划，可先了解专板要求（演示数据）。", cancellation);
        }),
        Scene(LastBack, async (acts, cancellation) =>
        {
            await PickAsync(acts, "chengguang", "law", "新签的劳动合同文本请帮助审阅（演示数据）。", cancellation);
            await acts.SubmitAsync(await acts.DraftAsync(Offered.UnderReview, cancellation), Offered.UnderReview.By, cancellation);
            var returned = await acts.DraftAsync(Offered.Returned, cancellation);
            await acts.SubmitAsync(returned, Offered.Returned.By, cancellation);
            await acts.SendBackAsync(returned, "请写明收费标准和检查所需时间，再提交审核。", cancellation);
        }),
    ];

    private async Task PublishAsync(SelectedActs acts, Offer offer, CancellationToken cancellation)
    {
        var id = _services[offer.Key] = await acts.DraftAsync(offer, cancellation);
        await acts.SubmitAsync(id, offer.By, cancellation);
        await acts.PublishAsync(id, cancellation);
    }

    private async Task PickAsync(SelectedActs acts, string firm, string service, string wish, CancellationToken cancellation) =>
        _picks[$"{firm} {service}"] = await acts.PickAsync(firm, _services[service], wish, cancellation);

    private Task StepAsync(SelectedActs acts, string by, string firm, string service, PickStep step, string word, CancellationToken cancellation, RatingLevel? rating = null) =>
        acts.StepAsync(by, _picks[$"{firm} {service}"], step, word, rating, cancellation);

    private Scene Scene(int back, Func<SelectedActs, CancellationToken, Task> play) =>
        new(TownTime.At(stage.Back(back), new TimeOnly(15, 20)), cancellation => play(new SelectedActs(stage.Services), cancellation));
}

/// <summary>The acts of the catalogue's people, through the services of the domain.</summary>
internal sealed class SelectedActs(IServiceProvider services)
{
    private const string Reviewer = "lead";

    private readonly ServiceDraftService _drafts = services.GetRequiredService<ServiceDraftService>();
    private readonly ServiceDraftReader _reader = services.GetRequiredService<ServiceDraftReader>();
    private readonly ServiceReviewService _review = services.GetRequiredService<ServiceReviewService>();
    private readonly PickService _picks = services.GetRequiredService<PickService>();
    private readonly CommandIds _commands = services.GetRequiredService<CommandIds>();
    private readonly Founding _town = services.GetRequiredService<Founding>();

    /// <summary>Enters a service.</summary>
    public async Task<long> DraftAsync(Offer offer, CancellationToken cancellation)
    {
        offer.Input.ProviderId = _town.Offices[offer.Provider];
        return (await _drafts.NewAsync(CallerOf(offer.By), _commands.Next(), offer.Input, cancellation)).MustBeDone(offer.Input.Title);
    }

    /// <summary>Hands a draft in.</summary>
    public async Task SubmitAsync(long id, string by, CancellationToken cancellation) =>
        (await _drafts.SubmitAsync(CallerOf(by), _commands.Next(), new ServiceAct(id, await VersionAsync(id, cancellation)), cancellation)).MustBeDone("service handed in");

    /// <summary>The Centre publishes it.</summary>
    public async Task PublishAsync(long id, CancellationToken cancellation) =>
        (await _review.PublishAsync(CallerOf(Reviewer), _commands.Next(), new PublishServiceInput { ServiceId = id, Version = await VersionAsync(id, cancellation) }, cancellation)).MustBeDone("service published");

    /// <summary>The Centre sends it back.</summary>
    public async Task SendBackAsync(long id, string reason, CancellationToken cancellation) =>
        (await _review.SendBackAsync(CallerOf(Reviewer), _commands.Next(), new ServiceReasonInput { ServiceId = id, Version = await VersionAsync(id, cancellation), Reason = reason }, cancellation)).MustBeDone("service sent back");

    /// <summary>An enterprise picks a service.</summary>
    public async Task<long> PickAsync(string firm, long serviceId, string wish, CancellationToken cancellation)
    {
        var me = (await services.GetRequiredService<Accounts.MeService>().ReadAsync(CallerOf(firm), cancellation)).MustBeDone(firm);
        var input = new PickInput { ServiceId = serviceId, Number = 1, Wish = wish, Contact = me.Name, Phone = _town.FirmPhones[firm] };
        return (await _picks.AskAsync(CallerOf(firm), _commands.Next(), input, cancellation)).MustBeDone($"{firm}'s pick");
    }

    /// <summary>Takes a step of a pick, on the day.</summary>
    public async Task StepAsync(string by, long id, PickStep step, string word, RatingLevel? rating, CancellationToken cancellation)
    {
        var row = (await services.GetRequiredService<PickReader>().GetAsync(CallerOf(by), id, cancellation)).MustBeDone("pick");
        var input = new PickStepInput { Id = id, Version = row.Version, Step = step, Word = word, Day = services.GetRequiredService<TownClock>().Today, Rating = rating };
        (await _picks.StepAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone($"{step} {row.Title}");
    }

    /// <summary>Recommends a service to an enterprise.</summary>
    public async Task RecommendAsync(string by, string firm, long serviceId, string why, CancellationToken cancellation) =>
        (await services.GetRequiredService<RecommendationService>()
            .RecommendAsync(CallerOf(by), _commands.Next(), new RecommendInput { EnterpriseId = _town.Firms[firm], ServiceId = serviceId, Why = why }, cancellation)).MustBeDone("recommendation");

    private async Task<int> VersionAsync(long id, CancellationToken cancellation) => (await _reader.ReadAsync(CallerOf(Reviewer), id, cancellation)).MustBeDone("draft").Version;

    private Caller CallerOf(string key) => new(_town.People[key]);
}
