namespace ServicePackage.Core.Attachments;

/// <summary>
/// A file kept in the database, uploaded before the command that uses it. Until a command refers to it, it belongs to
/// nobody but its uploader; unreferenced ones are swept.
/// </summary>
public sealed class Attachment
{
    /// <summary>Key; part of the download address, so it cannot be guessed.</summary>
    public Guid Id { get; set; }

    /// <summary>The kind of subject it belongs to; null until a command refers to it.</summary>
    public string? SubjectKind { get; set; }

    /// <summary>The key of the subject it belongs to; null until a command refers to it.</summary>
    public long? SubjectId { get; set; }

    /// <summary>True when the enterprise may not read it.</summary>
    public bool Internal { get; set; }

    /// <summary>Who uploaded it.</summary>
    public long UploadedById { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime UploadedAt { get; set; }

    /// <summary>The cleaned file name, as shown and as downloaded.</summary>
    public string FileName { get; set; } = "";

    /// <summary>The kind found by looking at the content.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>Bytes.</summary>
    public long Length { get; set; }

    /// <summary>SHA-256 of the content, in hexadecimal; empty until the upload is complete.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>The content in order.</summary>
    public List<AttachmentChunk> Chunks { get; set; } = [];
}

/// <summary>About one megabyte of a file.</summary>
public sealed class AttachmentChunk
{
    /// <summary>The file.</summary>
    public Guid AttachmentId { get; set; }

    /// <summary>0, 1, 2 …</summary>
    public int Index { get; set; }

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; set; } = [];
}
