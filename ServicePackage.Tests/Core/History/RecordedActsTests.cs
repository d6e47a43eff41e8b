using System.Globalization;
using System.Text.RegularExpressions;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Data;
using ServicePackage.Core.History;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.History;

/// <summary>Whatever a room notes it says beforehand, and it has words in both languages: an act that nobody can pick or read is found here.</summary>
public sealed partial class RecordedActsTests
{
    /// <summary>Acts that the sources do not spell where they are noted: the expression, and what it stands for.</summary>
    private static readonly Dictionary<string, string[]> Spelled = new()
    {
        ["act"] = ["EndSession", "EndSessions", "Amend", "Import", "Begin", "Complete"],
        ["note.Act"] = [], // was noted once already
        ["draftAct"] = ["ChangeDraft", "RemoveFile", "SplitText", "SaveClause", "SaveCondition", "MoveClause", "RemoveClause"],
        ["serviceAct"] = ["ChangeServiceDraft", "SubmitService", "TakeBackService"],
        ["eventAct"] = ["ChangeEventDraft", "SubmitEvent", "TakeBackEvent", "DiscardEventDraft"],
        ["coverAct"] = ["GiveCover", "EndCover"],
        ["yearAct"] = ["CloseNominations", "ReopenNominations"],
        ["pickStep"] = [.. Enum.GetNames<PickStep>().Select(s => $"Pick.{s}")],
        ["stepAct"] = [.. Enum.GetNames<ApplicationStep>().Select(s => $"Application.{s}")],
        ["move.ToString()"] = Enum.GetNames<Move>(),
        ["rule.Move.ToString()"] = Enum.GetNames<Move>(),
    };

    private static readonly IReadOnlyList<RecordedKind> Recorded = [.. Town.House.Of<IRecords>().SelectMany(r => r.Recorded)];

    private static readonly HashSet<string> Said = [.. Recorded.SelectMany(k => k.Acts), HistoryRecorder.Change];

    [Fact]
    public void Acts_NotedInTheSources_AreSaidByTheirRoom()
    {
        var noted = Noted().ToList();

        Assert.NotEmpty(noted);
        Assert.Empty(noted.Where(n => !Said.Contains(n.Act)).Select(n => $"{n.File} notes {n.Act}").Distinct());
    }

    [Fact]
    public void Expressions_ThatStandForActs_AreStillUsed() => Assert.Empty(Spelled.Keys.Except(Expressions().SelectMany(e => e.Acts)));

    [Fact]
    public void Acts_SaidByARoom_AreNotedSomewhere() =>
        Assert.Empty(Said.Except(Noted().Select(n => n.Act)).Except([HistoryRecorder.Change]));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void ActsAndKinds_HaveTheirWords(string language)
    {
        using var reading = new Reading(language);

        Assert.DoesNotContain(Recorded, k => HistoryWording.Kind(k.Kind) is null);
        Assert.DoesNotContain(Recorded.SelectMany(k => k.Acts.Append(HistoryRecorder.Change), (k, act) => (k.Kind, Act: act)), a => HistoryWording.Act(a.Kind, a.Act) is null);
    }

    [Fact]
    public void Words_OfAct_ForTheDemosCompletion_AreItsOwn()
    {
        using var reading = new Reading("zh-CN");

        Assert.Equal(["填充完成", "报送办结"], new[] { "DemoTown", nameof(Ticket) }.Select(k => HistoryWording.Act(k, "Complete")));
    }

    [Fact]
    public void Kinds_ThatHaveAHistory_AreSaidByARoom()
    {
        var found = typeof(AppDbContext).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IHistoried)) && t is { IsAbstract: false } && t.GetConstructor([]) is not null && !t.IsDefined(typeof(UnwrittenAttribute), inherit: false))
            .Select(t => ((IHistoried)Activator.CreateInstance(t)!).Subject).Distinct();

        Assert.Empty(found.Except(Recorded.Select(k => k.Kind)));
    }

    private static IEnumerable<(string File, string Act)> Noted() =>
        from expression in Expressions()
        from act in expression.Acts.SelectMany(a => ActsOf(a, expression.File))
        select (expression.File, act);

    /// <summary>The expressions given to Note as the act; those of a choice apart.</summary>
    private static IEnumerable<(string File, IReadOnlyList<string> Acts)> Expressions() =>
        from file in Repository.Files("ServicePackage.Core", ".cs")
        from match in Note().Matches(Repository.Read(file))
        let act = match.Groups["act"].Value.Trim()
        select (file, (IReadOnlyList<string>)(act.Split('?') is [_, var choice] ? [.. choice.Split(':').Select(c => c.Trim())] : [act]));

    private static string[] ActsOf(string expression, string file) =>
        Literal().Match(expression) is { Success: true } literal ? [literal.Groups[1].Value]
        : Named().Match(expression) is { Success: true } named ? [named.Groups[1].Value]
        : Spelled.TryGetValue(expression, out var acts) ? acts
        : [Constant(expression.Split('.')[^1], file)];

    /// <summary>The value of a constant of Core by its name; the name with a mark where there is none, so that it is found.</summary>
    private static string Constant(string name, string file) =>
        Repository.Files("ServicePackage.Core", ".cs").OrderByDescending(f => f == file)
            .Select(f => Regex.Match(Repository.Read(f), string.Create(CultureInfo.InvariantCulture, $@"const string {Regex.Escape(name)} = ""(\w+)""")))
            .FirstOrDefault(m => m.Success)?.Groups[1].Value ?? $"?{name}";

    [GeneratedRegex(@"\.Note\((?:[^(),]|\((?:[^()]|\([^()]*\))*\))+,\s*(?<act>(?:[^(),]|\([^()]*\))+)")]
    private static partial Regex Note();

    [GeneratedRegex(@"^""(\w+)""$")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^nameof\(Move\.(\w+)\)$")]
    private static partial Regex Named();
}
