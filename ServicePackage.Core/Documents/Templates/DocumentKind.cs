using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Documents;

/// <summary>A kind of document that is written from a template, such as the package of an enterprise. Its word stands under "DocumentKind." and its name.</summary>
public abstract class DocumentKind
{
    /// <summary>Its name, one of its own in all the house; at most <see cref="LongestName"/> characters.</summary>
    public abstract string Name { get; }

    /// <summary>The words that its templates have.</summary>
    public abstract TemplateWords Words { get; }

    /// <summary>The template that is in force while the Centre has put none in force, as a DOCX.</summary>
    public abstract byte[] BuiltIn { get; }

    /// <summary>What a template can be looked at with before it is used.</summary>
    public abstract Task<IReadOnlyList<DocumentSample>> SamplesAsync(Operation op, CancellationToken cancellation = default);

    /// <summary>The longest name.</summary>
    public const int LongestName = 40;
}

/// <summary>A content to look at a template with.</summary>
/// <param name="Key">Part of its address.</param>
/// <param name="Title">What it is called, in the reader's language.</param>
/// <param name="Content">What is put in.</param>
public sealed record DocumentSample(string Key, string Title, DocumentContent Content);

/// <summary>A room that writes documents.</summary>
public interface IDocumentKinds : IRoom
{
    /// <summary>Its kinds.</summary>
    IReadOnlyList<DocumentKind> DocumentKinds { get; }
}
