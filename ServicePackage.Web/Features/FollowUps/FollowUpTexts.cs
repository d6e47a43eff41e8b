namespace ServicePackage.Web.Features.FollowUps;

/// <summary>Marks the texts of the screens of the monthly runs.</summary>
public sealed class FollowUpTexts;
