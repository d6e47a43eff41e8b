using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// The leaders of district and town who keep contact with enterprises (plan §五(一)). The Centre and the general liaison keep the list; a town leader reads what is
/// said there of them.
/// </summary>
public sealed class LeaderService(OperationRunner operations)
{
    private static readonly LeaderValidator Validator = new();

    /// <summary>A page of the leaders the caller sees, those in office alone unless the others are asked for too. Refused NotFound for who is neither a town leader nor keeps the list.</summary>
    public Task<Outcome<LeaderList>> ListAsync(Caller caller, LeaderFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<LeaderList>(caller, async op =>
        {
            if (!MayOpen(op.Actor))
            {
                return Refusal.NotFound;
            }

            var mayKeep = LeaderRules.MayKeep(op.Actor);
            var leaders = op.Db.Leaders.VisibleTo(op).Where(LeaderScopes.IsInOffice.Rule, (_, inOffice) => inOffice || filter.WithLeft);
            var rows = await Rows(op, leaders.OrderBy(l => l.LeftOn == null ? 0 : 1).ThenBy(l => l.Level == LeaderLevel.District ? 0 : 1).ThenBy(l => l.SortKey).ThenBy(l => l.Id)).PageAsync(filter.Skip, filter.Take, cancellation);
            var led = op.Db.LeaderContacts.VisibleTo(op).On(op.Today);
            return new LeaderList(rows, mayKeep, mayKeep ? await op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today).CountAsync(e => !led.Any(c => c.EnterpriseId == e.Id), cancellation) : 0);
        }, cancellation);

    /// <summary>One leader. Refused NotFound for one the caller does not see.</summary>
    public Task<Outcome<LeaderDetails>> GetAsync(Caller caller, long id, CancellationToken cancellation = default) =>
        operations.ReadAsync<LeaderDetails>(caller, async op =>
        {
            var seen = op.Db.Leaders.VisibleTo(op).Where(l => l.Id == id);
            return await Rows(op, seen).FirstOrDefaultAsync(cancellation) is not { } row ? Refusal.NotFound
                : new LeaderDetails(row, await seen.Select(l => l.Account!.DisplayName).FirstOrDefaultAsync(cancellation), LeaderRules.MayKeep(op.Actor));
        }, cancellation);

    /// <summary>The accounts of town leaders that no other leader in office has. Refused: who does not keep the list.</summary>
    public Task<Outcome<IReadOnlyList<LeaderChoice>>> AccountsAsync(Caller caller, long leaderId, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<LeaderChoice>>(caller, async op =>
            RefuseKeeping(op.Actor) is { } refusal ? refusal
                : await Accounts(op, leaderId).OrderBy(a => a.SortKey).ThenBy(a => a.Id).Take(Paging.Largest).Select(a => new LeaderChoice(a.Id, a.DisplayName, "")).ToListAsync(cancellation), cancellation);

    /// <summary>Enters a leader and gives the key. Refused: who does not keep the list; an account that is no town leader's, or is another's.</summary>
    public Task<Outcome<long>> EnterAsync(Caller caller, Guid commandId, LeaderInput input) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            if (RefuseKeeping(op.Actor) is { } notAllowed)
            {
                return notAllowed;
            }

            input.Id = 0;
            if (Validator.Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var leader = new Leader { Level = input.Level!.Value };
            if (await RefuseAccountAsync(op, leader, input.AccountId) is { } unfit)
            {
                return unfit;
            }

            Fill(leader, input);
            op.Db.Leaders.Add(leader);
            op.Note(leader, "Create");
            await op.SaveAsync();
            return leader.Id;
        });

    /// <summary>Changes name, office, telephone or account. Refused: who does not keep the list; one who left office; an account as above; stale.</summary>
    public Task<Outcome<Nothing>> ChangeAsync(Caller caller, Guid commandId, LeaderInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, async (op, leader) =>
        {
            if (Validator.Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (await RefuseAccountAsync(op, leader, input.AccountId) is { } unfit)
            {
                return unfit;
            }

            Fill(leader, input);
            op.Note(leader, "Change");
            return null;
        });

    /// <summary>Notes that a leader left office, today. Refused: who does not keep the list; enterprises not handed on yet; stale.</summary>
    public Task<Outcome<Nothing>> LeaveAsync(Caller caller, Guid commandId, long id, int version) =>
        ChangeOneAsync(caller, commandId, id, version, async (op, leader) =>
        {
            if (await op.Db.LeaderContacts.VisibleTo(op).Where(LeaderScopes.IsFrom.At(op.Today)).CountAsync(c => c.LeaderId == id) is > 0 and var left)
            {
                return new Refusal("Leader.StillContacts", leader.Name, left);
            }

            leader.LeftOn = op.Today;
            op.Note(leader, "LeaveOffice");
            return null;
        });

    /// <summary>Who has the page of leaders: those who keep the list, and the town leaders.</summary>
    internal static bool MayOpen(Actor actor) => LeaderRules.MayKeep(actor) || actor.IsTownLeader;

    /// <summary>Why the actor does not keep the list; null for who does.</summary>
    internal static Refusal? RefuseKeeping(Actor actor) =>
        LeaderRules.MayKeep(actor) ? null : actor.EnterpriseId is null ? new Refusal("Leader.KeptByCentre") : Refusal.NotFound;

    private static IQueryable<LeaderRow> Rows(Operation op, IQueryable<Leader> leaders)
    {
        var (led, contacts) = (op.Db.LeaderContacts.VisibleTo(op).On(op.Today), op.Db.Contacts.VisibleTo(op.Actor, op.Db).Where(k => k.GivenUpAt == null));
        return leaders.Select(l => new LeaderRow
        {
            Id = l.Id,
            Version = l.Version,
            Name = l.Name,
            Title = l.Title,
            Level = l.Level,
            Phone = l.Phone,
            AccountId = l.AccountId,
            LeftOn = l.LeftOn,
            Enterprises = led.Count(c => c.LeaderId == l.Id),
            LastContact = led.Where(c => c.LeaderId == l.Id).Join(contacts.Where(k => k.HeldAt != null), c => c.EnterpriseId, k => k.EnterpriseId, (_, k) => (DateOnly?)k.Day).Max(),
            NextContact = led.Where(c => c.LeaderId == l.Id).Join(contacts.Where(k => k.HeldAt == null), c => c.EnterpriseId, k => k.EnterpriseId, (_, k) => (DateOnly?)k.Day).Min(),
        });
    }

    private static void Fill(Leader leader, LeaderInput input)
    {
        (leader.Name, leader.Title, leader.Phone) = (TextRules.Kept(input.Name), input.Title.Trim(), PhoneNumber.Normalise(input.Phone));
        leader.AccountId = input.AccountId > 0 ? input.AccountId : null;
    }

    private static IQueryable<Account> Accounts(Operation op, long leaderId) => op.Db.Users.Where(a => a.DisabledAt == null
        && a.Posts.Any(p => p.Kind == PostKind.TownLeader || p.Kind == PostKind.GeneralLiaison)
        && !op.Db.Leaders.Where(LeaderScopes.IsInOffice.Rule).Any(l => l.AccountId == a.Id && l.Id != leaderId));

    private static async Task<Refusal?> RefuseAccountAsync(Operation op, Leader leader, long accountId) =>
        accountId == 0 || accountId == leader.AccountId ? null
        : leader.Level != LeaderLevel.Town ? new Refusal("Leader.AccountOfTown") { Field = nameof(LeaderInput.AccountId) }
        : await Accounts(op, leader.Id).AnyAsync(a => a.Id == accountId) ? null
        : new Refusal("Leader.AccountUnfit") { Field = nameof(LeaderInput.AccountId) };

    private Task<Outcome<Nothing>> ChangeOneAsync(Caller caller, Guid commandId, long id, int version, Func<Operation, Leader, Task<Refusal?>> change) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            if (await op.Db.Leaders.VisibleTo(op).FirstOrDefaultAsync(l => l.Id == id) is not { } leader)
            {
                return Refusal.NotFound;
            }

            if (RefuseKeeping(op.Actor) is { } notAllowed)
            {
                return notAllowed;
            }

            if (leader.Version != version)
            {
                return Refusal.Stale;
            }

            if (!LeaderScopes.IsInOffice.Holds(leader))
            {
                return new Refusal("Leader.Left", leader.Name, leader.LeftOn);
            }

            if (await change(op, leader) is { } refusal)
            {
                return refusal;
            }

            leader.Version++;
            return Nothing.Value;
        });
}
