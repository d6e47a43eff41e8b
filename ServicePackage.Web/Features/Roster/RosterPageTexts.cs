namespace ServicePackage.Web.Features.Roster;

/// <summary>Marks the texts of the pages of the roster.</summary>
public sealed class RosterPageTexts;
