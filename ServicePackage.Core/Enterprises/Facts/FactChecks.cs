using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>What an answer is held against: the day of the act, the founding of the firm, and the answers that stand already.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Period">What the answer holds for.</param>
/// <param name="Value">What it says.</param>
/// <param name="Today">The day of the act.</param>
/// <param name="Standing">The enterprise's answers that no other has taken the place of.</param>
internal sealed record FactChecks(FactDefinition Fact, FactPeriod Period, FactValue Value, DateOnly Today, IReadOnlyList<EnterpriseFact> Standing)
{
    private const decimal AskedFrom = 10;

    /// <summary>Why it cannot be: a day to come, a period that has not ended or lies before the founding of the firm.</summary>
    public Refusal? Refuse()
    {
        if (Period is { Shape: FactShape.State, From: var since } && since > Today)
        {
            return new Refusal("Fact.DayToCome", Today) { Field = nameof(FactInput.Since) };
        }

        if (Period is { Shape: FactShape.State, From: var from } && from < FactPeriod.Always)
        {
            return new Refusal("Fact.DayTooEarly", FactPeriod.Always) { Field = nameof(FactInput.Since) };
        }

        if (Period.Until is { } until && until >= Today)
        {
            return new Refusal("Fact.PeriodNotEnded", Period.Name) { Field = nameof(FactInput.Year) };
        }

        if (Value.Day is { } day)
        {
            return day > Today ? new Refusal("Fact.DayToCome", Today) { Field = nameof(FactInput.Day) }
                : day < FactPeriod.Always ? new Refusal("Fact.DayTooEarly", FactPeriod.Always) { Field = nameof(FactInput.Day) }
                : null;
        }

        return Value.Answer != FactAnswer.DoesNotApply && Period.Until is { } last && Of(FactCatalogue.Founded).ToList() is { Count: > 0 } founded
            && founded.Counting().Day is { } founding && founding > last
            ? new Refusal("Fact.BeforeFounded", founding, Period.Name) { Field = nameof(FactInput.Answer) }
            : null;
    }

    /// <summary>What is asked back once: another size than the last answer, a part above its whole. Null where nothing is odd.</summary>
    public Refusal? Ask()
    {
        List<Refusal> asked = [.. Parts().Prepend(Size()).OfType<Refusal>().Select(r => r with { Field = nameof(FactInput.Again) })];
        return asked.Count == 0 ? null : asked[0] with { Details = asked };
    }

    private Refusal? Size()
    {
        if (!Fact.HasSize || Value is not { Answer: FactAnswer.Value, Low: { } low, High: { } high })
        {
            return null;
        }

        var others = Of(Fact.Code).Where(f => f.Shape == Period.Shape && f.Answer == FactAnswer.Value)
            .GroupBy(f => f.Period).Select(g => g.Counting()).OrderByDescending(f => f.Period.Order).ToList();
        var last = others.Find(f => f.Period.Order < Period.Order) ?? others.FindLast(f => f.Period.Order > Period.Order) ?? others.Find(f => f.Period == Period);
        return last is { Low: { } before, High: { } most } && before > 0 && (low >= most * AskedFrom || high * AskedFrom <= before)
            ? new Refusal("Fact.AskSize", FactWording.Number(Fact, low, high), last.Period.Name, FactWording.Number(Fact, before, most))
            : null;
    }

    private IEnumerable<Refusal> Parts()
    {
        if (Value is not { Low: { } low, High: { } high })
        {
            yield break;
        }

        if (FactCatalogue.Find(Fact.PartOf) is { } whole && Beside(whole.Code) is { High: { } most } && low > most)
        {
            yield return new Refusal("Fact.AskPart", Fact.Name, FactWording.Number(Fact, low, high), whole.Name, FactWording.Number(whole, most, most));
        }

        foreach (var part in FactCatalogue.All.Where(f => f.PartOf == Fact.Code))
        {
            if (Beside(part.Code) is { Low: { } least } && least > high)
            {
                yield return new Refusal("Fact.AskPart", part.Name, FactWording.Number(part, least, least), Fact.Name, FactWording.Number(Fact, low, high));
            }
        }
    }

    /// <summary>What counts of another fact for the same: a period of the same last day; of states the one that holds now.</summary>
    private EnterpriseFact? Beside(string code)
    {
        var same = Of(code).Where(f => Period.Until is null ? f.Shape == FactShape.State : f.Until == Period.Until && (IsStock(f.Shape) ? IsStock(Period.Shape) : f.Shape == Period.Shape)).ToList();
        return same.Count == 0 ? null : same.Where(f => Period.Until is not null || f.From == same.Max(s => s.From)).Counting();
    }

    private IEnumerable<EnterpriseFact> Of(string code) => Standing.Where(f => f.Code == code);

    private static bool IsStock(FactShape shape) => shape is FactShape.EndOfYear or FactShape.EndOfQuarter or FactShape.EndOfMonth;
}
