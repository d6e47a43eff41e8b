namespace ServicePackage.Web.Features.Butlers;

/// <summary>The texts of the butler's board.</summary>
public sealed class BoardTexts;
