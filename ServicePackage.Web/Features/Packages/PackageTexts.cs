namespace ServicePackage.Web.Features.Packages;

/// <summary>Marks the texts of the screens of packages.</summary>
public sealed class PackageTexts;
