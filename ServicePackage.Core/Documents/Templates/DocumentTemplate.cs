using ServicePackage.Core.History;

namespace ServicePackage.Core.Documents;

/// <summary>A template of a kind of document 文档模板 (plan §七(三)), as the Centre uploaded it. It never changes; another one gets a number of its own. Its file is an attachment.</summary>
public sealed class DocumentTemplate : IHistoried
{
    public long Id { get; set; }

    /// <summary>The kind of document, by its name.</summary>
    public string Kind { get; set; } = "";

    /// <summary>1, 2, 3 … within the kind; 0 is the one built in, which is no row.</summary>
    public int Number { get; set; }

    /// <summary>The cleaned name of the file.</summary>
    public string FileName { get; set; } = "";

    /// <summary>The file, as an attachment of this template.</summary>
    public Guid FileId { get; set; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>What is different, in a word of whoever uploaded it.</summary>
    public string Note { get; set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTime UploadedAt { get; set; }

    public long UploadedById { get; set; }

    string IHistoried.Subject => nameof(DocumentTemplate);

    long IHistoried.SubjectId => Id;
}

/// <summary>That a template was put in force; the last of a kind counts.</summary>
public sealed class DocumentTemplateUse : IHistoried
{
    public long Id { get; set; }

    /// <summary>The kind of document, by its name.</summary>
    public string Kind { get; set; } = "";

    /// <summary>1, 2, 3 … within the kind: two people at once cannot both put one in force.</summary>
    public int Order { get; set; }

    /// <summary>The template; null for the one built in.</summary>
    public long? TemplateId { get; set; }

    /// <summary>The template that was in force until then; null for the one built in.</summary>
    public long? BeforeId { get; set; }

    /// <summary>Since when (UTC).</summary>
    public DateTime At { get; set; }

    public long ById { get; set; }

    string IHistoried.Subject => nameof(DocumentTemplate);

    long IHistoried.SubjectId => TemplateId ?? BeforeId ?? 0;
}
