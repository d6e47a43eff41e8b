using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Packages;

/// <summary>Which packages are listed.</summary>
public enum PackageShow
{
    All,

    /// <summary>Those of which no version was issued yet.</summary>
    NotIssued,

    /// <summary>Those that have changed since their last version.</summary>
    Changed,

    /// <summary>Those whose last version waits to be handed over.</summary>
    ToHandOver,

    /// <summary>Of these, those that should have been handed over.</summary>
    Late,

    /// <summary>Those whose last version waits for its receipt.</summary>
    ToAcknowledge,

    /// <summary>Those whose last version was acknowledged.</summary>
    Acknowledged,
}

/// <summary>What of the packages is listed.</summary>
public sealed record PackageFilter(PackageShow Show = PackageShow.All, string Text = "", int Skip = 0, int Take = 50);

/// <summary>The package of one enterprise in a list.</summary>
public sealed record PackageRow
{
    public long EnterpriseId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Key of the last version; null before the first.</summary>
    public long? VersionId { get; init; }

    public int Year { get; init; }

    public int Number { get; init; }

    /// <summary>Where the last version stands; null before the first.</summary>
    public PackageState? State { get; init; }

    /// <summary>When it was issued (UTC).</summary>
    public DateTime? IssuedAt { get; init; }

    /// <summary>Until when it is to be handed over (UTC).</summary>
    public DateTime? HandOverDueAt { get; init; }

    /// <summary>Whether it should have been handed over.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whether the package is another by now.</summary>
    public bool IsChanged { get; init; }

    /// <summary>What it is by now, to be given back when it is issued.</summary>
    public string Key { get; init; } = "";

    /// <summary>How many clauses it has, of those met and to be verified.</summary>
    public int Clauses { get; init; }

    /// <summary>Whether it can be issued: it never was, or is another by now.</summary>
    public bool MayIssue => State is null || IsChanged;

    /// <summary>Whether a list shows it.</summary>
    public bool IsIn(PackageShow show) => show switch
    {
        PackageShow.All => true,
        PackageShow.NotIssued => State is null,
        PackageShow.Changed => IsChanged,
        PackageShow.ToHandOver => State == PackageState.Issued,
        PackageShow.Late => IsLate,
        PackageShow.ToAcknowledge => State == PackageState.HandedOver,
        PackageShow.Acknowledged => State == PackageState.Acknowledged,
        _ => throw new ArgumentOutOfRangeException(nameof(show), show, null),
    };
}

/// <summary>The packages that the reader issues and hands over.</summary>
/// <param name="Rows">The page, by name.</param>
/// <param name="Counts">How many of them there are in each list, whatever is shown.</param>
/// <param name="ToIssue">All of the list that can be issued, whatever the page: their enterprises and keys.</param>
/// <param name="Versions">The last versions of all of the list, whatever the page.</param>
public sealed record PackageList(Page<PackageRow> Rows, IReadOnlyDictionary<PackageShow, int> Counts, IReadOnlyList<IssueInput> ToIssue, IReadOnlyList<long> Versions);

/// <summary>What came of issuing many.</summary>
/// <param name="Issued">The keys of the versions.</param>
/// <param name="Left">The enterprises whose package was not issued, each with why.</param>
/// <param name="Trouble">What ended it before all were gone through; null where all were.</param>
public sealed record IssuedMany(IReadOnlyList<long> Issued, IReadOnlyList<NotIssued> Left, Refusal? Trouble = null);

/// <summary>A package that was not issued.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Name">Its name; empty for one that the reader does not serve.</param>
/// <param name="Why">Why.</param>
public sealed record NotIssued(long EnterpriseId, string Name, Refusal Why);
