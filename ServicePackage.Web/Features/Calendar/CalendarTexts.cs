namespace ServicePackage.Web.Features.Calendar;

/// <summary>Marks the texts of the calendar's page.</summary>
public sealed class CalendarTexts;
