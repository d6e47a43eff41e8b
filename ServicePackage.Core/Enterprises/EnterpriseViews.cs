
namespace ServicePackage.Core.Enterprises;

/// <summary>Which part of the roster to list.</summary>
public enum RosterFilter
{
    /// <summary>Enterprises on the current roster.</summary>
    Current,

    /// <summary>Enterprises that left it.</summary>
    Left,

    /// <summary>Both.</summary>
    All,
}

/// <summary>What to list.</summary>
/// <param name="Text">Part of the name or the credit code; empty for all.</param>
/// <param name="Tier">One tier; null for both.</param>
/// <param name="EconomicCityId">One economic city; null for all.</param>
/// <param name="Title">One kind of title, held today; null for all.</param>
/// <param name="Roster">Which part of the roster.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record EnterpriseFilter(
    string Text = "", EnterpriseTier? Tier = null, long? EconomicCityId = null, string? Title = null,
    RosterFilter Roster = RosterFilter.Current, int Skip = 0, int Take = 50);

/// <summary>An enterprise in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Registered name.</param>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="Tier">District or town tier.</param>
/// <param name="EconomicCity">The economic city that serves it.</param>
/// <param name="EconomicCityEnglish">The city's name on English screens; may be empty.</param>
/// <param name="LeftRosterOn">The day it left the roster; null while on it.</param>
/// <param name="Butler">Its butler or stand-in; null before there is anybody.</param>
public sealed record EnterpriseRow(
    long Id, string Name, string CreditCode, EnterpriseTier Tier,
    string EconomicCity, string EconomicCityEnglish, DateOnly? LeftRosterOn, ButlerCard? Butler = null)
{
    /// <summary>The kinds of title it holds today, in the order of the catalogue.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Whether it is on the roster today: no day of leaving lies ahead.</summary>
    public bool OnRoster => LeftRosterOn is null;
}

/// <summary>An economic city one can filter by or choose.</summary>
public sealed record CityChoice(long Id, string Name, string EnglishName);

/// <summary>What the list can be narrowed to, and what the reader may do there.</summary>
/// <param name="Cities">Economic cities of the enterprises the reader sees; for those who set up, all in use.</param>
/// <param name="MayCreate">Whether the reader may enter an enterprise.</param>
public sealed record EnterpriseChoices(IReadOnlyList<CityChoice> Cities, bool MayCreate);

/// <summary>An enterprise's file.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">To be given back with a change.</param>
/// <param name="Name">Registered name.</param>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="Tier">District or town tier.</param>
/// <param name="Titles">The kinds of title it holds today, in the order of the catalogue.</param>
/// <param name="EconomicCityId">The economic city that serves it.</param>
/// <param name="EconomicCity">The city's name.</param>
/// <param name="EconomicCityEnglish">The city's name on English screens; may be empty.</param>
/// <param name="Address">Address of its premises.</param>
/// <param name="ContactPerson">The contact person; null for a reader whose work does not need it.</param>
/// <param name="OnRosterFrom">The day it joined the roster.</param>
/// <param name="LeftRosterOn">The day it left the roster; null while on it.</param>
/// <param name="Butler">Its butler or stand-in; null before there is anybody.</param>
/// <param name="People">The people who sign in for it.</param>
/// <param name="Rights">What the reader may do with it.</param>
public sealed record EnterpriseDetails(
    long Id, int Version, string Name, string CreditCode, EnterpriseTier Tier, IReadOnlyList<string> Titles,
    long EconomicCityId, string EconomicCity, string EconomicCityEnglish, string Address, ContactPerson? ContactPerson,
    DateOnly OnRosterFrom, DateOnly? LeftRosterOn, ButlerCard? Butler, IReadOnlyList<EnterprisePerson> People, EnterpriseRights Rights)
{
    /// <summary>The names it had before, the last one first.</summary>
    public IReadOnlyList<NameBefore> EarlierNames { get; init; } = [];

    /// <summary>Whether it is on the roster today: no day of leaving lies ahead.</summary>
    public bool OnRoster => LeftRosterOn is null;
}

/// <summary>A name that an enterprise had before.</summary>
/// <param name="Name">The name.</param>
/// <param name="Until">The day (Shanghai) from which the next one is known.</param>
public sealed record NameBefore(string Name, DateOnly Until);

/// <summary>Whom to call at an enterprise; both may be empty.</summary>
public sealed record ContactPerson(string Name, string Phone);

/// <summary>Somebody who signs in for an enterprise.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Phone">The telephone; null for a reader whose work does not need it.</param>
/// <param name="Disabled">Whether the account is out of use.</param>
public sealed record EnterprisePerson(long AccountId, string Name, string? Phone, bool Disabled);

/// <summary>What a reader may do with an enterprise: for the buttons; each act checks again.</summary>
/// <param name="Change">Change its facts, let it leave or rejoin the roster.</param>
/// <param name="ChangeContactPerson">Correct its contact person.</param>
/// <param name="CorrectCode">Correct its credit code.</param>
/// <param name="AssignButler">Name its butler.</param>
/// <param name="KeepAccounts">Make accounts for its people.</param>
/// <param name="Serve">See its commercial figures and which policies fit it: its own people and who serves it.</param>
public sealed record EnterpriseRights(bool Change, bool ChangeContactPerson, bool CorrectCode, bool AssignButler, bool KeepAccounts, bool Serve);
