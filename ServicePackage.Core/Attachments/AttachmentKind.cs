using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Attachments;

/// <summary>A kind of file that is taken, known by its content alone; the extension of its name is put right.</summary>
internal sealed class AttachmentKind
{
    public static readonly AttachmentKind Pdf = new("application/pdf", ".pdf");
    public static readonly AttachmentKind Jpeg = new("image/jpeg", ".jpg", ".jpeg");
    public static readonly AttachmentKind Png = new("image/png", ".png");
    public static readonly AttachmentKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly AttachmentKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    private readonly string[] _extensions;

    private AttachmentKind(string contentType, params string[] extensions) => (ContentType, _extensions) = (contentType, extensions);

    public string ContentType { get; }

    /// <summary>The cleaned name with an extension that says what the file is.</summary>
    public string Named(string fileName) => AttachmentNames.WithExtension(fileName, _extensions);

    /// <summary>Why a file that begins so is of no kind that is taken; null when it may be of one, which the whole file decides.</summary>
    public static Refusal? Refuse(string fileName, ReadOnlySpan<byte> beginning) =>
        PdfFile.Begins(beginning) || PictureFile.KindOf(beginning) is not null || OfficeFile.Begins(beginning)
            ? null
            : new Refusal(UnacceptedFile.CodeOf(fileName, beginning), fileName);

    /// <summary>The kind of a whole file, seekable, that begins so. Refusals: Attachment.Kind and those that say what the file is instead.</summary>
    public static async Task<Outcome<AttachmentKind>> OfAsync(string fileName, ReadOnlyMemory<byte> beginning, Stream content, CancellationToken cancellation)
    {
        if (PdfFile.Begins(beginning.Span))
        {
            return await PdfFile.IsWholeAsync(content, cancellation) ? Pdf : new Refusal("Attachment.Broken", fileName);
        }

        if (PictureFile.KindOf(beginning.Span) is { } picture)
        {
            return picture;
        }

        var (kind, code) = await OfficeFile.LookAsync(content, cancellation);
        return kind is not null ? kind : new Refusal(code, fileName);
    }
}
