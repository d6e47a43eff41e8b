using ServicePackage.Core.History;

namespace ServicePackage.Core.Enterprises;

/// <summary>How a fact was answered.</summary>
public enum FactAnswer
{
    /// <summary>With a value, exact or a range.</summary>
    Value,

    /// <summary>There is nothing of it: 0, said and not left out.</summary>
    None,

    /// <summary>The question does not apply, such as for a year before the firm was founded.</summary>
    DoesNotApply,
}

/// <summary>Who says so; for one period the higher counts.</summary>
public enum FactStanding
{
    /// <summary>The enterprise says so.</summary>
    Declared,

    /// <summary>Its butler, its economic city or the Centre saw a document.</summary>
    Checked,

    /// <summary>A register, the tax office or a published list says so.</summary>
    Authority,
}

/// <summary>
/// One answer to one fact of an enterprise. It has two times: what it holds for, and when it was recorded. Correcting adds a row and marks the one
/// it takes the place of; nothing is overwritten, so that the file can be read as it was known on any day.
/// </summary>
public sealed class EnterpriseFact : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>The fact, as in <see cref="FactCatalogue"/>.</summary>
    public string Code { get; set; } = "";

    public FactShape Shape { get; set; }

    /// <summary>The first day it holds for; of a day, <see cref="FactPeriod.Always"/>.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day of the period; null for states and days.</summary>
    public DateOnly? Until { get; set; }

    public FactAnswer Answer { get; set; }

    /// <summary>The number, or the lower end of the range; yuan, people, a share as 0.028 … It stands in this row for ever, and not in the history, whose readers see no figures.</summary>
    [Unwritten]
    public decimal? Low { get; set; }

    /// <summary>The upper end of the range; the same as the lower where the number is exact.</summary>
    [Unwritten]
    public decimal? High { get; set; }

    /// <summary>"yes" or "no", the code of the option, of the industry or of the division; empty for a number and a day.</summary>
    public string Choice { get; set; } = "";

    public DateOnly? Day { get; set; }

    public FactStanding Standing { get; set; }

    /// <summary>The document it was taken from; empty for what the enterprise says itself.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded it; null for the system.</summary>
    public long? RecordedById { get; set; }

    /// <summary>When another took its place (UTC); null while it counts.</summary>
    public DateTime? ReplacedAt { get; set; }

    /// <summary>What it holds for.</summary>
    public FactPeriod Period => new(Shape, From, Until);

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}
