using System.Globalization;
using System.Text;

namespace ServicePackage.Core.Demo;

/// <summary>A one-page PDF with a heading and a text, for the files of the demo town. Chinese is set in the reader's own font.</summary>
internal static class Letter
{
    private const int LineLength = 30;
    private const int MostLines = 26;

    public static byte[] Pdf(string heading, string text)
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 7 0 R>>",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 6 0 R/DW 1000>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
            Stream(heading, text),
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var one in objects)
        {
            places.Add(file.Length);
            file.Append(places.Count).Append(" 0 obj\n").Append(one).Append("\nendobj\n");
        }

        var table = file.Length;
        file.Append("xref\n0 ").Append(objects.Length + 1).Append("\n0000000000 65535 f \n");
        places.ForEach(p => file.Append(CultureInfo.InvariantCulture, $"{p:0000000000} 00000 n \n"));
        file.Append("trailer\n<</Size ").Append(objects.Length + 1).Append("/Root 1 0 R>>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Stream(string heading, string text)
    {
        var lines = text.Chunk(LineLength).Take(MostLines).Select(c => Line(new string(c)));
        var content = $"BT /F 16 Tf 60 770 Td {Line(heading)} /F 14 Tf 0 -20 Td 24 TL {string.Concat(lines)}{Line("（演示文件，非真实公文）")}ET";
        return $"<</Length {content.Length}>>stream\n{content}\nendstream";
    }

    private static string Line(string text) => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj T* ";
}
