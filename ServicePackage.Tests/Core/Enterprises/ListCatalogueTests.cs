using ServicePackage.Core.Enterprises;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>The file of lists that are kept of an enterprise.</summary>
public sealed class ListCatalogueTests
{
    public static TheoryData<string> Codes => [.. ListCatalogue.All.Select(l => l.Code)];

    [Fact]
    public void Lists_AreThoseOfTheCatalogue()
    {
        Assert.Equal(["title", "equity", "award", "standard", "offence", "loan", "project"], ListCatalogue.All.Select(l => l.Code));
        Assert.Equal(["title", "award", "standard"], ListCatalogue.PublicCodes);
        Assert.Equal(
            ["tech_sme", "innovative", "srdi", "little_giant", "hnte", "champion_city", "champion_nation", "above_scale", "tech_centre", "ip_demo", "key_taxpayer", "industry_leader", "unicorn", "unicorn_potential"],
            ListCatalogue.Titles.Kinds!.Select(k => k.Code));
        Assert.Equal(["tech_centre"], ListCatalogue.Titles.Kinds!.Where(k => k.Levelled).Select(k => k.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void List_IsWhole(string code)
    {
        var list = ListCatalogue.Find(code)!;
        (string Code, string Chinese, string English)[] named =
        [
            (list.Code, list.Chinese, list.English), (list.Code, list.ItemChinese, list.ItemEnglish), (list.Code, list.SourceChinese, list.SourceEnglish),
            .. list.Fields.Select(f => ("field", f.Chinese, f.English)), .. (list.Kinds ?? []).Select(k => (k.Code, k.Chinese, k.English)),
            .. (list.Levels ?? []).Concat(list.Purposes ?? []).Select(o => (o.Code, o.Chinese, o.English)),
        ];

        Assert.All(named, n => Assert.Matches("^[a-z][a-z0-9_]{1,39}$", n.Code));
        Assert.All(named, n => Assert.True(HasChinese(n.Chinese) && !HasChinese(n.English) && n.English.Length > 0, n.Chinese));
        Assert.Equal(list.Fields.Count, list.Fields.Select(f => f.Field).Distinct().Count());
        Assert.Equal(list.Kinds is not null, list.Field(ListField.Kind) is not null);
        Assert.Equal(list.Levels is not null, list.Field(ListField.Level) is not null);
        Assert.Equal(list.Purposes is not null, list.Field(ListField.Purpose) is not null);
        Assert.True(list.Field(ListField.Part) is null || list.Field(ListField.Amount) is not null);
        Assert.True(list.Field(ListField.Amount) is null || list.Commercial);
        Assert.NotNull(list.Field(ListField.From));
        Assert.True(list.Again > 0);
    }

    private static bool HasChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
