using ServicePackage.Core.Search;

namespace ServicePackage.Tests.Core.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("厂区门口道路积水", "厂 区 门 口 道 路 积 水")]
    [InlineData("2026-00001", "2026 00001")]
    [InlineData("ＡＢＣ公司（Shanghai）", "abc 公 司 shanghai")]
    [InlineData("half \ud842 a pair", "half a pair")]
    [InlineData("𠮷野家", "𠮷 野 家")]
    [InlineData("。，！", "")]
    public void Of_CutsIntoCharactersAndWords(string text, string words) => Assert.Equal(words, SearchWords.Of(text));

    [Theory]
    [InlineData("上海⼯业⽤地咨询", "上海工业用地咨询")] // radicals, as PDFs are copied
    [InlineData("⻓兴⻛能", "长兴风能")]
    [InlineData("Café Ｎo​5", "cafe no5")]
    [InlineData("㈱①ﬁn", "(株)1fin")]
    public void Of_WhenWrittenOtherwise_GivesTheWordsOfWhatIsTyped(string text, string typed) => Assert.Equal(SearchWords.Of(typed), SearchWords.Of(text));
}
