using ServicePackage.Core.Policies;

namespace ServicePackage.Tests.Core.Policies;

public sealed class ClauseSplitterTests
{
    [Fact]
    public void Split_ArticlesAndItems_GivesAClauseForEach()
    {
        var found = ClauseSplitter.Split("""
            某某若干措施
            为支持企业发展，制定本措施。
            第一章 总则
            第一条（目的）为支持企业发展，制定本措施。
            第二条 支持人才引进。给予以下支持：
            （一）安家补贴
            对新引进人才给予补贴。
            依照第三条（一）办理。
            （二）租房补贴。按月发放。
            第二章 附则
            第三条 本措施由镇政府解释。
            """);

        Assert.Equal(
            [
                new FoundClause("第一条", "目的", "为支持企业发展，制定本措施。"),
                new FoundClause("第二条（一）", "安家补贴", "支持人才引进。给予以下支持：\n对新引进人才给予补贴。\n依照第三条（一）办理。"),
                new FoundClause("第二条（二）", "租房补贴", "支持人才引进。给予以下支持：\n按月发放。"),
                new FoundClause("第三条", "", "本措施由镇政府解释。"),
            ],
            found);
    }

    [Theory]
    [InlineData("第十一条 内容", "第十一条")]
    [InlineData("第１２条 内容", "第１２条")]
    [InlineData("第12条内容", "第12条")]
    [InlineData("　　第 二十 条　内容", "第二十条")]
    [InlineData("（十）内容", "（十）")]
    [InlineData("(3) 内容", "(3)")]
    [InlineData("（１）内容", "（１）")]
    public void Split_NumbersOfAnyWidth_AreKeptAsInTheText(string line, string number) => Assert.Equal([new FoundClause(number, "", "内容")], ClauseSplitter.Split(line));

    [Fact]
    public void Split_TextBeforeTheFirst_IsNoClause()
    {
        Assert.Equal("第一条", Assert.Single(ClauseSplitter.Split("各村、各单位：\r\n现将措施印发给你们。\r\n\r\n第一条 内容")).Number);
        Assert.Empty(ClauseSplitter.Split("没有条款的文字，提到第三条和（一）。"));
        Assert.Empty(ClauseSplitter.Split(""));
    }

    [Fact]
    public void Split_PartsWithoutArticles_EndTheItemBefore() =>
        Assert.Equal(["（一）：甲", "（二）：乙", "（三）：丙"],
            ClauseSplitter.Split("一、总体要求\n指导思想。\n二、措施\n（一）甲\n（二）乙\n三、保障\n加强领导。\n（三）丙").Select(c => $"{c.Number}：{c.Text}"));

    [Fact]
    public void Split_ItemsOfSeveralPartsWithTheSameNumber_AreCalledWithTheirPart() =>
        Assert.Equal(["一、（一）：甲", "一、（二）：乙", "二、（一）：丙"], ClauseSplitter.Split("一、人才\n（一）甲\n（二）乙\n二、住房\n（一）丙").Select(c => $"{c.Number}：{c.Text}"));

    [Fact]
    public void Split_LineThatOnlyNamesAnArticle_BeginsNone() =>
        Assert.Equal("内容。\n第三条规定的除外。", Assert.Single(ClauseSplitter.Split("第一条 内容。\n第三条规定的除外。")).Text);
}
