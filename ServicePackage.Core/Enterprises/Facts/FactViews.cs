using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Enterprises;

/// <summary>As of when a file of facts is read.</summary>
/// <param name="On">As it held on this day; null for today.</param>
/// <param name="Known">As it was known at the end of this day; null for now.</param>
public sealed record FactMoment(DateOnly? On = null, DateOnly? Known = null)
{
    /// <summary>The day it is read as of, the day as known on which, and the last instant (UTC) that counts; days to come are today, days before <see cref="FactPeriod.Always"/> are that day.</summary>
    internal static (DateOnly On, DateOnly? Known, DateTime At) Of(FactMoment? moment, Operation op)
    {
        var on = moment?.On is { } day && day < op.Today ? Earliest(day) : op.Today;
        var known = moment?.Known is { } knownDay && knownDay < op.Today ? Earliest(knownDay) : (DateOnly?)null;
        return (on, known, known is { } last ? TownTime.At(last.AddDays(1), TimeOnly.MinValue).AddMilliseconds(-1) : op.Now);
    }

    private static DateOnly Earliest(DateOnly day) => day < FactPeriod.Always ? FactPeriod.Always : day;
}

/// <summary>The facts of an enterprise, as of a day and as known at an instant.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Today">The day it is read.</param>
/// <param name="On">The day it is read as of.</param>
/// <param name="Known">The day it is read as known on; null for now.</param>
/// <param name="Answered">How many of those the reader sees are answered.</param>
/// <param name="Asked">How many the reader sees.</param>
/// <param name="Facts">All facts in the order of the catalogue, those kept back and those not answered among them.</param>
/// <param name="Rights">What the reader may do.</param>
public sealed record FactFile(
    long EnterpriseId, string Name, DateOnly Today, DateOnly On, DateOnly? Known, int Answered, int Asked, IReadOnlyList<FactView> Facts, FactRights Rights)
{
    /// <summary>How many published clauses ask for each fact or list, by its code.</summary>
    public IReadOnlyDictionary<string, int> Needs { get; init; } = new Dictionary<string, int>();

    /// <summary>What is not answered and asked for by clauses, what most ask for first.</summary>
    public IEnumerable<(string Code, int Clauses)> Wanted() =>
        Facts.Where(f => f is { KeptBack: false, IsAnswered: false }).Select(f => (f.Code, Clauses: Needs.GetValueOrDefault(f.Code))).Where(f => f.Clauses > 0).OrderByDescending(f => f.Clauses);

    /// <summary>Whether it is read as it is now, which alone can be changed.</summary>
    public bool IsNow => On == Today && Known is null;
}

/// <summary>One fact of an enterprise.</summary>
/// <param name="Code">The fact, as in the catalogue.</param>
/// <param name="KeptBack">Whether the reader does not see its value, whatever it is.</param>
/// <param name="Periods">The last periods, the latest first; none where it is not answered.</param>
/// <param name="AskedAgain">Whether the last answer is old enough to be asked again.</param>
/// <param name="Seen">The last answer there is, to be given back with the next; null where there is none.</param>
/// <param name="History">All answers recorded by then, the latest first.</param>
public sealed record FactView(
    string Code, bool KeptBack, IReadOnlyList<FactPeriodView> Periods, bool AskedAgain, long? Seen, IReadOnlyList<FactRecord> History)
{
    /// <summary>Whether there is an answer.</summary>
    public bool IsAnswered => Periods.Count > 0;

    /// <summary>Whether somebody else says otherwise of one of the periods.</summary>
    public bool Differs => Periods.Any(p => p.Differing.Count > 0);
}

/// <summary>What counts for one period, and who says otherwise.</summary>
/// <param name="Counts">The answer that counts.</param>
/// <param name="Differing">Those of a lower standing that do not agree with it.</param>
public sealed record FactPeriodView(FactRecord Counts, IReadOnlyList<FactRecord> Differing);

/// <summary>Who says something of an enterprise, when, and by which document.</summary>
/// <param name="Standing">With which standing.</param>
/// <param name="By">Who recorded it; empty for the system.</param>
/// <param name="RecordedAt">When (UTC).</param>
/// <param name="Evidence">The document; empty for what the enterprise says itself.</param>
public sealed record FactSource(FactStanding Standing, string By, DateTime RecordedAt, string Evidence);

/// <summary>One answer, as it was recorded.</summary>
/// <param name="Id">Key.</param>
/// <param name="Shape">What it holds for.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day of a period.</param>
/// <param name="Answer">How it was answered.</param>
/// <param name="Low">The number or the lower end of the range.</param>
/// <param name="High">The number or the upper end of the range.</param>
/// <param name="Choice">"yes", "no", an option or a code.</param>
/// <param name="Day">The day.</param>
/// <param name="Standing">Who says so.</param>
/// <param name="Evidence">The document; empty for what the enterprise says itself.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="By">Who recorded it; empty for the system.</param>
/// <param name="ReplacedAt">When another took its place (UTC); null where none had by then.</param>
public sealed record FactRecord(
    long Id, FactShape Shape, DateOnly From, DateOnly? Until, FactAnswer Answer, decimal? Low, decimal? High, string Choice, DateOnly? Day,
    FactStanding Standing, string Evidence, DateTime RecordedAt, string By, DateTime? ReplacedAt)
{
    /// <summary>What it holds for.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public FactPeriod Period => new(Shape, From, Until);

    /// <summary>Who says so.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public FactSource Source => new(Standing, By, RecordedAt, Evidence);

    /// <summary>Whether two answers can both be true: ranges that meet, a code and a finer one, the letter of an industry and a code of digits.</summary>
    public bool AgreesWith(FactRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Low, other.Low) switch
        {
            ({ } low, { } otherLow) => low <= other.High && otherLow <= High,
            (null, null) => Answer == other.Answer && Day == other.Day
                && (Choice.StartsWith(other.Choice, StringComparison.Ordinal) || other.Choice.StartsWith(Choice, StringComparison.Ordinal) || IsLetter(Choice) != IsLetter(other.Choice)),
            _ => false,
        };
    }

    private static bool IsLetter(string choice) => choice.Length > 0 && !char.IsAsciiDigit(choice[0]);
}
