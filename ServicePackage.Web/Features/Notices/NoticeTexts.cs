namespace ServicePackage.Web.Features.Notices;

/// <summary>The texts of the list of notices.</summary>
public sealed class NoticeTexts;
