namespace ServicePackage.Web.Features.Tickets;

/// <summary>The texts of the overdue board.</summary>
public sealed class OverdueTexts;
