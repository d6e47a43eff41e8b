using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>Says in the reader's language how the money of a clause is reckoned, and what comes of it.</summary>
public static class BenefitWording
{
    /// <summary>As one sentence: 按上年度研发费用的10%计算，每年最高500万元.</summary>
    public static string Sentence(BenefitTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var of = terms.Fact is { } fact ? MeasureWording.Timed(new FactMeasure(fact)) : "";
        var first = terms.Kind switch
        {
            BenefitKind.NoMoney => Wording.Text("Benefit.NoMoney"),
            BenefitKind.Amount => Wording.Sentence("Benefit.Amount", Money(terms.Amount ?? 0)),
            BenefitKind.Share => Wording.Sentence("Benefit.Share", of, FactWording.Number(FactKind.Share, terms.Share ?? 0, terms.Share ?? 0)),
            BenefitKind.PerUnit => Wording.Sentence(terms.Figure?.Kind == FactKind.People ? "Benefit.PerPerson" : "Benefit.PerThing", of, Money(terms.Amount ?? 0)),
            _ => throw new ArgumentOutOfRangeException(nameof(terms), terms.Kind, null),
        };
        return first
            + (terms.Cap is { } cap ? Wording.Sentence("Benefit.Cap", Money(cap)) : "")
            + (terms.Group is { } group ? Wording.Sentence("Benefit.Group", group) : "")
            + (terms.Budget is { } budget ? Wording.Sentence("Benefit.Budget", Money(budget)) : "");
    }

    /// <summary>An estimate, or what it may be: from ten thousand yuan on without what is below a hundred.</summary>
    public static string Amount(Interval yuan) =>
        yuan.High >= Interval.Endless ? Wording.Sentence("Measure.From", Money(Round(yuan.Low))) : FactWording.Number(FactKind.Money, Round(yuan.Low), Round(yuan.High));

    private static decimal Round(decimal yuan) => yuan < 10_000m ? yuan : decimal.Floor(yuan / 100m) * 100m;

    private static string Money(decimal yuan) => FactWording.Number(FactKind.Money, yuan, yuan);
}
