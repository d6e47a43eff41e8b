using ServicePackage.Core.Enterprises;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>Places and industries as trees: what lies in what, and what is left open by a code that is not fine enough.</summary>
public sealed class CodeTreeTests
{
    [Theory]
    [InlineData("310114106", "310114106", true)]
    [InlineData("310114106", "310114", true)]
    [InlineData("310114106", "310000", true)]
    [InlineData("310114106", "000000", true)]
    [InlineData("310114106", "310112", false)]
    [InlineData("310114106", "310114102", false)]
    [InlineData("310114", "310114106", null)]
    [InlineData("310000", "310114", null)]
    [InlineData("320583", "320500", true)]
    [InlineData("320583", "320600", false)]
    [InlineData("320500", "310000", false)]
    public void Division_LiesInAnother(string code, string of, bool? expected) => Assert.Equal(expected, Divisions.IsWithin(code, of));

    [Theory]
    [InlineData("3432", "3432", true)]
    [InlineData("3432", "34", true)]
    [InlineData("3432", "C", true)]
    [InlineData("3432", "D", false)]
    [InlineData("34", "3432", null)]
    [InlineData("C", "3432", null)]
    [InlineData("C", "6513", false)]
    [InlineData("C", "C", true)]
    [InlineData("36", "34", false)]
    public void Industry_BelongsToAnother(string code, string of, bool? expected) => Assert.Equal(expected, Industries.IsWithin(code, of));

    [Fact]
    public void Names_AreThoseOfTheNearestThatHasOne()
    {
        Assert.Equal(("嘉定区马陆镇", "上海市", "999999"), (Divisions.Name("310114106"), Divisions.Name("310000"), Divisions.Name("999999")));
        Assert.Equal(("应用软件开发", "通用设备制造业（3499）"), (Industries.Name("6513"), Industries.Name("3499")));
    }

    [Fact]
    public void Files_AreTrees()
    {
        Assert.All(Industries.All, i => Assert.NotNull(Industries.DoorOf(i.Code)));
        Assert.Equal(Industries.All.Count, Industries.All.Select(i => i.Code).Distinct().Count());
        Assert.All(Divisions.All.Where(d => d.Code.Length == 9), d => Assert.NotNull(Divisions.Find(d.Code[..6])));
    }
}
