using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>A town whose unit drafts policies. The town's day is 2 March 2026.</summary>
public abstract class PolicyTestsBase : TownTests
{
    protected PolicyTestsBase(TestDatabase database)
        : base(database)
    {
        Unit = Town.Unit("人社服务中心");
        Drafter = Town.Officer(Unit);
        (Dispatcher, Lead) = (Town.Dispatcher(), Town.CentreLead());
    }

    protected Organisation Unit { get; }

    /// <summary>An officer of the unit.</summary>
    protected Caller Drafter { get; }

    protected Caller Dispatcher { get; }

    protected Caller Lead { get; }

    protected PolicyService Policies => new(Town.Runner);

    protected DraftReader Reader => new(Town.Runner);

    protected PolicyDraftService Drafts => new(Town.Runner);

    protected PolicyReviewService Review => new(Town.Runner);

    protected InterpretationService Interpretations => new(Town.Runner);

    protected static PolicyInput Input(string title = "稳岗扩岗若干措施", Action<PolicyInput>? fill = null)
    {
        var input = new PolicyInput { Title = title, Issuer = "马陆镇人民政府", Level = PolicyLevel.Town, Kind = PolicyKind.Talent, Place = "310114" };
        fill?.Invoke(input);
        return input;
    }

    protected static ClauseInput Clause(string title, Action<ClauseInput>? fill = null)
    {
        var input = new ClauseInput { Title = title, Text = $"{title}的内容。" };
        fill?.Invoke(input);
        return input;
    }

    /// <summary>A draft with these clauses.</summary>
    protected async Task<long> DraftAsync(Caller by, PolicyInput input, params ClauseInput[] clauses)
    {
        var id = Must(await Drafts.NewAsync(by, Guid.NewGuid(), input, Cancellation));
        foreach (var clause in clauses)
        {
            await AddAsync(by, id, clause);
        }

        return id;
    }

    protected async Task AddAsync(Caller by, long policyId, ClauseInput clause)
    {
        (clause.PolicyId, clause.Version) = (policyId, (await DraftOf(policyId)).Version);
        Must(await Drafts.SaveClauseAsync(by, Guid.NewGuid(), clause, Cancellation));
    }

    /// <summary>A policy of the unit, published by the Centre.</summary>
    protected async Task<long> PublishedAsync(PolicyInput input, params ClauseInput[] clauses)
    {
        var id = await DraftAsync(Drafter, input, clauses);
        await SubmitAndPublishAsync(id);
        return id;
    }

    protected async Task SubmitAndPublishAsync(long id, string note = "")
    {
        Must(await Drafts.SubmitAsync(Drafter, Guid.NewGuid(), await ActAsync(id), Cancellation));
        Must(await Review.PublishAsync(Dispatcher, Guid.NewGuid(), new PublishInput { PolicyId = id, Version = (await DraftOf(id)).Version, ChangeNote = note }, Cancellation));
    }

    /// <summary>The draft as it is now, for an act.</summary>
    protected async Task<DraftAct> ActAsync(long policyId) => new(policyId, (await DraftOf(policyId)).Version);

    /// <summary>The draft, as the Centre's lead reads it.</summary>
    protected async Task<DraftView> DraftOf(long policyId) => Must(await Reader.ReadAsync(Lead, policyId, Cancellation));

    protected async Task<PolicyDetails> ReadAsync(Caller who, long policyId, int? number = null) => Must(await Policies.GetAsync(who, policyId, number, Cancellation));

    protected async Task<IReadOnlyList<ClauseRow>> ListAsync(Caller who, PolicyFilter? filter = null) => Must(await Policies.ListAsync(who, filter ?? new PolicyFilter(), Cancellation)).Clauses.Items;

    protected IReadOnlyList<string> Told(Caller who)
    {
        using var db = Town.Look();
        return [.. db.Notices.AsNoTracking().Where(n => n.AccountId == who.AccountId).OrderBy(n => n.Id).Select(n => n.Kind)];
    }

    protected static T Must<T>(Outcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Assert.Null(outcome.Refusal?.Sentence);
        return outcome.Value;
    }
}
