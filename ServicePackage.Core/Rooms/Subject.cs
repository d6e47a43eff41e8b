namespace ServicePackage.Core.Rooms;

/// <summary>Anything that notices, files, search, the history and the feed can speak of.</summary>
/// <param name="Kind">Its kind, such as Ticket or Enterprise: the name of its entity.</param>
/// <param name="Id">Its key.</param>
public readonly record struct Subject(string Kind, long Id);
