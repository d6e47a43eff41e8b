using System.Linq.Expressions;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>What a clause asks of an enterprise, read from its row: the place of its policy first, then its condition.</summary>
internal sealed record ClauseAsked
{
    public ClauseMatch Shown { get; init; } = new();

    public string Place { get; init; } = "";

    public string? Text { get; init; }

    public string? Terms { get; init; }

    /// <summary>The row, as it is read.</summary>
    public static readonly Expression<Func<PolicyClause, ClauseAsked>> Row = c => new ClauseAsked
    {
        Place = c.PolicyVersion.Place,
        Text = c.Condition,
        Terms = c.Terms,
        Shown = new ClauseMatch
        {
            PolicyId = c.PolicyVersion.PolicyId,
            ClauseId = c.ClauseId,
            Number = c.Number,
            Title = c.Title,
            Benefit = c.Benefit,
            Personalised = c.Personalised,
            WithoutApplication = c.WithoutApplication,
            Topics = c.Topics,
            Unit = c.ExecutingUnit == null ? null : new PolicyUnit(c.ExecutingUnit.Id, c.ExecutingUnit.Name, c.ExecutingUnit.EnglishName),
            Windows = c.Windows.OrderBy(w => w.From).ThenBy(w => w.Id).Select(w => new WindowView(w.Kind, w.From, w.Until)).ToList(),
            Policy = new PolicyFacts
            {
                Title = c.PolicyVersion.Title,
                DocumentNumber = c.PolicyVersion.DocumentNumber,
                Issuer = c.PolicyVersion.Issuer,
                Level = c.PolicyVersion.Level,
                Kind = c.PolicyVersion.Kind,
                Place = c.PolicyVersion.Place,
                From = c.PolicyVersion.From,
                Until = c.PolicyVersion.Until,
                ValidityUnknown = c.PolicyVersion.ValidityUnknown,
                SourceAddress = c.PolicyVersion.SourceAddress,
                ToConfirm = c.PolicyVersion.ToConfirm,
                IsDemo = c.PolicyVersion.IsDemo,
            },
        },
    };

    /// <summary>
    /// What is asked: to be registered where the policy applies, and what the condition says. Null where there is no condition, so that nobody can say; a
    /// personalised clause without one asks for nothing but to be named.
    /// </summary>
    public Condition? Asks => Whole(Place, ConditionJson.Weighable(Text, Criteria.OfTheProgram));

    /// <summary>A condition with the place of its policy before it.</summary>
    public static Condition? Whole(string place, Condition? condition) => PlaceFirst.Before(place, condition);

    /// <summary>The fact that says where an enterprise is registered.</summary>
    public const string RegisteredAt = PlaceFirst.RegisteredAt;

    /// <summary>The clause beside an enterprise; null where there is no condition by which one could say.</summary>
    public ClauseMatch? Beside(Known known, DateOnly day)
    {
        var terms = BenefitTerms.Read(Terms);
        var shown = Shown with { Terms = terms, Estimate = terms?.Estimate(known.Facts, day) };
        if (Asks is not { } asks)
        {
            return shown.Personalised && Text is null ? shown with { Eligibility = Eligibility.Met } : null;
        }

        var assessment = Assessment.Of(asks, known.Facts, day, Criteria.OfTheProgram, known.Judgements);
        return shown with
        {
            Asks = asks,
            Eligibility = assessment.Eligibility,
            Deciding = assessment.Deciding,
            Near = assessment.Near,
            Alone = assessment.Alone,
            WithOthers = assessment.WithOthers,
            IsElsewhere = known.Facts.State(RegisteredAt, day) is { } registered && Place.Length > 0 && Place != Divisions.Country && Divisions.IsWithin(registered.Choice, Place) == false,
        };
    }
}
