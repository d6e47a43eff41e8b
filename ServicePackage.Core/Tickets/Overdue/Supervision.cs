using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>The trace that urges (督办) and reminders (催办) leave on a demand, for whoever looks next.</summary>
public sealed record Supervision
{
    /// <summary>The trace of a demand that nobody urged or reminded of.</summary>
    public static readonly Supervision None = new();

    /// <summary>How often it was urged; what ended with the demand, unanswered, is no trace.</summary>
    public int Urges { get; init; }

    /// <summary>The day (Shanghai) by which the first of the open urges asks for its answer; null where none is open.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Whether an answer is overdue.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>How often it was reminded of.</summary>
    public int Reminders { get; init; }

    /// <summary>When it was last reminded of (UTC); null for never.</summary>
    public DateTime? RemindedAt { get; init; }

    /// <summary>The trace in the reader's words, the urge first; empty without one.</summary>
    /// <param name="day">How a day is written.</param>
    public IReadOnlyList<string> Lines(Func<DateOnly, string> day)
    {
        ArgumentNullException.ThrowIfNull(day);
        List<string> lines = [];
        if (Urges > 0)
        {
            lines.Add(IsUnanswered ? Wording.Sentence("Supervision.Unanswered")
                : AnswerBy is { } answerBy ? Wording.Sentence("Supervision.Awaited", day(answerBy))
                : Wording.Sentence("Supervision.Answered"));
        }

        if (RemindedAt is { } at)
        {
            lines.Add(Wording.Sentence(Reminders == 1 ? "Supervision.RemindedOnce" : "Supervision.Reminded", day(TownTime.DayOf(at)), Reminders));
        }

        return lines;
    }

    /// <summary>Whether the filter of the board leaves it.</summary>
    public bool Is(OverdueUrging urging) => urging switch
    {
        OverdueUrging.Untouched => Urges == 0 && Reminders == 0,
        OverdueUrging.Awaited => AnswerBy is not null && !IsUnanswered,
        OverdueUrging.Unanswered => IsUnanswered,
        OverdueUrging.Answered => Urges > 0 && AnswerBy is null,
        OverdueUrging.Reminded => Reminders > 0,
        _ => throw new ArgumentOutOfRangeException(nameof(urging), urging, null),
    };

    /// <summary>The traces of these demands, in two queries; those without one are left out.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ticketIds">The demands.</param>
    /// <param name="now">The moment by which an answer is overdue (UTC).</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static async Task<Dictionary<long, Supervision>> OfAsync(AppDbContext db, IReadOnlyCollection<long> ticketIds, DateTime now, CancellationToken cancellation)
    {
        var urges = (await db.TicketClocks.AsNoTracking().Include(c => c.Urge).Where(c => c.Kind == ClockKind.Urge && ticketIds.Contains(c.TicketId)).ToListAsync(cancellation))
            .Where(c => c.Open || c.Urge?.AnsweredAt is not null);
        var reminders = await db.History.Where(h => h.Subject == nameof(Ticket) && ticketIds.Contains(h.SubjectId) && h.Act == nameof(Move.Remind))
            .GroupBy(h => h.SubjectId).Select(g => new { TicketId = g.Key, Count = g.Count(), Last = g.Max(h => h.At) }).ToListAsync(cancellation);
        var traces = urges.GroupBy(u => u.TicketId).ToDictionary(g => g.Key, g => new Supervision
        {
            Urges = g.Count(),
            AnswerBy = g.Where(u => u.Open).Min(u => (DateOnly?)u.DueDay),
            IsUnanswered = g.Any(u => u.Open && u.IsBreached(now)),
        });
        foreach (var reminded in reminders)
        {
            traces[reminded.TicketId] = traces.GetValueOrDefault(reminded.TicketId, None) with { Reminders = reminded.Count, RemindedAt = reminded.Last };
        }

        return traces;
    }
}
