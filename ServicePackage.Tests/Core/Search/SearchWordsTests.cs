using ServicePackage.Core.Search;

namespace ServicePackage.Tests.Core.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("厂区门口道路积水", "厂 区 门 口 道 路 积 水")]
    [InlineData("2026-00001", "2026 00001")]
    [InlineData("ＡＢＣ公司（Shanghai）", "abc 公 司 shanghai")]
    [InlineData("𠮷野家", "𠮷 野 家")]
    [InlineData("。，！", "")]
    public void Of_CutsIntoCharactersAndWords(string text, string words) => Assert.Equal(words, SearchWords.Of(text));

    [Fact]
    public void PhrasesOf_PartsAtSpaces() => Assert.Equal([["道", "路"], ["abc"]], SearchWords.PhrasesOf(" 道路　ABC ！ "));
}
