using ServicePackage.Core.Conditions;

namespace ServicePackage.Tests.Core.Conditions;

/// <summary>Conditions that cannot be kept, and why.</summary>
public sealed class ConditionRulesTests
{
    public static TheoryData<string, string?> Conditions => new()
    {
        { """{"is":"figure","of":{"is":"fact","code":"staff"},"to":300}""", null },
        { """{"is":"all","of":[]}""", "Condition.EmptyGroup" },
        { """{"is":"atLeast","count":3,"of":[{"is":"named","criterion":"sme"},{"is":"named","criterion":"hnte"}]}""", "Condition.CountOfGroup" },
        { """{"is":"figure","of":{"is":"fact","code":"nonsense"},"to":300}""", "Condition.NoSuchFact" },
        { """{"is":"figure","of":{"is":"fact","code":"industry"},"to":300}""", "Condition.NoSuchFact" },
        { """{"is":"figure","of":{"is":"age","fact":"staff"},"to":3}""", "Condition.NoSuchFact" },
        { """{"is":"figure","of":{"is":"fact","code":"staff"},"to":-1}""", "Condition.NumberNegative" },
        { """{"is":"figure","of":{"is":"growth","fact":"revenue"},"to":-0.1}""", null },
        { """{"is":"figure","of":{"is":"fact","code":"staff"},"to":1,"eachOf":11}""", "Condition.Years" },
        { """{"is":"figure","of":{"is":"age","fact":"founded"},"must":"atMost","to":9999}""", "Condition.NumberTooLarge" },
        { """{"is":"figure","of":{"is":"age","fact":"founded","inDays":true},"to":2900000}""", "Condition.NumberTooLarge" },
        { """{"is":"figure","of":{"is":"growth","fact":"revenue","years":10},"to":1000}""", "Condition.NumberTooLarge" },
        { """{"is":"all","of":[{"is":"code","fact":"reg_place","in":["310114"]},{"is":"code","fact":"reg_place","in":["310112"]}]}""", "Condition.Impossible" },
        { """{"is":"all","of":[{"is":"code","fact":"reg_place","in":["310114"]},{"is":"code","fact":"reg_place","in":["310114106"]}]}""", null },
        { """{"is":"code","fact":"staff","in":["yes"]}""", "Condition.NoSuchFact" },
        { """{"is":"code","fact":"industry","in":[]}""", "Condition.NothingChosen" },
        { """{"is":"named","criterion":"nonsense"}""", "Condition.NoSuchCriterion" },
        { """{"is":"judged","key":"k","chinese":" "}""", "Condition.JudgedEmpty" },
        { """{"is":"items","list":"nonsense","where":{}}""", "Condition.NoSuchList" },
        { """{"is":"items","list":"title","where":{"kinds":["nonsense"]}}""", "Condition.NoSuchList" },
        { """{"is":"items","list":"title","where":{"kinds":[]}}""", "Condition.NothingChosen" },
        { """{"is":"bands","by":{"is":"fact","code":"staff"},"of":[{"upTo":30,"then":{"is":"named","criterion":"sme"}},{"upTo":40,"then":{"is":"named","criterion":"sme"}}]}""", "Condition.BandsWithGap" },
        { """{"is":"bands","by":{"is":"fact","code":"staff"},"of":[{"upTo":30,"then":{"is":"named","criterion":"sme"}},{"upTo":20,"then":{"is":"named","criterion":"sme"}},{"then":{"is":"named","criterion":"sme"}}]}""", "Condition.BandsOutOfOrder" },
        { """{"is":"score","minimum":60,"of":[{"chinese":"部分","english":"part","items":[{"chinese":"项","english":"item","steps":[{"points":20,"when":{"is":"named","criterion":"sme"}}]}]}]}""", "Condition.ScoreOutOfReach" },
        { """{"is":"all","of":[{"is":"figure","of":{"is":"fact","code":"staff"},"to":300},{"is":"figure","of":{"is":"fact","code":"staff"},"must":"atMost","to":20}]}""", "Condition.Impossible" },
        { """{"is":"all","of":[{"is":"figure","of":{"is":"fact","code":"staff"},"to":20},{"is":"figure","of":{"is":"fact","code":"staff"},"must":"below","to":20}]}""", "Condition.Impossible" },
        { """{"is":"all","of":[{"is":"figure","of":{"is":"fact","code":"staff"},"to":20},{"is":"figure","of":{"is":"fact","code":"staff"},"must":"atMost","to":20}]}""", null },
        { """{"is":"any","of":[{"is":"figure","of":{"is":"fact","code":"staff"},"to":300},{"is":"figure","of":{"is":"fact","code":"staff"},"must":"atMost","to":20}]}""", null },
        { """{"is":"any","of":[{"is":"named","criterion":"sme"},{"is":"all","of":[{"is":"figure","of":{"is":"fact","code":"staff"},"to":300},{"is":"all","of":[{"is":"figure","of":{"is":"fact","code":"staff"},"must":"atMost","to":20}]}]}]}""", "Condition.Impossible" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_IsRefusedWithItsReason(string json, string? refusal)
    {
        var refused = ConditionRules.Refuse(ConditionJson.Read(json)!, Criteria.OfTheProgram);

        Assert.Equal(refusal, refused?.Code);
        Assert.NotEqual($"Refusal.{refusal}", refused?.Sentence ?? "");
    }

    [Fact]
    public void Condition_TooDeepOrTooLarge_IsRefused()
    {
        Condition leaf = new Named("sme");
        var deep = Enumerable.Range(0, ConditionRules.Deepest).Aggregate(leaf, (inner, _) => new AllOf([inner, leaf]));
        var wide = new AnyOf([.. Enumerable.Repeat(leaf, ConditionRules.MostLeaves + 1)]);

        Assert.Equal("Condition.TooDeep", ConditionRules.Refuse(deep, Criteria.OfTheProgram)?.Code);
        Assert.Equal("Condition.TooManyLeaves", ConditionRules.Refuse(wide, Criteria.OfTheProgram)?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("""{"is":"nonsense"}""")]
    [InlineData("""{"is":"all","of":[],"more":1}""")]
    [InlineData("""{"is":"all"}""")]
    [InlineData("""{"is":"all","of":null}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Condition_ThatCannotBeRead_IsNone(string text) => Assert.Null(ConditionJson.Read(text));
}
