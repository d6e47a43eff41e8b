namespace ServicePackage.Web.Features.Butlers.Covers;

/// <summary>The texts of the page of butlers: covers, and where a new butler is to be named.</summary>
public sealed class CoverTexts;
