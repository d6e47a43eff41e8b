namespace ServicePackage.Web.Features.Butlers.Leaders;

/// <summary>The texts of the pages of leaders who keep contact with enterprises.</summary>
public sealed class LeaderTexts;
