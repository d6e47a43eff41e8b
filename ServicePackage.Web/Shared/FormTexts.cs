namespace ServicePackage.Web.Shared;

/// <summary>The texts that forms and lists of every feature share.</summary>
public sealed class FormTexts;
