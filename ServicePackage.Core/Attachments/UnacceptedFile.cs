using System.Text;

namespace ServicePackage.Core.Attachments;

/// <summary>What a file is that is not taken, so that its sentence can say what to do instead.</summary>
internal static class UnacceptedFile
{
    /// <summary>The sentence where nothing more is known: which kinds are taken.</summary>
    public const string Other = "Attachment.Kind";

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    private static readonly byte[][] Archives = [[.. "Rar!"u8, 0x1A, 0x07], [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B]];
    private static readonly byte[][] Pictures = [[.. "GIF8"u8], [.. "BM"u8], [.. "II*"u8, 0], [.. "MM"u8, 0, (byte)'*']];

    /// <summary>The code of the refusal of a file that begins so.</summary>
    public static string CodeOf(string fileName, ReadOnlySpan<byte> beginning)
    {
        var extension = Path.GetExtension(fileName).ToUpperInvariant();
        return beginning.StartsWith(Compound) ? IsEncrypted(extension, beginning) ? "Attachment.Encrypted" : "Attachment.OldOffice"
            : IsPhonePicture(beginning) ? "Attachment.Heic"
            : StartsWithAny(beginning, Archives) ? "Attachment.Archive"
            : StartsWithAny(beginning, Pictures) || (beginning.StartsWith("RIFF"u8) && beginning.Length > 12 && beginning[8..].StartsWith("WEBP"u8)) ? "Attachment.Picture"
            : Other;
    }

    /// <summary>A protected document of today is an old compound file that holds the package; one named as of today can be nothing else.</summary>
    private static bool IsEncrypted(string extension, ReadOnlySpan<byte> beginning) =>
        beginning.IndexOf(EncryptedPackage) >= 0 || extension is ".DOCX" or ".XLSX" or ".PPTX";

    private static bool IsPhonePicture(ReadOnlySpan<byte> beginning) =>
        beginning.Length >= 12 && beginning[4..].StartsWith("ftyp"u8)
        && Encoding.Latin1.GetString(beginning.Slice(8, 4)) is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" or "avif";

    private static bool StartsWithAny(ReadOnlySpan<byte> beginning, byte[][] marks)
    {
        foreach (var mark in marks)
        {
            if (beginning.StartsWith(mark))
            {
                return true;
            }
        }

        return false;
    }
}
