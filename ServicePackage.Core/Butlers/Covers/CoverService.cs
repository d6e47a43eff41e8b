using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// Cover for absent butlers, by dates (plan §五(六)): given by the absent person for their own enterprises, by the general manager for those of the city, by the Centre for all. Who
/// covers sees, acts and is told beside the absent one.
/// </summary>
public sealed class CoverService(OperationRunner operations)
{
    private static readonly CoverValidator Validator = new();
    private static readonly CoverEndValidator EndValidator = new();

    /// <summary>
    /// Gives cover. Refused: a butler of none of these enterprises; who may not give it; the absent person themselves, who is absent too, or who does not fit one of the
    /// enterprises; an absent person who covers for others in these days; days gone by, too far ahead, too long; another cover of one of them on one of the days.
    /// </summary>
    public Task<Outcome<long>> GiveAsync(Caller caller, Guid commandId, CoverInput input) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            if (op.Actor.EnterpriseId is not null)
            {
                return Refusal.NotFound;
            }

            if (Validator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            if (CoverRules.RefuseDays(input, op.Today) is { } unfit)
            {
                return unfit;
            }

            var (covered, refusal) = await CoveredAsync(op, input);
            if (refusal is not null)
            {
                return refusal;
            }

            await EnterpriseLock.TakeAsync(op.Db, covered.Select(b => b.EnterpriseId).Concat(await op.Db.AssignedTo(input.CovererId).ToListAsync())); // theirs as well: who covers is not covered
            if (await RefuseCovererAsync(op, input, covered) is { } noCoverer)
            {
                return noCoverer;
            }

            if (await RefuseOverlapAsync(op, input) is { } overlap)
            {
                return overlap;
            }

            var cover = new ButlerCover
            {
                AbsentId = input.AbsentId,
                CovererId = input.CovererId,
                From = input.From!.Value,
                Until = input.Until!.Value,
                All = input.All,
                Reason = input.Reason.Trim(),
                GivenById = op.Actor.AccountId,
                GivenAt = op.Now,
            };
            cover.Enterprises.AddRange(input.All ? [] : covered.Select(b => new ButlerCoverEnterprise { EnterpriseId = b.EnterpriseId }));
            op.Db.ButlerCovers.Add(cover);
            await op.SaveAsync();
            Note(op, cover, covered, "GiveCover");
            await TellAsync(op, cover, covered, "CoverGiven");
            return cover.Id;
        });

    /// <summary>
    /// Ends a cover at once, with a reason; one to come is withdrawn. Refused: NotFound for one the caller does not see; who neither gave it nor may give it; over already; stale.
    /// </summary>
    public Task<Outcome<Nothing>> EndAsync(Caller caller, Guid commandId, CoverEndInput input) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var cover = await op.Db.ButlerCovers.VisibleTo(op).Include(c => c.Enterprises).FirstOrDefaultAsync(c => c.Id == input.Id);
            if (cover is null)
            {
                return Refusal.NotFound;
            }

            var covered = await Of(op, cover.AbsentId, cover.All ? null : [.. cover.Enterprises.Select(e => e.EnterpriseId)]).ToListAsync();
            if (cover.GivenById != op.Actor.AccountId && !MayEnd(op.Actor, cover.AbsentId, covered.Select(b => b.Enterprise.EconomicCityId)))
            {
                return new Refusal("Cover.NotYours");
            }

            if (cover.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (!CoverScopes.IsFrom.Holds(cover, op.Today))
            {
                return new Refusal("Cover.Over", cover.Until);
            }

            if (EndValidator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            (cover.Until, cover.EndedAt, cover.EndReason) = (Before(cover.From, op.Today), op.Now, input.Reason.Trim());
            cover.Version++;
            Note(op, cover, covered, "EndCover");
            await TellAsync(op, cover, covered, "CoverEnded");
            return Nothing.Value;
        });

    /// <summary>Whether the actor may end a cover that somebody else gave: as for giving it.</summary>
    internal static bool MayEnd(Actor actor, long absentId, IEnumerable<long> cities) =>
        actor.IsCentre || actor.AccountId == absentId || (cities.Distinct().ToList() is { Count: > 0 } of && of.TrueForAll(c => CoverRules.MayGive(actor, absentId, c)));

    /// <summary>The assignments of a butler, of some enterprises or of all.</summary>
    internal static IQueryable<ButlerAssignment> Of(Operation op, long absentId, IReadOnlyList<long>? enterpriseIds)
    {
        var ids = enterpriseIds?.ToList();
        return op.Db.ButlerAssignments.Current().Where(b => b.AccountId == absentId && (ids == null || ids.Contains(b.EnterpriseId))).Include(b => b.Enterprise).OrderBy(b => b.EnterpriseId);
    }

    /// <summary>The day before today, or before the first day of what has not begun.</summary>
    private static DateOnly Before(DateOnly from, DateOnly today) => (from > today ? from : today).AddDays(-1);

    private static async Task<(List<ButlerAssignment> Covered, Refusal? Refusal)> CoveredAsync(Operation op, CoverInput input)
    {
        var ids = input.All ? null : input.EnterpriseIds.Distinct().ToList();
        var covered = await Of(op, input.AbsentId, ids).ToListAsync();
        var wanted = ids ?? covered.ConvertAll(b => b.EnterpriseId);
        var refusal = await op.Db.Enterprises.VisibleTo(op).CountAsync(e => EF.Parameter(wanted).Contains(e.Id)) < wanted.Count ? new Refusal("Cover.NotAll")
            : covered.Count == 0 || covered.Count < wanted.Count ? new Refusal("Cover.NotTheirs") { Field = nameof(input.AbsentId) }
            : covered.Find(b => !CoverRules.MayGive(op.Actor, input.AbsentId, b.Enterprise.EconomicCityId)) is { } others ? new Refusal("Cover.MayNotGive", others.Enterprise.Name)
            : null;
        return (covered, refusal);
    }

    private static async Task<Refusal?> RefuseCovererAsync(Operation op, CoverInput input, List<ButlerAssignment> covered)
    {
        var coverer = await op.Db.Users.Where(a => a.Id == input.CovererId && a.DisabledAt == null)
            .Select(a => new { a.DisplayName, Posts = a.Posts.Where(p => p.Organisation.DisabledAt == null).Select(p => new PostInput(p.Kind, p.OrganisationId)).ToList() }).FirstOrDefaultAsync();
        if (coverer is null)
        {
            return Refuse("Cover.NobodyChosen");
        }

        if (covered.Find(b => !coverer.Posts.Exists(p => ButlerRules.Qualifies(p.Kind, p.OrganisationId, b.Enterprise.Tier, b.Enterprise.EconomicCityId))) is { } unfit)
        {
            return Refuse("Cover.Unfit", coverer.DisplayName, unfit.Enterprise.Name);
        }

        var days = op.Db.ButlerCovers.Within(input.From!.Value, input.Until!.Value);
        return await days.Where(c => c.AbsentId == input.CovererId).Select(c => new { c.From, c.Until }).FirstOrDefaultAsync() is { } away ? Refuse("Cover.CovererAway", coverer.DisplayName, away.From, away.Until)
            : await days.Where(c => c.CovererId == input.AbsentId).Select(c => new { c.Absent.DisplayName, c.From, c.Until }).FirstOrDefaultAsync() is { } covering
                ? new Refusal("Cover.AbsentCovers", covering.DisplayName, covering.From, covering.Until) { Field = nameof(input.AbsentId) }
            : null;

        static Refusal Refuse(string code, params object?[] arguments) => new(code, arguments) { Field = nameof(CoverInput.CovererId) };
    }

    private static async Task<Refusal?> RefuseOverlapAsync(Operation op, CoverInput input)
    {
        var (all, ids) = (input.All, input.EnterpriseIds.ToList());
        return await op.Db.ButlerCovers.Within(input.From!.Value, input.Until!.Value)
            .Where(c => c.AbsentId == input.AbsentId && (all || c.All || c.Enterprises.Any(e => ids.Contains(e.EnterpriseId))))
            .OrderBy(c => c.From).ThenBy(c => c.Id).Select(c => new { c.Coverer.DisplayName, c.From, c.Until }).FirstOrDefaultAsync() is { } other
            ? new Refusal("Cover.Overlaps", other.DisplayName, other.From, other.Until) { Field = nameof(input.From) }
            : null;
    }

    private static void Note(Operation op, ButlerCover cover, List<ButlerAssignment> covered, string coverAct)
    {
        op.Note(cover, coverAct);
        foreach (var assignment in covered)
        {
            op.Note(assignment.Enterprise, coverAct, new { cover.CovererId, cover.From, cover.Until });
        }
    }

    private static async Task TellAsync(Operation op, ButlerCover cover, List<ButlerAssignment> covered, string kind)
    {
        var count = covered.Count.ToString(CultureInfo.InvariantCulture);
        var (from, until) = (cover.From.ToString("O", CultureInfo.InvariantCulture), cover.Until.ToString("O", CultureInfo.InvariantCulture));
        var names = await op.Db.Users.Where(a => a.Id == cover.AbsentId || a.Id == cover.CovererId).ToDictionaryAsync(a => a.Id, a => a.DisplayName);
        op.Tell(cover.CovererId, kind, null, late: false, names[cover.AbsentId], from, until, count);
        op.Tell(cover.AbsentId, $"{kind}Beside", null, late: false, names[cover.CovererId], from, until, count);
    }
}
