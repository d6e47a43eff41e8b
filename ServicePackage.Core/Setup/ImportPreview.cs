using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Setup;

/// <summary>What a row of an import comes to.</summary>
public enum ImportState
{
    /// <summary>Something is made of it.</summary>
    New,

    /// <summary>It is there already and stays as it is.</summary>
    Known,

    /// <summary>It takes the place of what is there.</summary>
    Changed,

    /// <summary>It is there under another name, which changes.</summary>
    Renamed,

    /// <summary>It is about somebody unknown and is left out, as was asked for.</summary>
    Skipped,

    /// <summary>It cannot be taken.</summary>
    Bad,
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Row">Its number in the table.</param>
/// <param name="Column">In which column; null where it is the row as a whole.</param>
/// <param name="Reason">Why.</param>
public sealed record ImportFault(int Row, Enum? Column, Refusal Reason)
{
    /// <summary>The head of the column, where that says more than its kind.</summary>
    public string Head { get; init; } = "";
}

/// <summary>An account that an import makes, with the password its person begins with: that is kept nowhere but here.</summary>
/// <param name="Row">The first row that speaks of the person.</param>
/// <param name="Of">The enterprise or the organisation.</param>
/// <param name="Name">The person's name.</param>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="Password">The first password.</param>
public sealed record FirstAccount(int Row, string Of, string Name, string UserName, string Password);

/// <summary>What an import would come to; it is handed back to carry it out. Where a row is bad nothing is carried out.</summary>
/// <param name="Lines">The rows as they were read.</param>
/// <param name="States">What each comes to, by its number.</param>
/// <param name="Faults">What is wrong, by row.</param>
/// <param name="Accounts">The accounts that are made.</param>
/// <param name="Counts">How much is made.</param>
public sealed record ImportPreview<TColumn>(
    IReadOnlyList<SheetLine<TColumn>> Lines,
    IReadOnlyDictionary<int, ImportState> States,
    IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<FirstAccount> Accounts,
    Imported Counts)
    where TColumn : struct, Enum
{
    /// <summary>The heads of columns that were not read.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>The names of what was there before and does not stand in the list.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>What was read and what it would come to, as a fingerprint: what is carried out must come to the same.</summary>
    public string Hash { get; init; } = "";

    /// <summary>How many rows come to this.</summary>
    public int Count(ImportState state) => States.Values.Count(s => s == state);
}

/// <summary>How much an import made.</summary>
/// <param name="Enterprises">Enterprises entered.</param>
/// <param name="Organisations">Organisations set up.</param>
/// <param name="Accounts">Accounts made.</param>
/// <param name="Butlers">Butlers assigned.</param>
/// <param name="Titles">Titles recorded, those that took the place of others among them.</param>
/// <param name="Closed">Enterprises for which the kind of title is complete.</param>
/// <param name="Figures">Figures recorded, those that took the place of others among them.</param>
/// <param name="Services">Services entered and handed in for review.</param>
/// <param name="Nominations">Firms nominated.</param>
/// <param name="Withdrawn">Nominations withdrawn.</param>
public sealed record Imported(
    int Enterprises = 0, int Organisations = 0, int Accounts = 0, int Butlers = 0, int Titles = 0, int Closed = 0, int Figures = 0, int Services = 0,
    int Nominations = 0, int Withdrawn = 0);
