namespace ServicePackage.Web.Shared;

/// <summary>The texts of lamps, due dates, instants and chips.</summary>
public sealed class ClockTexts;
