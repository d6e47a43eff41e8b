namespace ServicePackage.Web.Features.Catalogue;

/// <summary>Marks the texts of the catalogue of services.</summary>
public sealed class CatalogueTexts;
