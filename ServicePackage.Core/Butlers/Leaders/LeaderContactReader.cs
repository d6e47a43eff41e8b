using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

/// <summary>Reads which leader keeps contact with which enterprise (plan §二, §五(一)): of an enterprise for whoever sees it, of a leader for who sees that page.</summary>
public sealed class LeaderContactReader(OperationRunner operations)
{
    private const int MostEarlier = 20;
    private const int MostChoices = 50;

    /// <summary>Who keeps contact with an enterprise, who did and who will. Refused NotFound where the caller does not see it.</summary>
    public Task<Outcome<EnterpriseLeaders>> OfAsync(Caller caller, long enterpriseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<EnterpriseLeaders>(caller, async op =>
        {
            var tier = await op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == enterpriseId).Select(e => (EnterpriseTier?)e.Tier).FirstOrDefaultAsync(cancellation);
            if (tier is not { } of)
            {
                return Refusal.NotFound;
            }

            var rows = await op.Db.LeaderContacts.VisibleTo(op).Where(c => c.EnterpriseId == enterpriseId)
                .OrderByDescending(c => c.From).ThenByDescending(c => c.Id)
                .Select(LeaderScopes.IsOn.At(op.Today), (c, now) => new
                {
                    Now = now,
                    Leader = new EnterpriseLeader(c.Id, c.Version, new LeaderCard(c.LeaderId, c.Leader.Name, c.Leader.Title, c.Level, c.Leader.Phone, c.Leader.AccountId, c.From, c.Until)),
                })
                .Take(MostEarlier).ToListAsync(cancellation);
            List<EnterpriseLeader> now = [.. rows.Where(r => r.Now).Select(r => r.Leader).OrderBy(l => l.Card.Level)];
            var mayKeep = LeaderRules.MayKeep(op.Actor);
            return new EnterpriseLeaders(now, [.. rows.Where(r => !r.Now).Select(r => r.Leader)], mayKeep,
                mayKeep ? [.. Enum.GetValues<LeaderLevel>().Where(l => LeaderRules.Fits(l, of) && !now.Exists(n => n.Card.Level == l))] : []);
        }, cancellation);

    /// <summary>A page of the enterprises with which a leader keeps contact, today or from a day to come, with their last contact and the planned one. Refused NotFound for a leader the caller does not see.</summary>
    public Task<Outcome<Page<LedEnterprise>>> EnterprisesAsync(Caller caller, long leaderId, int skip, int take, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<LedEnterprise>>(caller, async op =>
        {
            if (!await op.Db.Leaders.VisibleTo(op).AnyAsync(l => l.Id == leaderId, cancellation))
            {
                return Refusal.NotFound;
            }

            var contacts = op.Db.Contacts.VisibleTo(op.Actor, op.Db).Where(k => k.GivenUpAt == null);
            return await op.Db.LeaderContacts.VisibleTo(op).Where(c => c.LeaderId == leaderId).Where(LeaderScopes.IsFrom.At(op.Today))
                .OrderBy(c => c.Enterprise.SortKey).ThenBy(c => c.From).ThenBy(c => c.Id)
                .Select(c => new LedEnterprise(c.Id, c.Version, c.EnterpriseId, c.Enterprise.Name, c.Enterprise.Tier, c.From, c.Until,
                    contacts.Where(k => k.EnterpriseId == c.EnterpriseId && k.HeldAt != null).OrderByDescending(k => k.HeldAt).Select(k => new ContactInShort(k.Day, k.Way, k.Account.DisplayName)).FirstOrDefault(),
                    contacts.Where(k => k.EnterpriseId == c.EnterpriseId && k.HeldAt == null).Select(k => new ContactInShort(k.Day, k.Way, k.Account.DisplayName)).FirstOrDefault()))
                .PageAsync(skip, take, cancellation);
        }, cancellation);

    /// <summary>The leaders in office who could keep contact with an enterprise of this tier, or take over from a leader: of the same level, and another. Refused: who does not keep the list.</summary>
    public Task<Outcome<IReadOnlyList<LeaderChoice>>> LeadersAsync(Caller caller, LeaderLevel level, long exceptId = 0, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<LeaderChoice>>(caller, async op =>
            LeaderService.RefuseKeeping(op.Actor) is { } refusal ? refusal
                : await op.Db.Leaders.VisibleTo(op).Where(LeaderScopes.IsInOffice.Rule).Where(l => l.Level == level && l.Id != exceptId)
                    .OrderBy(l => l.SortKey).ThenBy(l => l.Id).Take(Paging.Largest).Select(l => new LeaderChoice(l.Id, l.Name, l.Title)).ToListAsync(cancellation), cancellation);

    /// <summary>
    /// The enterprises on the roster that could be given to a leader: of a tier that fits, with nobody of the leader's level now or later; of those named by the text, the
    /// first fifty. Refused: who does not keep the list; NotFound for no such leader.
    /// </summary>
    public Task<Outcome<IReadOnlyList<UnledEnterprise>>> UnledAsync(Caller caller, long leaderId, string text, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<UnledEnterprise>>(caller, async op =>
        {
            if (LeaderService.RefuseKeeping(op.Actor) is { } notAllowed)
            {
                return notAllowed;
            }

            if (await op.Db.Leaders.VisibleTo(op).FirstOrDefaultAsync(l => l.Id == leaderId, cancellation) is not { } leader)
            {
                return Refusal.NotFound;
            }

            if (SearchText.Refuse(text) is { } unreadable)
            {
                return unreadable;
            }

            var taken = op.Db.LeaderContacts.VisibleTo(op).Where(c => c.Level == leader.Level).Where(LeaderScopes.IsFrom.At(op.Today));
            var both = leader.Level == LeaderLevel.Town;
            var free = op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today).Where(e => (both || e.Tier == EnterpriseTier.District) && !taken.Any(c => c.EnterpriseId == e.Id));
            return await (await free.NamedAsync(text, cancellation: cancellation)).OrderBy(e => e.SortKey).ThenBy(e => e.Id).Take(MostChoices)
                .Select(e => new UnledEnterprise(e.Id, e.Name, e.Tier)).ToListAsync(cancellation);
        }, cancellation);
}
