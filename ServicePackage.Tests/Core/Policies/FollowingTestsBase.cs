using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>A town in which enterprises apply under clauses. The town's day is 2 March 2026.</summary>
public abstract class FollowingTestsBase(TestDatabase database) : MatchTestsBase(database)
{
    protected ApplicationService Applications => new(Town.Runner);

    protected ApplicationReader Following => new(Town.Runner);

    protected OfferService Offers => new(Town.Runner);

    protected TakeUpService TakeUps => new(Town.Runner);

    protected DateOnly Today => Town.Clock.Today;

    /// <summary>An application of the enterprise, made ten days ago.</summary>
    protected async Task<long> AppliedAsync(long clauseId, Caller? by = null, int daysAgo = 10) => Must(await ApplyAsync(by ?? Own, clauseId, i => i.Day = Today.AddDays(-daysAgo)));

    protected Task<Outcome<long>> ApplyAsync(Caller who, long clauseId, Action<ApplyInput>? fill = null)
    {
        var input = new ApplyInput { EnterpriseId = Enterprise.Id, ClauseId = clauseId, Day = Today };
        fill?.Invoke(input);
        return Applications.ApplyAsync(who, Guid.NewGuid(), input, Cancellation);
    }

    /// <summary>A step of today, of 300,000 yuan where it takes an amount.</summary>
    protected async Task<Outcome<Nothing>> StepAsync(Caller who, long id, ApplicationStep step, Action<StepInput>? fill = null)
    {
        var input = new StepInput { Id = id, Version = Row(id).Version, Step = step, Day = Today, Amount = "30", Unit = MoneyUnit.TenThousand, Reason = "材料不齐" };
        fill?.Invoke(input);
        return await Applications.StepAsync(who, Guid.NewGuid(), input, Cancellation);
    }

    protected async Task<Outcome<Nothing>> CorrectAsync(Caller who, long id, Action<CorrectionInput>? fill = null)
    {
        var row = Row(id);
        var input = new CorrectionInput
        {
            Id = id,
            Version = row.Version,
            State = row.State,
            WithoutApplication = row.WithoutApplication,
            Day = Today,
            Amount = "20",
            Unit = MoneyUnit.TenThousand,
            Reason = row.Reason,
            Why = "录入有误",
        };
        fill?.Invoke(input);
        return await Applications.CorrectAsync(who, Guid.NewGuid(), input, Cancellation);
    }

    protected ClauseApplication Row(long id)
    {
        using var db = Town.Look();
        return db.ClauseApplications.Single(a => a.Id == id);
    }

    protected async Task<ApplicationRow> ReadAsync(long id, Caller? who = null) => Must(await Following.GetAsync(who ?? Own, id, Cancellation));

    protected async Task<ApplicationList> ListAsync(Caller who, ApplicationFilter? filter = null) => Must(await Following.ListAsync(who, filter ?? new ApplicationFilter(), Cancellation));

    /// <summary>Nobody of the town carries the clause out.</summary>
    protected void Elsewhere(long clauseId) => Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == clauseId).ExecutingUnitId = null);
}
