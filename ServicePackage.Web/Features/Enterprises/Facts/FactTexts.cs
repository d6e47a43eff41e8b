namespace ServicePackage.Web.Features.Enterprises.Facts;

/// <summary>The texts of the page of an enterprise's facts and of the forms in it.</summary>
public sealed class FactTexts;
