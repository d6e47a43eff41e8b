using System.Globalization;
using ServicePackage.Core.Events;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Packages;

/// <summary>Says in the reader's language what a package keeps as data.</summary>
public static class PackageWording
{
    /// <summary>2026 第2版.</summary>
    public static string Label(int year, int number) => Wording.Sentence("Package.Label", $"{year}", number);

    /// <summary>When it can be applied for: 2026年12月31日前申报, 常年受理.</summary>
    public static string Window(PackageClause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause switch
        {
            { WithoutApplication: true } => Wording.Text("PackageWindow.WithoutApplication"),
            { Window: WindowState.Open, WindowUntil: { } until } => Wording.Sentence("PackageWindow.Until", until),
            { Window: WindowState.Open } => Wording.Text("PackageWindow.Standing"),
            { Window: WindowState.ToCome, WindowFrom: { } from, WindowUntil: { } until } => Wording.Sentence("PackageWindow.FromUntil", from, until),
            { Window: WindowState.ToCome, WindowFrom: { } from } => Wording.Sentence("PackageWindow.From", from),
            { Window: WindowState.Closed, WindowUntil: { } until } => Wording.Sentence("PackageWindow.ClosedOn", until),
            _ => Wording.Name(clause.Window),
        };
    }

    /// <summary>What a line of what is worth doing asks for: 申报“…”, 评价“…”.</summary>
    public static string Task(PackageTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Answer is { } answer ? Wording.Sentence($"PackageAnswer.{answer}", task.Text.Shown)
            : task.Kind == PackageTaskKind.Tell ? Wording.Sentence(task.About.Kind == PackageTasks.List ? "PackageTask.TellList" : "PackageTask.Tell", task.Text.Shown, task.Decides)
            : Wording.Sentence($"PackageTask.{task.Kind}", task.Text.Shown);
    }

    /// <summary>What is said to a clause, in both languages: 重点推荐：…; null where nothing is.</summary>
    internal static Said? Said(PackageClause clause) => (clause.IsPutForward, clause.Word.Length > 0) switch
    {
        (true, true) => Packages.Said.Of(() => Wording.Sentence("PackageClause.PutForwardWith", clause.Word)),
        (true, false) => Packages.Said.Of(() => Wording.Name(PackagePlace.PutForward)),
        (false, true) => new Said(clause.Word, ""),
        _ => null,
    };

    /// <summary>When an event takes place, with its year (Shanghai time): 2026年3月8日14:00—16:00.</summary>
    public static string Time(PackageSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var (from, until) = (TownTime.Local(seat.StartsAt), TownTime.Local(seat.EndsAt));
        return Wording.Sentence("PackageSeat.Time", TownTime.DayOf(seat.StartsAt), from.ToString("HH:mm", CultureInfo.InvariantCulture), until.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>Whether it has a seat: 已报名2人, 候补第3位.</summary>
    public static string Seat(PackageSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return seat.State == SeatState.Waiting ? Wording.Sentence("PackageSeat.Waiting", seat.InLine) : Wording.Sentence("PackageSeat.Taken", seat.People);
    }

    /// <summary>An amount obtained, in yuan: 50万元.</summary>
    public static string Yuan(decimal yuan) => Enterprises.FactWording.Number(Enterprises.FactKind.Money, yuan, yuan);
}
