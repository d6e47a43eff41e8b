namespace ServicePackage.Core.Documents;

/// <summary>A kind of document in the list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="InForce">The number of the template in force; 0 for the one built in.</param>
/// <param name="Since">Since when (UTC); null for the built-in one that never was replaced.</param>
/// <param name="By">Who put it in force; empty likewise.</param>
/// <param name="Newest">The number of the newest template; 0 where there is the built-in one alone.</param>
public sealed record DocumentKindItem(string Name, int InForce, DateTime? Since, string By, int Newest);

/// <summary>A kind of document with its templates.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">Its words, those of rows behind their row.</param>
/// <param name="Samples">What a template can be looked at with: keys and titles.</param>
/// <param name="Templates">Its templates, the newest first, the built-in one last.</param>
/// <param name="Uses">Which was put in force when, the last first.</param>
/// <param name="Seen">The order of the last use; 0 where there was none.</param>
public sealed record DocumentKindView(
    string Name, IReadOnlyList<TemplateWordLine> Words, IReadOnlyList<SampleItem> Samples, IReadOnlyList<DocumentTemplateItem> Templates, IReadOnlyList<TemplateUseItem> Uses, int Seen)
{
    /// <summary>The template in force.</summary>
    public DocumentTemplateItem InForce => Templates.First(t => t.IsInForce);
}

/// <summary>A sample, by key and title.</summary>
public sealed record SampleItem(string Key, string Title);

/// <summary>A word as the list of words says it.</summary>
/// <param name="Typed">As it is typed into the template.</param>
/// <param name="Closes">For a row: what closes it; empty for a single word.</param>
/// <param name="Meaning">The key of the text that says what is put in.</param>
/// <param name="Depth">How many rows it stands in.</param>
public sealed record TemplateWordLine(string Typed, string Closes, string Meaning, int Depth);

/// <summary>A template in the list.</summary>
/// <param name="Number">Its number; 0 for the one built in.</param>
/// <param name="FileName">Its file; empty for the one built in.</param>
/// <param name="Note">What is different.</param>
/// <param name="UploadedAt">When (UTC); null for the one built in.</param>
/// <param name="UploadedBy">By whom; empty likewise.</param>
/// <param name="IsInForce">Whether documents are written from it now.</param>
public sealed record DocumentTemplateItem(int Number, string FileName, string Note, DateTime? UploadedAt, string UploadedBy, bool IsInForce);

/// <summary>That a template was put in force.</summary>
/// <param name="Number">Its number; 0 for the one built in.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">By whom.</param>
public sealed record TemplateUseItem(int Number, DateTime At, string By);

/// <summary>A document to download.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Content">The bytes of a DOCX.</param>
public sealed record DocumentDownload(string FileName, byte[] Content);
