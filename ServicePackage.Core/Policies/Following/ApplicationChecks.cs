using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>What steps of an application and their corrections are held against; nothing is written here.</summary>
internal static class ApplicationChecks
{
    /// <summary>Why a day cannot be: to come, or before another.</summary>
    public static Refusal? Day(Operation op, DateOnly day, DateOnly earliest) =>
        day > op.Today ? new Refusal("Application.DayToCome", op.Today) { Field = nameof(StepFields.Day) }
        : day < earliest ? new Refusal("Application.DayTooEarly", earliest) { Field = nameof(StepFields.Day) }
        : null;

    /// <summary>Asks back where more is paid than was granted.</summary>
    public static Refusal? AskMore(decimal? paid, decimal? granted) =>
        paid > granted ? new Refusal("Application.AskMore", Said(paid.Value), Said(granted.Value)) { Field = nameof(StepFields.Again) } : null;

    /// <summary>The row of the clause in the version that stood on a day; in the first that was published where none did yet.</summary>
    public static async Task<long> VersionOnAsync(Operation op, long clauseId, DateOnly day, CancellationToken cancellation) => (await StoodOnAsync(op, clauseId, day, cancellation)).Id;

    /// <summary>The same for the day of an application. Refused: a day to come, too early, after the policy was withdrawn, or before the first window of that version.</summary>
    public static async Task<Outcome<long>> AppliedOnAsync(Operation op, long clauseId, DateOnly day, CancellationToken cancellation)
    {
        if (Day(op, day, ApplicationSteps.Earliest) is { } wrong)
        {
            return wrong;
        }

        if (await WithdrawnOnAsync(op, clauseId, cancellation) is { } withdrawn && day > withdrawn)
        {
            return new Refusal("Application.PolicyWithdrawn", withdrawn) { Field = nameof(StepFields.Day) };
        }

        var (id, begins) = await StoodOnAsync(op, clauseId, day, cancellation);
        return begins.Count > 0 && begins.TrueForAll(from => from > day)
            ? new Refusal("Application.BeforeWindow", begins.Min()!) { Field = nameof(StepFields.Day) }
            : id;
    }

    /// <summary>The row of the clause that stood on a day, and when its windows begin.</summary>
    private static async Task<(long Id, List<DateOnly?> Begins)> StoodOnAsync(Operation op, long clauseId, DateOnly day, CancellationToken cancellation)
    {
        var versions = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.ClauseId == clauseId && c.PolicyVersion.PublishedAt != null).OrderByDescending(c => c.PolicyVersion.Number)
            .Select(c => new { c.Id, PublishedAt = c.PolicyVersion.PublishedAt!.Value, Begins = c.Windows.Select(w => w.From).ToList() }).ToListAsync(cancellation);
        var stood = versions.Find(v => TownTime.DayOf(v.PublishedAt) <= day) ?? versions[^1];
        return (stood.Id, stood.Begins);
    }

    /// <summary>The day on which the clause's policy was withdrawn; null while it stands.</summary>
    public static async Task<DateOnly?> WithdrawnOnAsync(Operation op, long clauseId, CancellationToken cancellation) =>
        await op.Db.Clauses.Where(c => c.Id == clauseId).Select(c => c.Policy.WithdrawnAt).FirstOrDefaultAsync(cancellation) is { } at ? TownTime.DayOf(at) : null;

    private static string Said(decimal yuan) => FactWording.Number(FactKind.Money, yuan, yuan);
}
