using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// Which leader keeps contact with which enterprise, by dates 定点联系 (plan §二, §五(一)). Entered by the Centre and the general liaison. Nobody is told of it
/// by itself.
/// </summary>
public sealed class LeaderContactService(OperationRunner operations)
{
    private static readonly LeaderContactValidator Validator = new();
    private static readonly LeaderContactEndValidator EndValidator = new();
    private static readonly LeaderHandOverValidator HandOverValidator = new();

    /// <summary>
    /// Lets a leader keep contact with enterprises from a day on, all or none of them, and gives their number. Refused: who does not keep the list; a leader who left office;
    /// one of the district for an enterprise of the town tier; days out of reach, the last before the first; somebody of the same level on one of the days.
    /// </summary>
    public Task<Outcome<int>> NameAsync(Caller caller, Guid commandId, LeaderContactInput input) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            if (LeaderService.RefuseKeeping(op.Actor) is { } notAllowed)
            {
                return notAllowed;
            }

            if (Validator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            if (RefuseDays(op, input) is { } unfit)
            {
                return unfit;
            }

            var (leader, gone) = await InOfficeAsync(op, input.LeaderId, nameof(input.LeaderId));
            var ids = input.EnterpriseIds.Distinct().ToList();
            var enterprises = await op.Db.Enterprises.VisibleTo(op).Where(e => EF.Parameter(ids).Contains(e.Id)).OrderBy(e => e.Id).ToListAsync();
            if (leader is null || enterprises.Count < ids.Count)
            {
                return gone ?? Refusal.NotFound;
            }

            if (enterprises.Find(e => !LeaderRules.Fits(leader.Level, e.Tier)) is { } ofTown)
            {
                return new Refusal("Leader.DistrictForTown", ofTown.Name) { Field = nameof(input.LeaderId) };
            }

            await EnterpriseLock.TakeAsync(op.Db, ids);
            if (await op.Db.LeaderContacts.VisibleTo(op).Where(c => c.Level == leader.Level && EF.Parameter(ids).Contains(c.EnterpriseId)).Within(input.From!.Value, input.Until)
                .Include(c => c.Enterprise).Include(c => c.Leader).OrderBy(c => c.EnterpriseId).FirstOrDefaultAsync() is { } other)
            {
                return AlreadyOne(other);
            }

            foreach (var enterprise in enterprises)
            {
                op.Db.LeaderContacts.Add(new LeaderContact { EnterpriseId = enterprise.Id, LeaderId = leader.Id, Level = leader.Level, From = input.From.Value, Until = input.Until });
                op.Note(enterprise, "NameLeader");
            }

            return enterprises.Count;
        });

    /// <summary>
    /// Ends a contact with the day given as its last; one that has not begun is withdrawn. Refused: who does not keep the list; a last day before the first or out of reach; stale.
    /// </summary>
    public Task<Outcome<Nothing>> EndAsync(Caller caller, Guid commandId, LeaderContactEndInput input) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var contact = await op.Db.LeaderContacts.VisibleTo(op).Include(c => c.Enterprise).FirstOrDefaultAsync(c => c.Id == input.Id);
            if (contact is null || LeaderService.RefuseKeeping(op.Actor) is not null)
            {
                return contact is null ? Refusal.NotFound : LeaderService.RefuseKeeping(op.Actor)!;
            }

            if (contact.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (EndValidator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            op.Note(contact.Enterprise, "EndLeader", new { Reason = input.Reason.Trim() });
            if (contact.From > op.Today)
            {
                op.Db.LeaderContacts.Remove(contact);
                return Nothing.Value;
            }

            var until = input.Until!.Value;
            if ((until < contact.From ? new Refusal("Leader.EndsBefore", until, contact.From) : LeaderRules.RefuseDay(until, op.Today)) is { } unfit)
            {
                return unfit with { Field = nameof(input.Until) };
            }

            if (contact.Until < until)
            {
                return new Refusal("Leader.EndsAlready", contact.Until) { Field = nameof(input.Until) };
            }

            contact.Until = until;
            contact.Version++;
            return Nothing.Value;
        });

    /// <summary>
    /// Hands all enterprises of a leader to another of the same level from a day on, and gives their number: what holds then or begins later passes on; nothing earlier changes.
    /// Refused: who does not keep the list; somebody of another level, who left office, or the same person; a day out of reach; nothing to hand on.
    /// </summary>
    public Task<Outcome<int>> HandOverAsync(Caller caller, Guid commandId, LeaderHandOverInput input) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            var from = await op.Db.Leaders.VisibleTo(op).FirstOrDefaultAsync(l => l.Id == input.FromId);
            if (from is null || LeaderService.RefuseKeeping(op.Actor) is not null)
            {
                return from is null ? Refusal.NotFound : LeaderService.RefuseKeeping(op.Actor)!;
            }

            if (HandOverValidator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            var day = input.Day!.Value;
            if (LeaderRules.RefuseDay(day, op.Today) is { } unfit)
            {
                return unfit with { Field = nameof(input.Day) };
            }

            var (to, gone) = await InOfficeAsync(op, input.ToId, nameof(input.ToId));
            if (to is null || to.Id == from.Id || to.Level != from.Level)
            {
                return gone ?? new Refusal(to!.Id == from.Id ? "Leader.SamePerson" : "Leader.OtherLevel", to.Name) { Field = nameof(input.ToId) };
            }

            var ids = await op.Db.LeaderContacts.VisibleTo(op).Where(c => c.LeaderId == from.Id).Where(LeaderScopes.IsFrom.At(day)).Select(c => c.EnterpriseId).ToListAsync();
            await EnterpriseLock.TakeAsync(op.Db, ids);
            var contacts = await op.Db.LeaderContacts.VisibleTo(op).Where(c => c.LeaderId == from.Id).Where(LeaderScopes.IsFrom.At(day)).Include(c => c.Enterprise).OrderBy(c => c.Id).ToListAsync();
            return contacts.Count == 0 ? new Refusal("Leader.NothingToHandOver", from.Name, day) : await PassAsync(op, contacts, to, day);
        });

    private static async Task<int> PassAsync(Operation op, List<LeaderContact> contacts, Leader to, DateOnly day)
    {
        var begun = contacts.Where(c => c.From < day).Select(c => (Contact: c, c.Until)).ToList();
        foreach (var (contact, _) in begun)
        {
            contact.Until = day.AddDays(-1);
        }

        await op.SaveAsync(); // the index allows one open contact a level
        op.Db.LeaderContacts.AddRange(begun.Select(b => new LeaderContact { EnterpriseId = b.Contact.EnterpriseId, LeaderId = to.Id, Level = to.Level, From = day, Until = b.Until }));
        foreach (var contact in contacts)
        {
            if (contact.From >= day)
            {
                contact.LeaderId = to.Id;
            }

            contact.Version++;
        }

        foreach (var enterprise in contacts.Select(c => c.Enterprise).Distinct())
        {
            op.Note(enterprise, "HandOverLeader");
        }

        return contacts.Count;
    }

    private static Refusal? RefuseDays(Operation op, LeaderContactInput input) =>
        LeaderRules.RefuseDay(input.From!.Value, op.Today) is { } begins ? begins with { Field = nameof(input.From) }
        : input.Until is { } last && LeaderRules.RefuseDay(last, op.Today) is { } ends ? ends with { Field = nameof(input.Until) }
        : null;

    private static Refusal AlreadyOne(LeaderContact other) => other.Until is { } until
        ? new Refusal("Leader.AlreadyOneUntil", other.Enterprise.Name, other.Leader.Name, other.From, until, other.Level) { Field = nameof(LeaderContactInput.From) }
        : new Refusal("Leader.AlreadyOne", other.Enterprise.Name, other.Leader.Name, other.From, other.Level) { Field = nameof(LeaderContactInput.From) };

    private static async Task<(Leader? Leader, Refusal? Refusal)> InOfficeAsync(Operation op, long id, string field)
    {
        var leader = await op.Db.Leaders.VisibleTo(op).FirstOrDefaultAsync(l => l.Id == id);
        return leader is null ? (null, Refusal.NotFound)
            : LeaderScopes.IsInOffice.Holds(leader) ? (leader, null)
            : (null, new Refusal("Leader.Left", leader.Name, leader.LeftOn) { Field = field });
    }
}
