using System.Globalization;
using ServicePackage.Core.History;

namespace ServicePackage.Tests.Core.History;

/// <summary>What stands in the history is read in the reader's language.</summary>
public sealed class HistoryWordingTests
{
    [Theory]
    [InlineData("Ticket", "Type", "Coordination", "协调类")]
    [InlineData("", "Type", "Coordination", "协调类")] // as given with an act
    [InlineData("Enterprise", "Tier", "Town", "街镇重点企业")]
    [InlineData("Enterprise", "Type", "Coordination", null)] // another row's
    [InlineData("Ticket", "Type", "3", null)]
    [InlineData("Ticket", "Title", "Coordination", null)]
    public void Members_OfAnEnum_HaveTheirWords(string entity, string property, string value, string? words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        Assert.Equal(words is null ? null : [words], HistoryWording.Members(entity, property, value));
    }
}
