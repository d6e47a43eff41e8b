using System.Globalization;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The table of fields: every field has its row, and what a move takes of an input, checks and keeps follows from it.</summary>
public sealed class MoveFieldsTests
{
    [Fact]
    public void Fields_AllHaveTheirRowAndAPropertyOfTheirOwn()
    {
        Assert.Equal(Enum.GetValues<Field>(), MoveFields.Rows.Select(r => r.Field).Order());
        Assert.Equal(typeof(MoveInput).GetProperties().Select(p => p.Name).Order(), MoveFields.Rows.Select(r => r.Property).Order());
    }

    /// <summary>How long each may be; a field of text without a line fails.</summary>
    [Fact]
    public void Texts_AreAsLongAsTheTableSays() =>
        Assert.Equal(
            new Dictionary<Field, int>
            {
                [Field.Text] = 20_000,
                [Field.ForEnterprise] = 20_000,
                [Field.TaskText] = 20_000,
                [Field.Body] = 100,
                [Field.CaseNumber] = 60,
                [Field.OtherNumber] = 20,
                [Field.Basis] = 500,
                [Field.WithWhom] = 100,
                [Field.Improvement] = 20_000,
                [Field.ImprovementBy] = 100,
                [Field.WhyNothing] = 20_000,
            }.OrderBy(r => r.Key),
            MoveFields.Rows.Where(r => r.IsText).Select(r => KeyValuePair.Create(r.Field, r.Most)).OrderBy(r => r.Key));

    /// <summary>What stands elsewhere on the page is given no line of its own in the story.</summary>
    [Fact]
    public void Story_GivesALineToWhatStandsNowhereElse() =>
        Assert.Equal([Field.Text, Field.Level, Field.CarryTasks, Field.Again, Field.Internal, Field.Marks, Field.Attachments, Field.Scan],
            MoveFields.Rows.Where(r => !r.InStory).Select(r => r.Field));

    [Fact]
    public void NameOf_AField_IsTheMovesOwnWhereItHasOne()
    {
        Assert.All(Enum.GetValues<Move>(), m => Assert.All(Enum.GetValues<Field>(), f =>
            Assert.Equal(ServicePackage.Core.Words.Wording.Find($"Field.{m}.{f}") is null ? $"{f}" : $"{m}.{f}", MoveFields.NameOf(m, f).Key)));
        Assert.Contains(Enum.GetValues<Move>(), m => MoveFields.NameOf(m, Field.Text).Key != nameof(Field.Text));
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, "TooLong")]
    public void Text_OfItsLength_IsTakenAndOneMoreIsNot(int length, string? code) =>
        Assert.Equal(code, Refuse(Move.ReportCannotBeMet, new MoveInput { Text = "无法实施。", Basis = new string('条', length) })?.Code);

    [Fact]
    public void Only_KeepsWhatTheMoveTakesAndNothingElse()
    {
        var file = Guid.NewGuid();
        var given = new MoveInput { Text = "同意。", UnitId = 7, SupportingUnitIds = [3, 3, 4], Day = new DateOnly(2026, 3, 2), Basis = "第三条", AttachmentIds = [file] };

        var dispatched = given.Only(TicketProcedure.Rules.Single(r => r.Move == Move.Dispatch));
        Assert.Equal((7, "同意。", null, ""), (dispatched.UnitId, dispatched.Text, dispatched.Day, dispatched.Basis));
        Assert.Equal([3L, 4L], dispatched.SupportingUnitIds);
        Assert.Empty(dispatched.AttachmentIds);

        var kept = given.Only(TicketProcedure.Rules.First(r => r.Move == Move.Comment));
        Assert.Equal([file], kept.AttachmentIds);
        Assert.NotSame(given.AttachmentIds, kept.AttachmentIds);
        Assert.Null(kept.UnitId);
    }

    [Theory]
    [InlineData(Move.Extend, "0", "ExtensionLength")]
    [InlineData(Move.Extend, "61", "ExtensionLength")]
    [InlineData(Move.Extend, "60", null)]
    [InlineData(Move.Extend, "", "Missing")]
    public void Extension_OfSoManyDays_IsRefusedOrNot(Move move, string days, string? code)
    {
        var given = new MoveInput { Text = "需现场勘查。", Days = days.Length == 0 ? null : int.Parse(days, CultureInfo.InvariantCulture) };

        var refusal = Refuse(move, given);
        Assert.Equal((code, code is null ? null : nameof(MoveInput.Days)), (refusal?.Code, refusal?.Field));
    }

    [Theory]
    [InlineData((TicketType)9, "NotChosen")]
    [InlineData(null, "NotChosen")]
    [InlineData(TicketType.Consultation, null)]
    public void Type_ThatIsNone_IsRefused(TicketType? type, string? code) =>
        Assert.Equal(code, Refuse(Move.ProposeType, new MoveInput { Type = type, Text = "属咨询事项。" })?.Code);

    private static Refusal? Refuse(Move move, MoveInput given) =>
        new MoveInputValidator(TicketProcedure.Rules.First(r => r.Move == move), given).Refuse(given);
}
