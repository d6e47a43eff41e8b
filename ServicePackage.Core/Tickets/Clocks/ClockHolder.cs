namespace ServicePackage.Core.Tickets;

/// <summary>Who holds a clock.</summary>
public enum ClockHolder
{
    /// <summary>The industry centre.</summary>
    Centre,

    /// <summary>A unit.</summary>
    Unit,

    /// <summary>The first-asked person; the industry centre as well once it is past due.</summary>
    FirstAsked,

    /// <summary>The enterprise; never counted against a unit.</summary>
    Enterprise,
}
