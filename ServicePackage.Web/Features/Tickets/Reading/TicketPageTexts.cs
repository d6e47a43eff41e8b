namespace ServicePackage.Web.Features.Tickets;

/// <summary>The texts of a demand's page.</summary>
public sealed class TicketPageTexts;
