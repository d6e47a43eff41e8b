namespace ServicePackage.Web.Features.Organisations;

/// <summary>The texts of the pages of organisations, their people and the task force.</summary>
public sealed class OrganisationTexts;
