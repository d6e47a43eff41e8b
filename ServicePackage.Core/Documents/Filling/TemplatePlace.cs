namespace ServicePackage.Core.Documents;

/// <summary>Where in a template something stands.</summary>
public enum TemplatePlace
{
    Body,
    Header,
    Footer,
    Notes,
    File,
}
