using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>Who provides a service.</summary>
public sealed record ServiceProvider(long Id, string Name, string EnglishName, ProviderNature? Nature)
{
    /// <summary>Its name in the reader's language.</summary>
    public string Shown => Wording.Either(Name, EnglishName);

    /// <summary>Whether it sells its services: such services are marked, and nobody is told of them.</summary>
    public bool IsCommercial => Nature == ProviderNature.Commercial;
}

/// <summary>Which services are listed.</summary>
public enum ServiceShow
{
    /// <summary>Those that can be had.</summary>
    ToBeHad,

    /// <summary>Of these, those that nobody has checked for six months.</summary>
    Unchecked,

    /// <summary>Those whose last day is over.</summary>
    Ended,

    /// <summary>Those that were withdrawn.</summary>
    Withdrawn,
}

/// <summary>What of the catalogue is listed.</summary>
/// <param name="Text">What is looked for: words of the title, the description or the provider's name, or initials of their pinyin.</param>
/// <param name="Class">One class; all where none is chosen.</param>
/// <param name="Fee">What it costs.</param>
/// <param name="Form">In which way it is given.</param>
/// <param name="Level">Of which level.</param>
/// <param name="Nature">What the provider is by nature.</param>
/// <param name="Show">Which services.</param>
/// <param name="Skip">How many rows before the page.</param>
/// <param name="Take">The size of the page.</param>
public sealed record ServiceFilter(
    string Text = "", ServiceClass? Class = null, ServiceFee? Fee = null, ServiceForms? Form = null, ServiceLevel? Level = null, ProviderNature? Nature = null,
    ServiceShow Show = ServiceShow.ToBeHad, int Skip = 0, int Take = 20);

/// <summary>What a version of a service says.</summary>
public sealed record ServiceFacts
{
    public string Title { get; init; } = "";

    public ServiceClass Class { get; init; }

    public ServiceLevel Level { get; init; }

    public ServiceProvider Provider { get; init; } = new(0, "", "", null);

    public string Text { get; init; } = "";

    public ServiceForms Forms { get; init; }

    public ServiceFee Fee { get; init; }

    public string FeeWords { get; init; } = "";

    public decimal? FeeYuan { get; init; }

    /// <summary>Whom it is for, as JSON; null where it is for all.</summary>
    public string? Audience { get; init; }

    public string HowToGet { get; init; } = "";

    public string Contact { get; init; } = "";

    public string Phone { get; init; } = "";

    public string SourceAddress { get; init; } = "";

    /// <summary>The last day on which it can be had (Shanghai).</summary>
    public DateOnly? GoodUntil { get; init; }

    public bool IsDemo { get; init; }

    /// <summary>Whether its last day is over on a day (Shanghai).</summary>
    public bool HasEnded(DateOnly day) => ServiceScopes.IsOver.Holds(GoodUntil, day);

    /// <summary>Whether a last check is so old on a day (Shanghai) that readers are told.</summary>
    /// <param name="check">The day of the last check; null where there was none.</param>
    /// <param name="day">The day.</param>
    public static bool IsUnchecked(DateOnly? check, DateOnly day) => ServiceScopes.IsBefore.Holds(check, ServiceRules.CheckedSince(day));
}

/// <summary>A service in a list.</summary>
public sealed record ServiceRow
{
    public long ServiceId { get; init; }

    public ServiceFacts Facts { get; init; } = new();

    /// <summary>The day of the last check (Shanghai).</summary>
    public DateOnly? CheckedOn { get; init; }
}

/// <summary>A page of the catalogue.</summary>
/// <param name="Services">The page.</param>
/// <param name="Today">The day it is read (Shanghai).</param>
/// <param name="Unchecked">For the Centre: how many nobody has checked for six months; null for all others.</param>
/// <param name="MayEnter">Whether the reader enters services.</param>
public sealed record ServiceList(Page<ServiceRow> Services, DateOnly Today, int? Unchecked, bool MayEnter);

/// <summary>What the reader may do with a service.</summary>
/// <param name="OpenDraft">There is a draft that they read.</param>
/// <param name="NewVersion">Make the next version.</param>
/// <param name="Check">Note that it was checked today.</param>
/// <param name="Withdraw">Withdraw it.</param>
/// <param name="Pick">Pick it for their own enterprise.</param>
/// <param name="Recommend">Recommend it to an enterprise they serve.</param>
public sealed record ServiceRights(bool OpenDraft, bool NewVersion, bool Check, bool Withdraw, bool Pick, bool Recommend);

/// <summary>A published version.</summary>
/// <param name="Number">Which.</param>
/// <param name="PublishedAt">When (UTC).</param>
/// <param name="ChangeNote">What changed against the one before.</param>
public sealed record PublishedService(int Number, DateTime PublishedAt, string ChangeNote);

/// <summary>A service, as its page shows it.</summary>
public sealed record ServiceDetails
{
    public long Id { get; init; }

    /// <summary>The version shown; 0 where nothing was published yet and the reader reads its draft.</summary>
    public int Number { get; init; }

    /// <summary>The version of the service, for an act.</summary>
    public int Version { get; init; }

    public ServiceFacts Facts { get; init; } = new();

    /// <summary>The day it is read (Shanghai).</summary>
    public DateOnly Today { get; init; }

    /// <summary>Whether it is the version that was published last.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>The day of the last check (Shanghai).</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>When it was withdrawn (UTC); null while it stands.</summary>
    public DateTime? WithdrawnAt { get; init; }

    public string WithdrawnReason { get; init; } = "";

    /// <summary>Those that were published, the last first.</summary>
    public IReadOnlyList<PublishedService> Versions { get; init; } = [];

    /// <summary>The open pick of the reader's own enterprise; null where there is none.</summary>
    public long? OpenPick { get; init; }

    public ServiceRights Rights { get; init; } = new(false, false, false, false, false, false);
}
