namespace ServicePackage.Web.Features.Tickets;

/// <summary>The texts of the desks: what waits, the list of demands, raising one.</summary>
public sealed class DeskTexts;
