namespace ServicePackage.Web.Features.Events;

/// <summary>Marks the texts of the pages of events.</summary>
public sealed class EventPageTexts;
