using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Policies;

/// <summary>A published clause, as the sweep weighs it.</summary>
internal sealed record WeighedClause
{
    public required long ClauseId { get; init; }

    /// <summary>What it asks, the place before it; null where nothing is asked but to be named, or nobody can say.</summary>
    public Condition? Asks { get; init; }

    /// <summary>Whether one can say who meets it.</summary>
    public bool CanSay { get; init; }

    /// <summary>The enterprises it is for; null where it is for all.</summary>
    public IReadOnlySet<long>? Named { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>What it asks for, by the codes of <see cref="Unweighed.Code"/>.</summary>
    public IReadOnlySet<string> Codes { get; init; } = new HashSet<string>();

    /// <summary>The published clauses that have not expired by a day; one of them where its key is given.</summary>
    public static async Task<IReadOnlyList<WeighedClause>> ReadAsync(AppDbContext db, DateOnly day, long? clauseId, CancellationToken cancellation)
    {
        var rows = await db.PolicyClauses.Published().Where(c => (clauseId == null || c.ClauseId == clauseId) && (c.Condition != null || c.Personalised))
            .Where(c => !(c.PolicyVersion.Until < day))
            .Select(c => new { c.Id, c.ClauseId, c.Condition, c.Personalised, c.PolicyVersion.Place, c.PolicyVersion.From, c.PolicyVersion.Until, Named = c.Enterprises.Select(e => e.EnterpriseId).ToList() })
            .AsNoTracking().ToListAsync(cancellation);
        return [.. rows.Select(r =>
        {
            var whom = ForWhom.Of(r.Place, r.Condition, r.Personalised, r.Id);
            return new WeighedClause
            {
                ClauseId = r.ClauseId,
                Asks = whom?.Asks,
                CanSay = whom is not null,
                Named = r.Personalised ? r.Named.ToHashSet() : null,
                From = r.From,
                Until = r.Until,
                Codes = whom?.Asks is not { } asks ? new HashSet<string>()
                    : [.. KnownReading.CodesOf([asks], Criteria.OfTheProgram), .. KnownReading.QuestionsOf(asks, Criteria.OfTheProgram).Select(q => Unweighed.JudgedPrefix + q)],
            };
        })];
    }

    /// <summary>Whether an enterprise on the roster is a match on a day, and the next day on which that may change by itself.</summary>
    public (bool Holds, DateOnly? Turn) Beside(long enterpriseId, Stands stands, DateOnly day)
    {
        if (Until < day || Named?.Contains(enterpriseId) == false || !CanSay)
        {
            return (false, null);
        }

        if (From > day)
        {
            return (false, From);
        }

        var (holds, turn) = Asks is null ? (true, (DateOnly?)null) : stands(this);
        return (holds, Earlier(Until?.AddDays(1), turn));
    }

    /// <summary>The earlier of two days, one of which may not be known.</summary>
    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
