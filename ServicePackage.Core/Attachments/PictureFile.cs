using System.Buffers.Binary;

namespace ServicePackage.Core.Attachments;

/// <summary>Looks whether a file is a picture that is taken. What stands within its own parts is metadata; markup right behind them is another file.</summary>
internal static class PictureFile
{
    private const byte JpegMark = 0xFF;
    private const byte JpegScan = 0xDA;
    private const byte JpegEnd = 0xD9;
    private const int PngFrame = 12;

    private static readonly byte[] PngBegin = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The kind of picture that begins so; null for none.</summary>
    public static AttachmentKind? KindOf(ReadOnlySpan<byte> beginning)
    {
        var (kind, own) =
            beginning.StartsWith([JpegMark, (byte)0xD8, JpegMark]) ? (AttachmentKind.Jpeg, JpegParts(beginning))
            : beginning.StartsWith(PngBegin) ? (AttachmentKind.Png, PngParts(beginning))
            : (null, 0);
        var guessed = Math.Min(beginning.Length, Markup.GuessedFrom);
        return kind is not null && own < guessed && Markup.StandsIn(beginning[own..guessed]) ? null : kind;
    }

    /// <summary>How many bytes from the beginning are whole segments up to the picture itself.</summary>
    private static int JpegParts(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == JpegMark && bytes[at + 1] is not (JpegScan or JpegEnd))
        {
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return at;
    }

    /// <summary>How many bytes from the beginning are whole chunks.</summary>
    private static int PngParts(ReadOnlySpan<byte> bytes)
    {
        var at = PngBegin.Length;
        while (at + PngFrame <= bytes.Length)
        {
            var chunk = bytes[at..];
            at = (int)Math.Min(at + (long)PngFrame + BinaryPrimitives.ReadUInt32BigEndian(chunk), int.MaxValue);
            if (chunk[4..].StartsWith("IEND"u8))
            {
                break;
            }
        }

        return at;
    }
}
