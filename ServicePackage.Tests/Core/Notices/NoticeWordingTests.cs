using ServicePackage.Core.Notices;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Notices;

public sealed class NoticeWordingTests
{
    [Theory]
    [InlineData("zh-CN", "王敏改派：诉求2026-00412“道路积水”。")]
    [InlineData("en", "Demand 2026-00412, “道路积水”: 王敏 made the move “Reassign”.")]
    public void Sentence_OfAMoveWithoutItsOwn_NamesWhoMadeIt(string language, string sentence) =>
        Said(language, sentence, "Moved.Reassign", "2026-00412", "道路积水", "@Move.Reassign", "王敏");

    [Theory]
    [InlineData("zh-CN", "诉求2026-00412“道路积水”：视同确认。")]
    [InlineData("en", "Demand 2026-00412, “道路积水”: Deemed confirmed.")]
    public void Sentence_WhenNobodyActed_NamesTheMoveAlone(string language, string sentence) =>
        Said(language, sentence, "Moved.DeemConfirmed", "2026-00412", "道路积水", "@Move.DeemConfirmed");

    [Theory]
    [InlineData("zh-CN", "临期提醒：诉求2026-00412“道路积水”的办理时限将于2026年11月25日到期，请按期办理。")]
    [InlineData("en", "Due soon: Handling of demand 2026-00412, “道路积水”, is due on 25 Nov 2026; please see to it.")]
    public void Sentence_OfALevel_NamesClockAndDay(string language, string sentence) =>
        Said(language, sentence, "Level.DueSoon", "2026-00412", "道路积水", "@ClockKind.Handling", "2026-11-25");

    [Theory]
    [InlineData("zh-CN", "三级超期：诉求2026-00412“道路积水”的办理时限已于2026年11月25日到期，仍未办理，请予督促。")]
    [InlineData("en", "Overdue, level 3: Handling of demand 2026-00412, “道路积水”, was due on 25 Nov 2026 and is still not done; please press for it.")]
    public void Sentence_OfALevelAfterTheBreach_SaysItsNumber(string language, string sentence) =>
        Said(language, sentence, "Level.Further.Told", "2026-00412", "道路积水", "@ClockKind.Handling", "2026-11-25", "7", "@Numeral.3");

    [Fact]
    public void Sentence_WhenATitleLooksLikeAKeyOrAFormat_PutsItInAsItIs() =>
        Said("zh-CN", "王敏改派：诉求2026-00412“@某某{0}”。", "Moved.Reassign", "2026-00412", "@某某{0}", "@Move.Reassign", "王敏");

    [Fact]
    public void Sentence_WhenATitleLooksLikeAPartThatTakesMore_PutsItInAsItIs() =>
        Said("zh-CN", "王敏改派：诉求2026-00412“@Refusal.Cover.Unfit|x”。", "Moved.Reassign", "2026-00412", "@Refusal.Cover.Unfit|x", "@Move.Reassign", "王敏");

    private static void Said(string language, string sentence, string kind, params string[] arguments)
    {
        using var reading = new Reading(language);

        Assert.Equal(sentence, NoticeWording.Sentence(kind, arguments));
    }
}
