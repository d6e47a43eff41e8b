using System.Globalization;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The table of moves itself: documented, complete, without rows that can never be used.</summary>
public sealed class ProcedureTests
{
    [Fact]
    public void Page_OfTheDocumentation_IsTheTable()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var path = Path.Combine(Repository.Root, "docs", "procedure.md");
        if (Environment.GetEnvironmentVariable("DOCS_WRITE") == "1")
        {
            File.WriteAllText(path, ProcedurePage.Render());
        }

        Assert.Equal(ProcedurePage.Render(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Moves_ButRaisingAndWhatTheCalendarBrings_HaveARow()
    {
        Move[] without = [Move.Raise, Move.OweMonthlyProgress, Move.AskAfterPromise, Move.AmendCalendar, Move.MergeUnit];

        Assert.Equal(Enum.GetValues<Move>().Except(without).Order(), TicketProcedure.Rules.Select(r => r.Move).Distinct().Order());
    }

    [Fact]
    public void OpenStates_CanAllBeLeft() =>
        Assert.All(TicketProcedure.OpenStates, s => Assert.Contains(TicketProcedure.Rules, r => r.From.Contains(s) && r.To.Any(to => to != s)));
}
