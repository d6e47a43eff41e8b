using ServicePackage.Core.Conditions;
using ServicePackage.Core.Events;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Packages;

/// <summary>Draws up what is worth doing now: what has a day by its day, then answers that have none, then what was put forward, then figures.</summary>
internal static class PackageTasks
{
    /// <summary>What a line leads to that asks whether a list is complete.</summary>
    internal const string List = "List";

    /// <summary>The most figures that are asked for: a list of them is a form, not a hint.</summary>
    private const int MostFigures = 2;

    /// <summary>The most events: those whose last day comes first, so that they leave room for the rest.</summary>
    private const int MostEvents = 2;

    /// <summary>All of them, in order.</summary>
    public static IEnumerable<PackageTask> InOrder(IEnumerable<PackageTask> tasks) => tasks.OrderBy(t => t.By ?? DateOnly.MaxValue).ThenBy(t => t.Kind switch
    {
        PackageTaskKind.Answer => 0,
        PackageTaskKind.SignUp => 1,
        PackageTaskKind.Apply => 2,
        PackageTaskKind.Tell => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(tasks), t.Kind, null),
    });

    /// <summary>Clauses to apply under: those met whose window closes, and those put forward that can be applied for at any time.</summary>
    public static IEnumerable<PackageTask> ToApply(IEnumerable<PackageClause> clauses) =>
        from clause in clauses
        where clause is { Group: PackageGroup.Met, Window: WindowState.Open, WithoutApplication: false, IsAppliedFor: false } && (clause.WindowUntil is not null || clause.IsPutForward)
        select new PackageTask(PackageTaskKind.Apply, new Said(clause.Title, ""), clause.WindowUntil, new PackageAbout(nameof(Clause), clause.ClauseId, $"{clause.PolicyId}"));

    /// <summary>Events to sign up for; what is sold is nobody's to be told of.</summary>
    public static IEnumerable<PackageTask> ToSignUp(EventsOfEnterprise events) =>
        from open in events.Open.Where(e => !e.Event.Facts.Organiser.IsCommercial).Take(MostEvents)
        select new PackageTask(PackageTaskKind.SignUp, new Said(open.Event.Facts.Title, ""), open.Event.Facts.LastDay, new PackageAbout(nameof(Event), open.Event.Id));

    /// <summary>The answer that a clock waits for; null for one that waits for none of the enterprise.</summary>
    public static PackageAnswer? AnswerOf(TicketClock clock) => clock switch
    {
        { Holder: not ClockHolder.Enterprise } or { PausedFor: not PauseReason.None } => null,
        { Kind: ClockKind.Confirmation or ClockKind.Deeming } => PackageAnswer.Confirm,
        { Kind: ClockKind.Rating } => PackageAnswer.Rate,
        { Kind: ClockKind.Supplement } => PackageAnswer.Supplement,
        _ => null,
    };

    /// <summary>What is not known and would decide most.</summary>
    public static IEnumerable<PackageTask> ToTell(IEnumerable<ClauseMatch> matches, long enterpriseId) =>
        from unlocker in MatchService.Unlockers(matches).Where(u => u.Alone > 0).Take(MostFigures)
        let asked = unlocker.Asked
        select new PackageTask(PackageTaskKind.Tell, Said.Of(() => FindingWording.Name(asked)), null, new PackageAbout(asked.IsList ? List : "Fact", enterpriseId, asked.Code)) { Decides = unlocker.Alone };
}
