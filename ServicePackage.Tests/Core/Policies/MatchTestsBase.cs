using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>A town with an enterprise, its butler, and clauses that ask something of it. The town's day is 2 March 2026.</summary>
public abstract class MatchTestsBase : PolicyTestsBase
{
    protected const string Staff = """{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}""";
    protected const string Research = """{"is":"figure","of":{"is":"share","part":{"is":"fact","code":"rd"},"whole":{"is":"fact","code":"revenue"}},"to":0.03}""";
    protected const string Judgement = """{"is":"judged","key":"front","chinese":"位居行业前列","english":"in the front"}""";

    protected MatchTestsBase(TestDatabase database)
        : base(database)
    {
        City = Town.EconomicCity();
        Enterprise = Town.Enterprise(City);
        (Own, Butler) = (Town.EnterpriseUser(Enterprise), Town.Butler(Enterprise));
    }

    protected Organisation City { get; }

    protected Enterprise Enterprise { get; }

    protected Caller Own { get; }

    protected Caller Butler { get; }

    protected MatchService Matches => new(Town.Runner);

    protected ClausePreviewService Previews => new(Town.Runner);

    protected ClauseAnswerService Answers => new(Town.Runner);

    protected JudgementService Judgements => new(Town.Runner);

    protected EnterpriseFactService Facts => new(Town.Runner);

    /// <summary>A published clause of Jiading that asks this, carried out by the unit.</summary>
    protected async Task<(long PolicyId, long ClauseId)> AskingAsync(string? condition, string title = "稳岗补贴", string place = "310114", Enterprise? named = null)
    {
        var id = await DraftAsync(Drafter, Input(title, i => (i.Place, i.DocumentNumber) = (place, $"嘉〔2026〕{title}")), Clause(title, c => c.ExecutingUnitId = Unit.Id));
        Town.Write(db =>
        {
            var clause = db.PolicyClauses.Single(c => c.PolicyVersion.PolicyId == id);
            (clause.Condition, clause.Personalised) = (condition, named is not null);
            clause.Enterprises.AddRange(named is null ? [] : [new ClauseEnterprise { EnterpriseId = named.Id }]);
        });
        await SubmitAndPublishAsync(id);
        return (id, (await ReadAsync(Dispatcher, id)).Clauses.Single().ClauseId);
    }

    protected async Task SayAsync(string code, string value, Enterprise? enterprise = null, Caller? by = null, int year = 2025)
    {
        var definition = FactCatalogue.Find(code)!;
        var shape = definition.Shapes[0];
        var of = enterprise ?? Enterprise;
        var who = by ?? (of == Enterprise ? Own : Dispatcher);
        var seen = Must(await Facts.ReadAsync(who, of.Id, cancellation: Cancellation)).Facts.Single(f => f.Code == code).Seen;
        Must(await Facts.RecordAsync(who, Guid.NewGuid(), new FactInput
        {
            EnterpriseId = of.Id,
            Code = code,
            Shape = shape,
            Year = year,
            Since = new DateOnly(2020, 1, 1),
            Low = value,
            Unit = MoneyUnit.TenThousand,
            Choice = value,
            Seen = seen,
            Again = true,
            Standing = who.AccountId == Own.AccountId ? null : FactStanding.Checked,
            Evidence = who.AccountId == Own.AccountId ? "" : "审计报告",
        }, Cancellation));
    }

    protected async Task<MatchSheet> SheetAsync(Caller? who = null) => Must(await Matches.OfEnterpriseAsync(who ?? Own, Enterprise.Id, cancellation: Cancellation));

    protected async Task<ClauseMatch> MatchAsync(long clauseId, Caller? who = null) => (await SheetAsync(who)).Clauses.Single(c => c.ClauseId == clauseId);

    protected async Task<ClauseSheet> SideAsync(Caller who, (long PolicyId, long ClauseId) clause, Eligibility group = Eligibility.Met) =>
        Must(await Matches.OfClauseAsync(who, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(group, Take: 100), Cancellation));
}
