using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Words;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("９１Ａ＠ｑｑ．com", "91A@qq.com")]
    [InlineData(" a\u200bb\u202e ", "ab")]
    [InlineData("a\u00a0b\u3000c", "a b c")]
    [InlineData("1–2—3−4‑5", "1-2-3-4-5")]
    [InlineData("1\n2", "1\n2")]
    [InlineData(null, "")]
    public void Of_CleansWhatComesWithCopying(string? typed, string kept) => Assert.Equal(kept, CodeText.Of(typed));

    [Fact]
    public void Closed_WhenPrintedInGroups_ClosesThem() => Assert.Equal("913101", CodeText.Closed(" 9131　01 "));
}
