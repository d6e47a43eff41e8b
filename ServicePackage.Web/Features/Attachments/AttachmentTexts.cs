namespace ServicePackage.Web.Features.Attachments;

/// <summary>The texts of choosing and listing files.</summary>
public sealed class AttachmentTexts;
