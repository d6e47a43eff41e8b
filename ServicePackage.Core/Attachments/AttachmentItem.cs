namespace ServicePackage.Core.Attachments;

/// <summary>A file as screens list it.</summary>
/// <param name="Id">Key; part of its address.</param>
/// <param name="FileName">The cleaned name.</param>
/// <param name="Length">Bytes.</param>
public sealed record AttachmentItem(Guid Id, string FileName, long Length);

/// <summary>A file opened for reading. Whoever opened it disposes the content.</summary>
/// <param name="FileName">The cleaned name.</param>
/// <param name="ContentType">The kind found by looking at the content.</param>
/// <param name="Content">The bytes, read a chunk at a time; seekable.</param>
public sealed record AttachmentContent(string FileName, string ContentType, Stream Content);
