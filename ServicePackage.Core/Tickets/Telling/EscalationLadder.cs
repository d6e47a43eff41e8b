namespace ServicePackage.Core.Tickets;

/// <summary>
/// Whom a clock tells at its levels: the steps in the order of <see cref="Levels"/>, from due soon on. Each level tells those of the
/// levels before as well, each person once. The enterprise is reminded before the due date alone: nobody is troubled without
/// need (plan §一 无事不扰; docs/clocks.md).
/// </summary>
/// <param name="Steps">Who is told in addition at each level; it may end early.</param>
public sealed record EscalationLadder(params Recipient[][] Steps)
{
    /// <summary>The level that puts the matter on the next meeting's agenda, if one does.</summary>
    public int? AgendaAt { get; init; }

    /// <summary>Whether somebody can be told of a level by what they are; who spoke last, or recorded an answer, is so by a move alone.</summary>
    public static bool CanBeTold(Recipient recipient) => Enum.IsDefined(recipient) && recipient is not (Recipient.Asker or Recipient.Recorder);

    /// <summary>The holder's side: those who are warned, and then asked rather than told.</summary>
    public IReadOnlyList<Recipient> Warned => Steps[Levels.DueSoon];

    /// <summary>Everybody a level tells; nobody where the level names nobody more and leads nowhere.</summary>
    public IReadOnlyList<Recipient> At(int level) => Leads(level)
        ? [.. Steps.Take(level + 1).SelectMany(s => s).Distinct().Where(r => r != Recipient.Enterprise || level == Levels.DueSoon)]
        : [];

    /// <summary>Whether there is anything to do from a level on. The breach itself is always recorded.</summary>
    public bool GoesOnAt(int level) => level <= Levels.Breach || Levels.PastDue.Any(l => l >= level && Leads(l));

    private bool Leads(int level) => AgendaAt == level || (level < Steps.Length && Steps[level].Length > 0);
}
