using System.Globalization;
using System.Text;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Writes the table of clocks as the page of the documentation shows it.</summary>
internal static class ClocksPage
{
    private static readonly ProcedureSettings Usual = new();

    public static string Render()
    {
        var page = new StringBuilder();
        page.Append("""
            # The clocks

            Every clock of a demand, written from `ClockRules.Rows`; a test keeps this page equal to it. `DOCS_WRITE=1 dotnet test` writes it anew.
            A clock waits for the first of the moves that end it, or for what an open clock before it waits for ("after"). Lengths are
            working days; a setting changes one (`Procedure:Days:Review`, `Procedure:Handling:Consultation`, `Procedure:LevelDays:2`), and whom a level tells (`Procedure:Ladders:Handling:0:0`, by level and place).

            | clock | 时限 | held by | days | ended by | after | a desk leads to | asked for by the notices of | when its time is over | but |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var rule in ClockRules.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Kind} | {Wording.Name(rule.Kind)} | {rule.Holder} | {DaysOf(rule)} | {List(rule.Ends)} | {List(rule.After)} | {rule.LeadsTo} | {List(rule.AskedBy)} | {LapseOf(rule)} | {NotesOf(rule)} |\n");
        }

        page.Append("""

            "with handling": stands still while handling does. "in proceedings": runs on while they last. "among the town": not shown to the
            enterprise. "spoken for": the first-asked person gives the enterprise's answer. What a unit holds is the Centre's while only
            the Centre has the demand.

            ## Escalation

            Each level also tells those of the levels before, but the enterprise only before the due date; a level that names nobody tells nobody.
            The same person once; a missing recipient passes upward.

            """.ReplaceLineEndings("\n"));
        page.Append(CultureInfo.InvariantCulture, $"\n| clock | due soon |{string.Concat(Levels.PastDue.Select(l => $" {l}: {(l == Levels.Breach ? "the breach" : $"{Usual.LevelAfter(l)} days over")}, also |"))}\n| --- | --- |{string.Concat(Levels.PastDue.Select(_ => " --- |"))}\n");
        foreach (var rule in ClockRules.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Kind} |{string.Concat(Levels.PastDue.Prepend(Levels.DueSoon).Select(l => $" {StepOf(rule.Ladder, l)} |"))}\n");
        }

        return page.ToString();
    }

    private static string DaysOf(ClockRule rule) =>
        rule.DaysByType.Count > 0 ? string.Join(", ", rule.DaysByType.Select(d => $"{d.Key} {d.Value}"))
        : rule.Days?.ToString(CultureInfo.InvariantCulture) ?? "a day given";

    private static string LapseOf(ClockRule rule) => rule.Lapse?.ToString() ?? (rule.OwesProgress ? "progress is owed each month" : "");

    private static string NotesOf(ClockRule rule) => string.Join(", ", new[]
    {
        rule.PausesWithHandling ? "with handling" : "",
        rule.RunsInProceedings ? "in proceedings" : "",
        rule.ShownToEnterprise ? "" : "among the town",
        rule.HeldByComment ? "held by a comment" : "",
        rule.SpokenFor ? "spoken for" : "",
    }.Where(n => n.Length > 0));

    private static string StepOf(EscalationLadder ladder, int level) => string.Join(", ",
        (level < ladder.Steps.Length ? ladder.Steps[level].Select(r => r.ToString()) : []).Concat(ladder.AgendaAt == level ? ["the next meeting's agenda"] : []));

    private static string List<T>(IReadOnlyList<T> members) => string.Join(", ", members);
}
