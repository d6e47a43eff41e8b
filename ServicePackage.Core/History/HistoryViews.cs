namespace ServicePackage.Core.History;

/// <summary>An entry of the history as a search lists it: who, when, what thing, which act. No content and no values.</summary>
/// <param name="Id">Key.</param>
/// <param name="At">When (UTC).</param>
/// <param name="AccountId">Who; null for the system.</param>
/// <param name="Who">The person's name; empty for the system.</param>
/// <param name="Kind">The kind of thing.</param>
/// <param name="SubjectId">Its key.</param>
/// <param name="Name">What it is called by: a demand's number, an enterprise's name; empty where its key alone names it.</param>
/// <param name="Sequence">The entry's number in the thing's history.</param>
/// <param name="Act">The act.</param>
/// <param name="Seal">The seal that covers it; null until then.</param>
public sealed record HistoryLine(long Id, DateTime At, long? AccountId, string Who, string Kind, long SubjectId, string Name, int Sequence, string Act, int? Seal);

/// <summary>A page of a search in the history, the newest first.</summary>
/// <param name="Lines">Its entries.</param>
/// <param name="Total">How many match in all, counted up to <see cref="HistorySearch.MostCounted"/> and one.</param>
/// <param name="Next">The entry after which the next page begins; null on the last page.</param>
/// <param name="Person">The name of the person that the filter names; null where it names none, or nobody.</param>
/// <param name="Seal">The last seal; null while there is none.</param>
public sealed record HistoryFound(IReadOnlyList<HistoryLine> Lines, int Total, long? Next, string? Person, LastSeal? Seal);

/// <summary>The last seal.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="At">When it was made (UTC).</param>
public sealed record LastSeal(int Sequence, DateTime At);

/// <summary>A person to search by.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The person's name.</param>
/// <param name="UserName">The name to sign in with, which tells those of one name apart.</param>
public sealed record HistoryPerson(long Id, string Name, string UserName);

/// <summary>An entry with all that it holds, for the auditor.</summary>
/// <param name="Line">Who, when, what thing, which act.</param>
/// <param name="Given">What was given with the act.</param>
/// <param name="Changes">The values before and after.</param>
/// <param name="Internal">True when the enterprise may not read it.</param>
/// <param name="Hash">The entry's hash, as <c>audit verify</c> computes it.</param>
public sealed record HistoryDetails(HistoryLine Line, IReadOnlyList<HistoryGiven> Given, IReadOnlyList<HistoryChange> Changes, bool Internal, string Hash);

/// <summary>A value that was given with an act.</summary>
/// <param name="Path">Where it stands in what was given: the names of the properties, with points between.</param>
/// <param name="Value">The value as it is kept.</param>
public sealed record HistoryGiven(string Path, string Value);
