using ServicePackage.Core.Enterprises;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>The file of facts that can be asked of an enterprise.</summary>
public sealed class FactCatalogueTests
{
    public static TheoryData<string> Codes => [.. FactCatalogue.All.Select(f => f.Code)];

    [Fact]
    public void Codes_StandOnce()
    {
        Assert.Equal(49, FactCatalogue.All.Count);
        Assert.Equal(FactCatalogue.All.Count, FactCatalogue.All.Select(f => f.Code).Distinct().Count());
        Assert.Equal(FactCatalogue.All.Count, FactCatalogue.All.Select(f => f.Chinese).Distinct().Count());
        Assert.Equal(FactCatalogue.All.Count, FactCatalogue.All.Select(f => f.English).Distinct().Count());
    }

    [Fact]
    public void Groups_AllHaveFacts() =>
        Assert.Equal(FactCatalogue.Groups.Select(g => g.Code), FactCatalogue.All.Select(f => f.Group).Distinct());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Fact_IsWhole(string code)
    {
        var fact = FactCatalogue.Find(code)!;

        Assert.Matches("^[a-z][a-z0-9_]{1,39}$", fact.Code);
        Assert.True(HasChinese(fact.Chinese) && HasChinese(fact.SourceChinese));
        Assert.False(HasChinese(fact.English) || HasChinese(fact.SourceEnglish) || fact.English.Length == 0 || fact.SourceEnglish.Length == 0);
        Assert.NotEmpty(fact.Shapes);
        Assert.Equal(fact.Shapes.Count, fact.Shapes.Distinct().Count());
        Assert.Equal(fact.Kind == FactKind.Day, fact.Shapes.Contains(FactShape.Day));
        Assert.Equal(fact.Kind == FactKind.Choice, fact.Options is { Count: > 1 });
        Assert.True(fact.Options is not { } options || (options.Select(o => o.Code).Distinct().Count() == options.Count && options.All(o => HasChinese(o.Chinese) && o.English.Length > 0)));
        Assert.True(fact.PartOf is not { } whole || FactCatalogue.Find(whole)?.Kind == fact.Kind);
        Assert.True(fact.Again is null or > 0);
    }

    [Fact]
    public void Figures_OfBusiness_AreCommercialAndWhatRegistersTellIsPublic()
    {
        Assert.All(FactCatalogue.All.Where(f => f.Kind == FactKind.Money), f => Assert.True(f.Commercial, f.Code));
        Assert.All(FactCatalogue.All.Where(f => f.Group == "basics"), f => Assert.False(f.Commercial, f.Code));
        Assert.Equal(FactCatalogue.All.Where(f => !f.Commercial).Select(f => f.Code), FactCatalogue.PublicCodes);
    }

    [Theory]
    [InlineData(FactShape.Year, 2025, 1, "2025-01-01", "2025-12-31", "2025年")]
    [InlineData(FactShape.EndOfYear, 2025, 1, "2025-01-01", "2025-12-31", "2025年末")]
    [InlineData(FactShape.Quarter, 2025, 3, "2025-07-01", "2025-09-30", "2025年第3季度")]
    [InlineData(FactShape.EndOfQuarter, 2025, 4, "2025-10-01", "2025-12-31", "2025年第4季度末")]
    [InlineData(FactShape.Month, 2024, 2, "2024-02-01", "2024-02-29", "2024年2月")]
    [InlineData(FactShape.EndOfMonth, 2025, 12, "2025-12-01", "2025-12-31", "2025年12月末")]
    public void Period_HasItsFirstAndLastDayAndItsName(FactShape shape, int year, int part, string from, string until, string name)
    {
        var period = FactPeriod.Of(shape, year, part)!.Value;

        Assert.Equal((from, until, name), ($"{period.From:yyyy-MM-dd}", $"{period.Until:yyyy-MM-dd}", period.Name));
    }

    [Theory]
    [InlineData(FactShape.Quarter, 2025, 5)]
    [InlineData(FactShape.Month, 2025, 0)]
    [InlineData(FactShape.Month, 2025, 13)]
    [InlineData(FactShape.Year, 1948, 1)]
    [InlineData(FactShape.Year, 99999, 1)]
    [InlineData(FactShape.State, 2025, 1)]
    public void Period_ThatThereIsNot_IsNone(FactShape shape, int year, int part) => Assert.Null(FactPeriod.Of(shape, year, part));

    private static bool HasChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
