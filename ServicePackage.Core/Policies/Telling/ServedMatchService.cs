using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>An enterprise that the reader serves, with what its policies ask of the reader.</summary>
public sealed record ServedMatches
{
    public long EnterpriseId { get; init; }

    public string Name { get; init; } = "";

    public EnterpriseTier Tier { get; init; }

    /// <summary>Whom to call there; null where that is not open to the reader, or was not asked for.</summary>
    public ContactPerson? Contact { get; init; }

    /// <summary>How many clauses it newly meets: found since the reader's last digest, or told of in it.</summary>
    public int New { get; init; }

    /// <summary>The titles of the first of them.</summary>
    public IReadOnlyList<string> NewTitles { get; init; } = [];

    /// <summary>Of how many that it meets a window closes within 30 days.</summary>
    public int Closing { get; init; }

    /// <summary>The last day of the window that closes first; null where none does.</summary>
    public DateOnly? Closes { get; init; }

    /// <summary>The titles of the clauses that close first.</summary>
    public IReadOnlyList<string> ClosingTitles { get; init; } = [];

    /// <summary>What it was offered without an application and has not answered, the longest waiting first.</summary>
    public IReadOnlyList<OpenOffer> Offers { get; init; } = [];

    /// <summary>What it is interested in and nobody has called it about yet, the longest waiting first.</summary>
    public IReadOnlyList<OpenInterest> Interests { get; init; } = [];
}

/// <summary>An interest about which nobody has called yet.</summary>
/// <param name="AnswerId">Key of the answer.</param>
/// <param name="ClauseId">The clause, through all versions.</param>
/// <param name="Title">Its title.</param>
/// <param name="SaidAt">When it was said (UTC).</param>
public sealed record OpenInterest(long AnswerId, long ClauseId, string Title, DateTime SaidAt);

/// <summary>An offer to which the enterprise has not said anything yet.</summary>
/// <param name="Id">Key of the application.</param>
/// <param name="Title">The title of its clause.</param>
/// <param name="OfferedOn">When it was offered (Shanghai).</param>
public sealed record OpenOffer(long Id, string Title, DateOnly OfferedOn);

/// <summary>What the policies ask of those who serve enterprises.</summary>
public sealed class ServedMatchService(OperationRunner operations)
{
    /// <summary>How many clauses are named of an enterprise.</summary>
    public const int MostNamed = 3;

    /// <summary>Whether the page stands among the actor's entries: of who serves an enterprise, and of the people of economic cities.</summary>
    internal static async Task<bool> MayOpenAsync(Operation op, CancellationToken cancellation) =>
        op.Actor.EnterpriseId is null && (EnterpriseAccess.CitiesOf(op.Actor).Count > 0 || await op.Db.ServedBy(op.Actor.AccountId, op.Today).AnyAsync(cancellation));

    /// <summary>
    /// The enterprises on the roster that the caller serves, as butler or standing in, of which something is new, closes within 30 days, waits to be called about or to be agreed to: what
    /// waits first, then what closes first. With the contact persons only where they are shown: a look at them is logged as <see cref="ContactPersonAccess"/> says. Refused: NotFound for who
    /// speaks for an enterprise; nothing for who serves none.
    /// </summary>
    public Task<Outcome<IReadOnlyList<ServedMatches>>> ListAsync(Caller caller, bool withContacts = false, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<ServedMatches>>(caller, async op =>
        {
            if (op.Actor.EnterpriseId is not null)
            {
                return Refusal.NotFound;
            }

            var served = op.Db.ServedBy(op.Actor.AccountId, op.Today);
            var firms = await op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today).Where(e => served.Contains(e.Id)).Select(e => new { e.Id, e.Name, e.Tier, e.SortKey, e.ContactName, e.ContactPhone }).ToListAsync(cancellation);
            var (open, notOver, close, me) = (PolicyScopes.IsOpen.At(op.Today), PolicyScopes.IsNotOver.At(op.Today), op.Today.AddDays(DigestWeek.CloseDays), op.Actor.AccountId);
            var last = await op.Db.MatchDigests.Where(d => d.AccountId == me).MaxAsync(d => (DateTime?)d.At, cancellation);
            var matches =
                from m in op.Db.Matches.Open().Wanted(op.Db)
                where served.Contains(m.EnterpriseId)
                join c in op.Db.PolicyClauses.VisibleTo(op).Published().InForce(op.Today) on m.ClauseId equals c.ClauseId
                select new { m.EnterpriseId, c.Title, IsNew = (m.ServerToldAt == null || m.ServerToldAt == last) && (!c.Windows.Any() || c.Windows.AsQueryable().Any(notOver)), Closes = c.Windows.AsQueryable().Where(open).Min(w => w.Until) };
            var told = (await matches.Where(m => m.IsNew || m.Closes <= close).ToListAsync(cancellation)).ToLookup(m => m.EnterpriseId);
            var interests = (await (
                from a in op.Db.ClauseAnswers.WaitingForCall()
                where served.Contains(a.EnterpriseId)
                join c in op.Db.PolicyClauses.VisibleTo(op).Published() on a.ClauseId equals c.ClauseId
                orderby a.SaidAt
                select new { a.EnterpriseId, Row = new OpenInterest(a.Id, a.ClauseId, c.Title, a.SaidAt) }).ToListAsync(cancellation)).ToLookup(i => i.EnterpriseId, i => i.Row);
            var offers = (await op.Db.ClauseApplications.VisibleTo(op).Offers().Where(a => served.Contains(a.EnterpriseId)).OrderBy(a => a.BegunOn).ThenBy(a => a.Id)
                .Select(a => new { a.EnterpriseId, Row = new OpenOffer(a.Id, a.PolicyClause.Title, a.BegunOn) }).ToListAsync(cancellation)).ToLookup(o => o.EnterpriseId, o => o.Row);
            var shown = firms.FindAll(f => told.Contains(f.Id) || interests.Contains(f.Id) || offers.Contains(f.Id));
            var callable = withContacts ? await op.SeeContactPersonsAsync(shown.ConvertAll(f => f.Id), cancellation) : new HashSet<long>();
            return shown
                .Select(f => (f.SortKey, Row: new ServedMatches
                {
                    EnterpriseId = f.Id,
                    Name = f.Name,
                    Tier = f.Tier,
                    Contact = callable.Contains(f.Id) ? new ContactPerson(f.ContactName, f.ContactPhone) : null,
                    New = told[f.Id].Count(m => m.IsNew),
                    NewTitles = [.. told[f.Id].Where(m => m.IsNew).OrderBy(m => m.Closes ?? DateOnly.MaxValue).Select(m => m.Title).Take(MostNamed)],
                    Closing = told[f.Id].Count(m => m.Closes <= close),
                    Closes = told[f.Id].Where(m => m.Closes <= close).Min(m => m.Closes),
                    ClosingTitles = [.. told[f.Id].Where(m => m.Closes <= close).OrderBy(m => m.Closes).Select(m => m.Title).Take(MostNamed)],
                    Offers = [.. offers[f.Id]],
                    Interests = [.. interests[f.Id]],
                }))
                .OrderBy(f => f.Row.Interests.Count + f.Row.Offers.Count == 0).ThenBy(f => f.Row.Closes ?? DateOnly.MaxValue).ThenBy(f => f.SortKey, StringComparer.Ordinal)
                .Select(f => f.Row).ToList();
        }, cancellation);
}
