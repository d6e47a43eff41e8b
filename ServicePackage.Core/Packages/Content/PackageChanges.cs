namespace ServicePackage.Core.Packages;

/// <summary>How a package differs from a version issued before (plan §七(三)), found by what is the same thing in both, never by their texts.</summary>
/// <param name="Year">The year of that version.</param>
/// <param name="Number">Its number within the enterprise and the year.</param>
/// <param name="Rows">What is different: new, changed, gone, obtained.</param>
public sealed record PackageChanges(int Year, int Number, IReadOnlyList<PackageChange> Rows)
{
    /// <summary>What is different in one way.</summary>
    public IEnumerable<PackageChange> Of(PackageChangeKind kind) => Rows.Where(r => r.Kind == kind);
}

/// <summary>In which way something is different.</summary>
public enum PackageChangeKind
{
    /// <summary>新增.</summary>
    New,

    /// <summary>调整: the amount, the window, the group, or where it stands.</summary>
    Changed,

    /// <summary>移出.</summary>
    Gone,

    /// <summary>已享受.</summary>
    Obtained,
}

/// <summary>What of a clause, service or demand is different.</summary>
public enum PackageAspect
{
    Amount,

    Window,

    Group,

    /// <summary>Where a service, a seat or a demand stands, or whether a clause is applied for.</summary>
    State,

    /// <summary>What whoever serves the enterprise says to a clause, and whether it is put forward.</summary>
    Word,

    /// <summary>Whom to turn to.</summary>
    Person,
}

/// <summary>Why a clause is gone.</summary>
public enum PackageGone
{
    /// <summary>Whoever serves the enterprise left it out.</summary>
    LeftOut,

    /// <summary>The enterprise has said that it is not for it.</summary>
    Declined,

    /// <summary>The enterprise does not meet it any more, nor nearly.</summary>
    NotMet,

    /// <summary>What is known does not say any more whether it meets it.</summary>
    Undecided,

    /// <summary>It is not in force any more, or was taken out of its policy.</summary>
    NotInForce,

    /// <summary>A service, a seat or a demand that has ended, or was taken back.</summary>
    Ended,
}

/// <summary>One thing that is different.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="About">What it is.</param>
/// <param name="Title">What it is called.</param>
public sealed record PackageChange(PackageChangeKind Kind, PackageAbout About, string Title)
{
    /// <summary>What of it, where it has changed.</summary>
    public PackageAspect? Aspect { get; init; }

    /// <summary>As it was.</summary>
    public Said? Before { get; init; }

    /// <summary>As it is.</summary>
    public Said? After { get; init; }

    /// <summary>Why, where it is gone.</summary>
    public PackageGone? Why { get; init; }

    /// <summary>What was obtained, in yuan; null where it is no money.</summary>
    public decimal? Yuan { get; init; }
}
