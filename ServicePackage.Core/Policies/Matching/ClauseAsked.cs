using System.Linq.Expressions;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>What a clause asks of an enterprise, read from its row: the place of its policy first, then its condition.</summary>
internal sealed record ClauseAsked
{
    public ClauseMatch Shown { get; init; } = new();

    /// <summary>Key of the row.</summary>
    public long Id { get; init; }

    public string Place { get; init; } = "";

    public string? Text { get; init; }

    public string? Terms { get; init; }

    /// <summary>The row, as it is read.</summary>
    public static readonly Expression<Func<PolicyClause, ClauseAsked>> Row = ScopeQueries.With<PolicyClause, PolicyVersion, PolicyFacts, ClauseAsked>(c => c.PolicyVersion, PolicyQueries.Facts, (c, facts) => new ClauseAsked
    {
        Id = c.Id,
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
            Policy = facts,
        },
    });

    /// <summary>For whom it is; null where nobody can say.</summary>
    public ForWhom? Whom => ForWhom.Of(Place, Text, Shown.Personalised, Id);

    /// <summary>The clause beside an enterprise that it is for; null where nobody can say how it stands to it.</summary>
    public ClauseMatch? Beside(Known known, DateOnly day)
    {
        var terms = BenefitTerms.Read(Terms);
        var shown = Shown with { Terms = terms, Estimate = terms?.Estimate(known.Facts, day) };
        if (Whom is not { } whom)
        {
            return null;
        }

        if (whom.Asks is not { } asks)
        {
            return shown with { Eligibility = Eligibility.Met };
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
            IsElsewhere = known.Facts.State(PlaceFirst.RegisteredAt, day) is { } registered && Place.Length > 0 && Place != Divisions.Country && Divisions.IsWithin(registered.Choice, Place) == false,
        };
    }
}
