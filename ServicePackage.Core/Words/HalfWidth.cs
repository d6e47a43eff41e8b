namespace ServicePackage.Core.Words;

/// <summary>Typed with a Chinese keyboard, letters and digits come full-width (９１Ａ); codes and numbers are kept half-width.</summary>
public static class HalfWidth
{
    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';
    private const int Distance = FirstFullWidth - '!';
    private const char IdeographicSpace = '\u3000';

    /// <summary>The text with full-width letters, digits, signs and spaces made half-width, without space around it.</summary>
    public static string Of(string? text) => string.Create((text ?? "").Length, text ?? "", static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            span[i] = source[i] switch
            {
                >= FirstFullWidth and <= LastFullWidth => (char)(source[i] - Distance),
                IdeographicSpace => ' ',
                var other => other,
            };
        }
    }).Trim();
}
