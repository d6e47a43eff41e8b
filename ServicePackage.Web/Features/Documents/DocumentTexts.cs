namespace ServicePackage.Web.Features.Documents;

/// <summary>Marks the texts of templates of documents.</summary>
public sealed class DocumentTexts;
