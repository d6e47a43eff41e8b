using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

/// <summary>Names butlers 服务管家 and hands their enterprises on (plan §二(二), §五(六)). Done by the Centre; the administrator names an enterprise's first.</summary>
public sealed class ButlerService(OperationRunner operations)
{
    /// <summary>The enterprise's butler or stand-in. Refused NotFound for an enterprise the caller does not see.</summary>
    public Task<Outcome<ButlerCard>> OfAsync(Caller caller, long enterpriseId) =>
        operations.ReadAsync<ButlerCard>(caller, async op =>
            await op.Db.Enterprises.VisibleTo(op).AnyAsync(e => e.Id == enterpriseId)
            && await op.Db.ButlerOfAsync(enterpriseId, op.Today) is { } card ? card : Refusal.NotFound);

    /// <summary>Who could be the enterprise's butler by its tier, the least burdened first. Refused: who may not name butlers.</summary>
    public Task<Outcome<ButlerCandidates>> CandidatesAsync(Caller caller, long enterpriseId) =>
        operations.ReadAsync<ButlerCandidates>(caller, async op =>
        {
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == enterpriseId);
            return enterprise is null ? Refusal.NotFound
                : !ButlerRules.MayAssign(op.Actor, isFirst: await CurrentAsync(op, enterpriseId) is null) ? new Refusal("Butler.CentreOnly")
                : await SuggestedAsync(op, enterprise);
        });

    /// <summary>
    /// Names the first butler, or the next after a gap, from today on. Refused: there is one already; the person does not fit the tier; who may
    /// not name butlers.
    /// </summary>
    public Task<Outcome<Nothing>> AssignAsync(Caller caller, Guid commandId, ButlerInput input) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var named = await NameFirstAsync(op, input);
            if (named.Done)
            {
                op.Tell(input.AccountId, "ButlerAssigned", null, late: false, named.Value.Name);
            }

            return named.To(_ => Nothing.Value);
        });

    /// <summary>The same within a greater act, such as the import of a list, which tells the butlers in its own way.</summary>
    internal static async Task<Outcome<Enterprise>> NameFirstAsync(Operation op, ButlerInput input)
    {
        var (enterprise, refusal) = await FindAsync(op, input.EnterpriseId, isFirst: true);
        if (enterprise is null)
        {
            return refusal!;
        }

        if (await CurrentAsync(op, enterprise.Id) is { } current)
        {
            return new Refusal("Butler.AlreadyOne", enterprise.Name, current.Account.DisplayName);
        }

        if (await NameAsync(op, enterprise, input.AccountId) is { } unfit)
        {
            return unfit;
        }

        op.Note(enterprise, "AssignButler");
        return enterprise;
    }

    /// <summary>Why somebody is no butler of such an enterprise.</summary>
    internal static Refusal Unfit(EnterpriseTier tier, string enterpriseName) =>
        new(tier == EnterpriseTier.District ? "Butler.UnfitDistrict" : "Butler.UnfitTown", enterpriseName) { Field = nameof(ButlerInput.AccountId) };

    /// <summary>
    /// Hands the enterprise from its butler to another: the old assignment ends today and the new one begins. Refused: there is none to hand on; the
    /// butler has changed since it was read (stale); the same person; one who does not fit the tier.
    /// </summary>
    public Task<Outcome<Nothing>> HandOverAsync(Caller caller, Guid commandId, ButlerInput input) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var (enterprise, refusal) = await FindAsync(op, input.EnterpriseId, isFirst: false);
            if (enterprise is null)
            {
                return refusal!;
            }

            var current = await CurrentAsync(op, enterprise.Id);
            if (current is null)
            {
                return new Refusal("Butler.NoneYet", enterprise.Name);
            }

            if (current.Id != input.AssignmentId)
            {
                return Refusal.Stale;
            }

            if (await PassOnAsync(op, current, enterprise, input.AccountId) is { } unfit)
            {
                return unfit;
            }

            op.Tell(current.AccountId, "ButlerHandedOver", null, late: false, enterprise.Name);
            op.Tell(input.AccountId, "ButlerAssigned", null, late: false, enterprise.Name);
            op.Note(enterprise, "HandOverButler");
            return Nothing.Value;
        });

    /// <summary>
    /// Hands every enterprise of one butler to another and gives their number. Refused as a whole, naming the first
    /// enterprise whose tier the new person does not fit; nothing to hand on.
    /// </summary>
    public Task<Outcome<int>> HandOverAllAsync(Caller caller, Guid commandId, CaseloadInput input) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            if (!ButlerRules.MayAssign(op.Actor, isFirst: false))
            {
                return op.Actor.EnterpriseId is null ? new Refusal("Butler.CentreOnly") : Refusal.NotFound;
            }

            var caseload = await op.Db.ButlerAssignments
                .Where(b => b.AccountId == input.FromAccountId).Current()
                .Include(b => b.Enterprise).Include(b => b.Account)
                .OrderBy(b => b.Id)
                .ToListAsync();
            if (caseload.Count == 0)
            {
                return new Refusal("Butler.NoCaseload");
            }

            foreach (var current in caseload)
            {
                if (await PassOnAsync(op, current, current.Enterprise, input.ToAccountId) is { } unfit)
                {
                    return unfit;
                }

                op.Note(current.Enterprise, "HandOverButler");
            }

            var count = caseload.Count.ToString(CultureInfo.InvariantCulture);
            op.Tell(input.FromAccountId, "CaseloadHandedOver", null, late: false, count);
            op.Tell(input.ToAccountId, "CaseloadAssigned", null, late: false, count);
            return caseload.Count;
        });

    private static async Task<Refusal?> PassOnAsync(Operation op, ButlerAssignment current, Enterprise enterprise, long accountId)
    {
        if (current.AccountId == accountId)
        {
            return new Refusal("Butler.SamePerson", current.Account.DisplayName) { Field = nameof(ButlerInput.AccountId) };
        }

        current.Until = op.Today;
        await op.SaveAsync(); // the index allows one open assignment an enterprise
        return await NameAsync(op, enterprise, accountId);
    }

    private static async Task<Refusal?> NameAsync(Operation op, Enterprise enterprise, long accountId)
    {
        if (accountId == 0)
        {
            return new Refusal("Butler.NobodyChosen") { Field = nameof(ButlerInput.AccountId) };
        }

        if ((await CandidatesAsync(op, enterprise)).TrueForAll(c => c.AccountId != accountId))
        {
            return Unfit(enterprise.Tier, enterprise.Name);
        }

        op.Db.ButlerAssignments.Add(new ButlerAssignment { EnterpriseId = enterprise.Id, AccountId = accountId, From = op.Today });
        return null;
    }

    /// <summary>Who fits, and whom the plan has in mind: the general manager where a town leader keeps contact with the enterprise, else a service specialist.</summary>
    private static async Task<ButlerCandidates> SuggestedAsync(Operation op, Enterprise enterprise)
    {
        var people = await CandidatesAsync(op, enterprise);
        var leader = await op.Db.LeaderContacts.VisibleTo(op).On(op.Today).Where(c => c.EnterpriseId == enterprise.Id && c.Level == LeaderLevel.Town).Select(c => c.Leader.Name).FirstOrDefaultAsync();
        var usual = ButlerRules.Usual(enterprise.Tier, hasLeader: leader is not null);
        return new ButlerCandidates([.. people.OrderBy(c => c.Post == usual ? 0 : 1)], usual, leader);
    }

    private static Task<List<ButlerCandidate>> CandidatesAsync(Operation op, Enterprise enterprise) => CandidatesAsync(op, enterprise.Tier, enterprise.EconomicCityId);

    /// <summary>Who could be the butler of an enterprise of this tier and economic city, the least burdened first.</summary>
    internal static async Task<List<ButlerCandidate>> CandidatesAsync(Operation op, EnterpriseTier tier, long city)
    {
        var holders = await op.Db.Posts
            .Where(p => p.Account.DisabledAt == null && p.Organisation.DisabledAt == null)
            .Where(p => tier == EnterpriseTier.District
                ? p.Kind == PostKind.TownLeader || p.Kind == PostKind.GeneralLiaison
                : p.OrganisationId == city && (p.Kind == PostKind.GeneralManager || p.Kind == PostKind.Specialist))
            .OrderBy(p => p.Id)
            .Select(p => new ButlerCandidate(
                p.AccountId, p.Account.DisplayName, p.Kind, op.Db.ButlerAssignments.Current().Count(b => b.AccountId == p.AccountId)))
            .ToListAsync();
        return [.. holders.DistinctBy(c => c.AccountId).OrderBy(c => c.Caseload).ThenBy(c => NameKey.OfPerson(c.Name), StringComparer.Ordinal)];
    }

    private static Task<ButlerAssignment?> CurrentAsync(Operation op, long enterpriseId) =>
        op.Db.ButlerAssignments.Current().Include(b => b.Account).FirstOrDefaultAsync(b => b.EnterpriseId == enterpriseId);

    private static async Task<(Enterprise? Enterprise, Refusal? Refusal)> FindAsync(Operation op, long enterpriseId, bool isFirst)
    {
        var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == enterpriseId);
        return enterprise is null ? (null, Refusal.NotFound)
            : ButlerRules.MayAssign(op.Actor, isFirst) ? (enterprise, null)
            : (null, new Refusal("Butler.CentreOnly"));
    }
}
