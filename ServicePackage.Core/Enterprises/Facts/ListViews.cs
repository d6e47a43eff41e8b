using System.Text.Json.Serialization;

namespace ServicePackage.Core.Enterprises;

/// <summary>The lists of an enterprise, as of a day and as known at an instant.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Today">The day it is read.</param>
/// <param name="On">The day it is read as of.</param>
/// <param name="Known">The day it is read as known on; null for now.</param>
/// <param name="Lists">All lists in the order of the catalogue, those kept back and the empty ones among them.</param>
/// <param name="Rights">What the reader may do.</param>
public sealed record ListFile(long EnterpriseId, DateOnly Today, DateOnly On, DateOnly? Known, IReadOnlyList<ListView> Lists, FactRights Rights)
{
    /// <summary>Whether it is read as it is now, which alone can be changed.</summary>
    [JsonIgnore]
    public bool IsNow => On == Today && Known is null;
}

/// <summary>One list of an enterprise.</summary>
/// <param name="Code">The list, as in the catalogue.</param>
/// <param name="KeptBack">Whether the reader does not see its items, whatever they are.</param>
/// <param name="Items">The items, those that began last first and those of unknown dates at the end.</param>
/// <param name="Closings">Who said that it is complete, the highest standing first.</param>
/// <param name="Seen">How it stands, to be given back with a change.</param>
/// <param name="History">All items recorded by then, the latest first.</param>
public sealed record ListView(
    string Code, bool KeptBack, IReadOnlyList<ListItemView> Items, IReadOnlyList<ListClosingView> Closings, int Seen, IReadOnlyList<ListItemView> History)
{
    /// <summary>Who said of the whole list that it is complete, of the highest standing, then as of the latest day; null where nobody did.</summary>
    [JsonIgnore]
    public ListClosingView? Closing => Closings.FirstOrDefault(c => c.Kind.Length == 0 && c.Tells) ?? Closings.FirstOrDefault(c => c.Kind.Length == 0);

    /// <summary>Whether it is known to be complete.</summary>
    [JsonIgnore]
    public bool IsComplete => Closing is { Tells: true };
}

/// <summary>One item, as it was recorded.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">One of the list's kinds.</param>
/// <param name="Level">One of the list's levels.</param>
/// <param name="Number">The number of the certificate or the standard.</param>
/// <param name="From">The first day of a title, or the day it took place.</param>
/// <param name="Until">The last day of a title.</param>
/// <param name="First">Whether a title was given for the first time.</param>
/// <param name="Announcement">The announcement by which it was given.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Part">A part of the amount (yuan).</param>
/// <param name="Rank">The place of the enterprise.</param>
/// <param name="Flag">Yes or no; null where not said.</param>
/// <param name="Purpose">One of the list's purposes.</param>
/// <param name="LiftedOn">The day an offence was lifted.</param>
/// <param name="State">How it stands on the day it is read as of.</param>
/// <param name="Standing">Who says so.</param>
/// <param name="Evidence">The document; empty for what the enterprise says itself.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="By">Who recorded it; empty for the system.</param>
/// <param name="ReplacedAt">When another took its place or it was taken back (UTC); null where that had not been by then.</param>
public sealed record ListItemView(
    long Id, string Kind, string Level, string Number, DateOnly? From, DateOnly? Until, FirstTime First, string Announcement, decimal? Amount, decimal? Part, int? Rank,
    bool? Flag, string Purpose, DateOnly? LiftedOn, ListItemState State, FactStanding Standing, string Evidence, DateTime RecordedAt, string By, DateTime? ReplacedAt)
{
    /// <summary>Who says so.</summary>
    [JsonIgnore]
    public FactSource Source => new(Standing, By, RecordedAt, Evidence);
}

/// <summary>How an item stands on a day.</summary>
public enum ListItemState
{
    /// <summary>It took place; of a title, it is held.</summary>
    Held,

    /// <summary>A title that counts as held, of which nobody has said the dates.</summary>
    ToBeConfirmed,

    /// <summary>A title whose last day is over.</summary>
    Expired,
}

/// <summary>That a list, or a kind of it, is complete.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">The kind it is said of; empty for the whole list.</param>
/// <param name="AsOf">As of this day.</param>
/// <param name="Until">The last day of which it tells.</param>
/// <param name="Tells">Whether it tells of the day the file is read as of.</param>
/// <param name="Standing">Who says so.</param>
/// <param name="Evidence">The document; empty for what the enterprise says itself.</param>
/// <param name="RecordedAt">When it was recorded (UTC).</param>
/// <param name="By">Who recorded it; empty for the system.</param>
public sealed record ListClosingView(
    long Id, string Kind, DateOnly AsOf, DateOnly Until, bool Tells, FactStanding Standing, string Evidence, DateTime RecordedAt, string By)
{
    /// <summary>Who says so.</summary>
    [JsonIgnore]
    public FactSource Source => new(Standing, By, RecordedAt, Evidence);
}
