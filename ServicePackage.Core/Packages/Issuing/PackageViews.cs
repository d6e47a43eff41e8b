using ServicePackage.Core.Words;

namespace ServicePackage.Core.Packages;

/// <summary>A version of a package, as it is listed.</summary>
public sealed record PackageVersionRow
{
    public long Id { get; init; }

    /// <summary>The version of the copy, to be given back with a change.</summary>
    public int Version { get; init; }

    public int Year { get; init; }

    public int Number { get; init; }

    public PackageState State { get; init; }

    /// <summary>When it was issued (UTC).</summary>
    public DateTime IssuedAt { get; init; }

    public string IssuedBy { get; init; } = "";

    /// <summary>Until when it is to be handed over (UTC).</summary>
    public DateTime HandOverDueAt { get; init; }

    /// <summary>Whether it should have been handed over.</summary>
    public bool IsLate { get; init; }

    public DateOnly? HandedOverOn { get; init; }

    public HandOverWay? Way { get; init; }

    public string HandedTo { get; init; } = "";

    public string HandedOverBy { get; init; } = "";

    public DateOnly? AcknowledgedOn { get; init; }

    public string AcknowledgedName { get; init; } = "";

    /// <summary>Who recorded the receipt for the enterprise; empty where it acknowledged it itself.</summary>
    public string RecordedBy { get; init; } = "";

    /// <summary>Its document; null where it has none.</summary>
    public Attachments.AttachmentItem? File { get; init; }

    /// <summary>2026 第2版.</summary>
    public string Label => PackageWording.Label(Year, Number);
}

/// <summary>The package of an enterprise as it stands.</summary>
public sealed record PackageView
{
    public PackageContent Content { get; init; } = new();

    /// <summary>What it is by now, to be given back when it is issued.</summary>
    public string Key { get; init; } = "";

    /// <summary>Whether the reader speaks for the enterprise.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the reader puts it together, issues it and hands it over; a leader who keeps contact reads alone.</summary>
    public bool Serves { get; init; }

    /// <summary>Whether the enterprise is on the roster: only then a package is issued.</summary>
    public bool OnRoster { get; init; }

    /// <summary>What was left out; nothing for the enterprise itself.</summary>
    public IReadOnlyList<LeftOutClause> LeftOut { get; init; } = [];

    /// <summary>The versions the reader sees, the last first.</summary>
    public IReadOnlyList<PackageVersionRow> Versions { get; init; } = [];

    /// <summary>What is different from the last version; null for the enterprise itself, and where none was issued.</summary>
    public PackageChanges? Changes { get; init; }

    /// <summary>Whether it is the same as the last version.</summary>
    public bool IsIssued { get; init; }
}

/// <summary>A version of a package as it was issued.</summary>
public sealed record PackageVersionView
{
    public PackageVersionRow Row { get; init; } = new();

    public PackageContent Content { get; init; } = new();

    /// <summary>Whether the reader speaks for the enterprise.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the reader puts it together, issues it and hands it over; a leader who keeps contact reads alone.</summary>
    public bool Serves { get; init; }

    /// <summary>Whether it is the last version.</summary>
    public bool IsLatest { get; init; }

    /// <summary>The day it is read (Shanghai).</summary>
    public DateOnly Today { get; init; }
}
