using Microsoft.Extensions.Localization;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>A group of what waits on a desk, shown as a tab.</summary>
/// <param name="Key">Its name stands under "Group." and this in DeskTexts; part of the address in small letters.</param>
/// <param name="Kinds">Its clocks; all when empty.</param>
/// <param name="Paused">Whether its clocks stand still.</param>
public sealed record DeskGroup(string Key, IReadOnlyList<ClockKind> Kinds, bool Paused = false)
{
    /// <summary>What the Centre decides (plan §六); the last, whatever else it holds, such as an instruction on a demand that no unit has.</summary>
    public static readonly IReadOnlyList<DeskGroup> OfCentre = WithOther(
    [
        new("Dispatch", [ClockKind.Dispatch]),
        new("Return", [ClockKind.ReturnDecision]),
        new("Type", [ClockKind.TypeDecision]),
        new("Refusal", [ClockKind.RefusalWindow]),
        new("Declined", [ClockKind.TaskDecision]),
        new("Proceedings", [ClockKind.ProceedingsDecision]),
        new("Course", [ClockKind.CourseDecision]),
        new("Ruling", [ClockKind.Ruling]),
        new("Call", [ClockKind.Call]),
    ]);

    /// <summary>What a unit owes; the last, what it waits for others with.</summary>
    public static readonly IReadOnlyList<DeskGroup> OfUnit =
    [
        new("All", []),
        new("Review", [ClockKind.Review]),
        new("Handling", [ClockKind.Handling, ClockKind.LegalDate]),
        new("Supporting", [ClockKind.SupportingTask]),
        new("Reply", [ClockKind.WrittenReply, ClockKind.BadRatingContact]),
        new("Monthly", [ClockKind.MonthlyProgress]),
        new("Urge", [ClockKind.Urge]),
        new("Paused", [], Paused: true),
    ];

    /// <summary>Its name in the address.</summary>
    public string Tab => Key.ToLowerInvariant();

    /// <summary>The group of a tab named in an address; the first one where there is no such.</summary>
    public static DeskGroup Find(IReadOnlyList<DeskGroup> groups, string? tab) =>
        groups.FirstOrDefault(g => string.Equals(g.Key, tab, StringComparison.OrdinalIgnoreCase)) ?? groups[0];

    private static DeskGroup[] WithOther(DeskGroup[] groups) =>
        [.. groups, new("Other", [.. Enum.GetValues<ClockKind>().Except(groups.SelectMany(g => g.Kinds))])];

    /// <summary>How many wait in the group, and under which lamps.</summary>
    public DeskTotal Total(IEnumerable<DeskCount> counts) =>
        DeskTotal.Of(counts.Where(c => c.Paused == Paused && (Kinds.Count == 0 || Kinds.Contains(c.Kind))));
}

/// <summary>How many wait, how many of them are past due or nearly so.</summary>
public sealed record DeskTotal(int Count, int Breached, int Approaching)
{
    /// <summary>The worst lamp among them; null where nothing waits or nothing presses.</summary>
    public Lamp? Worst => Breached > 0 ? Lamp.Breached : Approaching > 0 ? Lamp.Approaching : null;

    /// <summary>How many wait, in a line; what there is none of is left out.</summary>
    public string Say(IStringLocalizer<DeskTexts> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Count == 0 ? texts["Desk.LineNone"] : string.Join(texts["Desk.Separator"], Parts().Select(p => p.Value));

        IEnumerable<LocalizedString> Parts()
        {
            yield return texts["Desk.Waiting", Count];
            if (Breached > 0)
            {
                yield return texts["Desk.Overdue", Breached];
            }

            if (Approaching > 0)
            {
                yield return texts["Desk.Approaching", Approaching];
            }
        }
    }

    /// <summary>Adds counts up.</summary>
    public static DeskTotal Of(IEnumerable<DeskCount> counts) =>
        counts.Aggregate(new DeskTotal(0, 0, 0), (t, c) => new DeskTotal(t.Count + c.Count, t.Breached + c.Breached, t.Approaching + c.Approaching));
}
