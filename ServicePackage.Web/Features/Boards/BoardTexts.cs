namespace ServicePackage.Web.Features.Boards;

/// <summary>The texts of the butler's board.</summary>
public sealed class BoardTexts;
