using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Roster;

/// <summary>Reads a year of the roster from an address.</summary>
internal static class RosterYears
{
    private const int Last = 2200;

    /// <summary>The year; null for anything else.</summary>
    public static int? Of(string? text) => ListAddress.NumberOf(text) is { } year and >= Core.Roster.RosterLimits.FirstYear and <= Last ? (int)year : null;
}
