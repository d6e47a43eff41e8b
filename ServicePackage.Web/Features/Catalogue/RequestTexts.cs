namespace ServicePackage.Web.Features.Catalogue;

/// <summary>Marks the texts of what enterprises pick.</summary>
public sealed class RequestTexts;
