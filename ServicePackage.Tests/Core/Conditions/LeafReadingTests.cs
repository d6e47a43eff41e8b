using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Conditions;

/// <summary>What is typed of a leaf or a group, read as a condition and written back.</summary>
public sealed class LeafReadingTests
{
    public static TheoryData<string> Leaves =>
    [
        .. Criteria.OfTheProgram.All.SelectMany(c => c.Versions).SelectMany(v => ConditionRules.LeavesOf(v.Condition)).Select(ConditionJson.Write).Distinct(),
        """{"is":"figure","of":{"is":"over","of":{"is":"share","part":{"is":"fact","code":"rd"},"whole":{"is":"fact","code":"revenue"}},"how":"mean","years":3},"must":"atLeast","to":0.05,"eachOf":1}""",
        """{"is":"figure","of":{"is":"share","part":{"is":"over","of":{"is":"fact","code":"rd"},"how":"sum","years":3},"whole":{"is":"over","of":{"is":"fact","code":"revenue"},"how":"sum","years":3}},"must":"atLeast","to":0.05,"eachOf":1}""",
        """{"is":"figure","of":{"is":"growth","fact":"revenue","years":2,"how":"mean"},"must":"above","to":-0.05,"eachOf":1}""",
        """{"is":"figure","of":{"is":"age","fact":"founded","inDays":true},"must":"atMost","to":90,"eachOf":1}""",
        """{"is":"figure","of":{"is":"fact","code":"revenue"},"must":"below","to":9999.5,"eachOf":3}""",
        """{"is":"items","list":"title","where":{"kinds":["srdi"],"first":true,"yearsAgo":1},"must":"atLeast","to":1,"sum":false}""",
        """{"is":"items","list":"project","where":{"since":"2025-01-01","amountAtLeast":5000000,"shareAtLeast":0.3,"flag":true},"must":"atLeast","to":1,"sum":false}""",
        """{"is":"judged","key":"k","chinese":"无重大事故","english":"no accident"}""",
        """{"is":"size","in":["micro","small"]}""",
        """{"is":"named","criterion":"sme"}""",
    ];

    [Theory]
    [MemberData(nameof(Leaves))]
    public void Leaf_FilledInAndRead_IsTheSame(string json)
    {
        var leaf = ConditionJson.Read(json)!;

        var read = LeafReading.Read(LeafReading.Of(leaf));

        Assert.Null(read.Refusal?.Sentence);
        Assert.Equal(ConditionJson.Write(leaf), ConditionJson.Write(read.Value));
    }

    [Fact]
    public void Figure_ThatNoFormMakes_IsNotTakenForAnother()
    {
        var (sum, least) = (new OverYears(new FactMeasure("rd"), Together.Sum, 3), new OverYears(new FactMeasure("revenue"), Together.Least, 2));

        Assert.Equal("", LeafReading.Of(new FigureLeaf(new ShareMeasure(sum, least), Must.AtLeast, 0.03m)).Fact);
        Assert.Equal("", LeafReading.Of(new FigureLeaf(new OverYears(new GrowthMeasure("revenue"), Together.Mean, 2), Must.AtLeast, 0.03m)).Fact);
    }

    [Theory]
    [InlineData("", nameof(LeafInput.Number), "Missing")]
    [InlineData("一千", nameof(LeafInput.Number), "Fact.NotANumber")]
    [InlineData("-1", nameof(LeafInput.Number), "Fact.Negative")]
    [InlineData("0.0000001", nameof(LeafInput.Number), "Fact.MoneyDecimals")]
    public void Figure_WithANumberThatCannotBeRead_IsRefusedAtItsField(string typed, string field, string code) =>
        Refused(new LeafInput { Fact = "revenue", Number = typed }, field, code);

    [Fact]
    public void Leaf_OfWhichNothingIsChosen_IsRefusedAtItsField()
    {
        Refused(new LeafInput(), nameof(LeafInput.Fact), "NotChosen");
        Refused(new LeafInput { Figure = FigureKind.Share, Fact = "rd", Whole = "staff" }, nameof(LeafInput.Whole), "NotChosen");
        Refused(new LeafInput { Figure = FigureKind.Growth, Fact = "revenue", Years = "11", Number = "3" }, nameof(LeafInput.Years), "Condition.Years");
        Refused(new LeafInput { Kind = LeafKind.Answer }, nameof(LeafInput.Answer), "NotChosen");
        Refused(new LeafInput { Kind = LeafKind.Answer, Answer = "legal_person", Codes = ["perhaps"] }, nameof(LeafInput.Codes), "Condition.NothingChosen");
        Refused(new LeafInput { Kind = LeafKind.Size }, nameof(LeafInput.Sizes), "Condition.NothingChosen");
        Refused(new LeafInput { Kind = LeafKind.Items, List = "nonsense" }, nameof(LeafInput.List), "NotChosen");
        Refused(new LeafInput { Kind = LeafKind.Items, List = "title", Number = "1", Time = ItemTime.Since }, nameof(LeafInput.Since), "Missing");
        Refused(new LeafInput { Kind = LeafKind.Items, List = "project", Number = "1", Share = "101" }, nameof(LeafInput.Share), "Fact.ShareAboveOne");
        Refused(new LeafInput { Kind = LeafKind.Named, Criterion = "nonsense" }, nameof(LeafInput.Criterion), "NotChosen");
        Refused(new LeafInput { Kind = LeafKind.Judged, Chinese = "　" }, nameof(LeafInput.Chinese), "Missing");
        Refused(new LeafInput { Kind = LeafKind.Judged, Chinese = "甲", English = new string('a', 201) }, nameof(LeafInput.English), "TooLong");
    }

    [Theory]
    [InlineData("１，０００", MoneyUnit.TenThousand, 10_000_000)]
    [InlineData("1000", MoneyUnit.Yuan, 1000)]
    public void Money_IsTypedInEitherUnit(string typed, MoneyUnit unit, int yuan) =>
        Assert.Equal(yuan, ((FigureLeaf)LeafReading.Read(new LeafInput { Fact = "revenue", Number = typed, Unit = unit }).Value).To);

    [Fact]
    public void Shares_AreTypedInPercent() =>
        Assert.Equal(0.0275m, ((FigureLeaf)LeafReading.Read(new LeafInput { Figure = FigureKind.Share, Fact = "rd", Whole = "revenue", Number = "2.75%" }).Value).To);

    [Theory]
    [InlineData(GroupKind.AtLeast, "0", nameof(GroupInput.Count), "Condition.CountOfGroup")]
    [InlineData(GroupKind.Score, "", nameof(GroupInput.Points), "Missing")]
    [InlineData(GroupKind.Part, "", nameof(GroupInput.Chinese), "Missing")]
    [InlineData(GroupKind.Bands, "", nameof(GroupInput.Fact), "NotChosen")]
    [InlineData(GroupKind.Band, "很多", nameof(GroupInput.UpTo), "Fact.NotANumber")]
    public void Group_WronglyTyped_IsRefusedAtItsField(GroupKind kind, string typed, string field, string code)
    {
        var input = new GroupInput { Kind = kind, Count = typed, Points = typed, UpTo = typed, Of = new FactMeasure("staff") };

        var refusal = new GroupValidator().Refuse(input);

        Assert.Equal((field, code), (refusal?.Field, refusal?.Code));
        Assert.Equal(code, GroupReading.Read(input).Refusal?.Code);
    }

    [Fact]
    public void Band_IsReadAndFilledInInItsUnit()
    {
        var by = new FactMeasure("revenue");
        var settings = GroupReading.Read(new GroupInput { Kind = GroupKind.Band, Of = by, UpTo = "5000", Below = true }).Value;

        Assert.Equal((50_000_000m, true), (settings.UpTo, settings.Below));
        Assert.Equal(("5000", MoneyUnit.TenThousand), (GroupReading.Of(settings, by).UpTo, GroupReading.Of(settings, by).Unit));
        Assert.Null(GroupReading.Read(new GroupInput { Kind = GroupKind.Band, Of = by }).Value.UpTo);
    }

    private static void Refused(LeafInput input, string field, string code)
    {
        var refusal = new LeafValidator().Refuse(input);

        Assert.Equal((field, code), (refusal?.Field, refusal?.Code));
        Assert.Equal(code, LeafReading.Read(input).Refusal?.Code);
    }
}
