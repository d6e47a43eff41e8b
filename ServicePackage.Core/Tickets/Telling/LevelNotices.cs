using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// Tells of a level that a clock has reached, each person once: the holder is reminded to act, the enterprise of its own
/// demand; whoever looks after the enterprise is asked to call it; the others are told whose delay it is.
/// </summary>
internal static class LevelNotices
{
    /// <summary>Writes the notices of a level, and that these people have been told of it.</summary>
    public static void Tell(Operation op, Ticket ticket, TicketClock clock, int level, EscalationLadder ladder, RecipientBook book, long? districtLeader, bool late)
    {
        var told = ladder.At(level).SelectMany(r => book.Of([r], clock).Select(a => (AccountId: a, Manner: MannerOf(r, a)))).ToList();
        if (level == Levels.DistrictLeader && districtLeader is { } leader)
        {
            told.Add((leader, ".Told"));
        }

        foreach (var (accountId, manner) in told.DistinctBy(t => t.AccountId))
        {
            op.Db.Escalations.Add(new Escalation { ClockId = clock.Id, Level = level, DueVersion = clock.DueVersion, AccountId = accountId, At = op.Now, Late = late });
            op.Tell(accountId, $"Level.{SentenceOf(level)}{manner}", ticket.AsSubject(), late, ticket.Number, ticket.Title, NameOf(clock), $"{clock.DueDay:yyyy-MM-dd}", $"{clock.Id}", $"@{Levels.NumeralKey(level)}");
        }

        string MannerOf(Recipient recipient, long accountId) =>
            clock.Holder == ClockHolder.Enterprise ? book.IsOfEnterprise(accountId) ? ".Yours" : ".Call"
            : ladder.Warned.Contains(recipient) ? ""
            : ".Told";
    }

    /// <summary>What its sentence is called: all levels after the breach say the same, with their number.</summary>
    private static string SentenceOf(int level) => level switch
    {
        Levels.DueSoon => "DueSoon",
        Levels.Breach => "Breach",
        _ => "Further",
    };

    /// <summary>What a clock is called in a notice; a month's progress names its month.</summary>
    internal static string NameOf(TicketClock clock) =>
        clock.Kind == ClockKind.MonthlyProgress ? $"@Clock.ProgressOf|{TownTime.DayOf(clock.StartedAt):yyyy-MM}" : $"@ClockKind.{clock.Kind}";
}
