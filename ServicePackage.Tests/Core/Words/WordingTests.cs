using System.Globalization;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Words;

public sealed class WordingTests
{
    [Fact]
    public void Sentence_WhenItBeginsWithAField_BeginsWithACapital()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal("Please check the date: it is not a usable date.", new Refusal("DayOutOfRange", new FieldName("Day")).Sentence);
        Assert.Equal("Please choose the topic.", new Refusal("NotChosen", new FieldName("Topic")).Sentence);
        Assert.Equal("iTown Ltd is not on the current roster and cannot raise a new demand.", new Refusal("NotOnRoster", "iTown Ltd").Sentence); // a name stays as it is
    }

    [Fact]
    public void Sentence_InChinese_NamesTheFieldToChoose()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        Assert.Equal("请选择诉求主题。", new Refusal("NotChosen", new FieldName("Topic")).Sentence);
    }
}
