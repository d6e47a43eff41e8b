namespace ServicePackage.Web.Features.History;

/// <summary>The texts of the page of the history.</summary>
public sealed class HistoryTexts;
