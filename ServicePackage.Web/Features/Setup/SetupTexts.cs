namespace ServicePackage.Web.Features.Setup;

/// <summary>The texts of the pages on which a town is set up.</summary>
public sealed class SetupTexts;
