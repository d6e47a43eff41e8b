using System.Globalization;
using System.Text;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Writes the table of moves as the page of the documentation shows it.</summary>
internal static class ProcedurePage
{
    public static string Render()
    {
        var page = new StringBuilder();
        page.Append("""
            # The procedure

            The moves of a demand, written from `TicketProcedure.Rules`; a test keeps this page equal to it. `DOCS_WRITE=1 dotnet test` writes it anew.
            "stays" leaves the state as it is; fields in brackets are optional or needed only in some cases (`MoveNeeds`). "Decides on": the moves
            whose latest entry stands above the button. Who: one of the relations suffices. Internal: the enterprise reads nothing of it; text within: it
            reads all but the text. Recorded: an answer of the enterprise, kept with the demand as it was, for the enterprise can contradict it.
            How long each clock runs and whom it tells: [clocks.md](clocks.md).

            | move | 办理事项 | from → to | who | decides on | gives | unless refused for | tells |
            | --- | --- | --- | --- | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var rule in TicketProcedure.Rules)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Move}{(rule.Internal ? " (internal)" : rule.TextWithin ? " (text within)" : "")}{(rule.Spoken ? " (recorded)" : "")} | {Wording.Name(rule.Move)} | {StatesOf(rule.From)} → {(rule.To.Count == 0 ? "stays" : StatesOf(rule.To))} | {rule.Who} | {string.Join(", ", rule.On)} | {GivesOf(rule)} | {string.Join(", ", rule.Guards.Select(g => g.Code))} | {string.Join(", ", rule.Tells.Select(r => r.ToString()).Concat(rule.TellsIfAgreed.Select(r => $"{r} if agreed")))} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\nThe enterprise's answers, which somebody may record for it: {string.Join(", ", TicketProcedure.Answers)}.\nIt can withdraw from: {StatesOf(TicketProcedure.Withdrawable)}.\nAsked of the town's people alone: {string.Join(", ", MoveFields.Rows.Where(r => r.TownOnly).Select(r => r.Field))}.\n");
        page.Append("""

            ## Decided here

            The plan is silent on these; a later change of one is a row of the table or a setting.

            - After a bad rating the lead unit notes the contact before it files the reply. From the moment the Centre may file the reply in
              its place (three working days overdue), the Centre may also note the contact; the unit's breaches stay on record.
            - Monthly progress that is open or falls due while a return application is pending is owed by the Centre; it passes to the unit with the demand.
            - Whoever accepts a demand as one of the unit's officers is its officer from then on, unless another was or is named; the unit's
              liaison and head, who give out its work, accept for the unit where they are no officers.
            - A day given to somebody, such as the answer-by date of an instruction, lies ahead: after the close of business, today no longer does.

            """.ReplaceLineEndings("\n"));
        return page.ToString();
    }

    private static string StatesOf(IReadOnlyList<TicketState> states) =>
        states.Count == TicketProcedure.OpenStates.Count && states.All(TicketProcedure.OpenStates.Contains) ? "any open state"
        : states.Count == Enum.GetValues<TicketState>().Length ? "any state"
        : string.Join(", ", states);

    private static string GivesOf(MoveRule rule) => string.Join(", ", rule.Gives.Select(n => n.Required ? n.Field.ToString() : $"[{n.Field}]"));
}
