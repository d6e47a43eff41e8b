namespace ServicePackage.Web.Features.Enterprises;

/// <summary>The texts of the pages of enterprises, their files and butlers.</summary>
public sealed class EnterpriseTexts;
