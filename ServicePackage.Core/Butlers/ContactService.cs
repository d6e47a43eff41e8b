using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// Plans and records contacts with the enterprises (plan §五(六)). Done by the butler or who stands in, the enterprise's economic city, the
/// Centre and the town leaders.
/// </summary>
public sealed class ContactService(OperationRunner operations, CalendarSource calendars, IOptionsMonitor<ContactSettings> settings)
{
    private const int Latest = 30;

    /// <summary>Of a visit on an earlier day whose hour nobody was asked for.</summary>
    private static readonly TimeOnly Noon = new(12, 0);

    private static readonly PlanContactValidator PlanValidator = new();
    private static readonly RecordContactValidator RecordValidator = new();

    /// <summary>The enterprise's contacts, the planned one first, then the latest. Refused NotFound where the caller does not see the enterprise; who does not keep contact sees none.</summary>
    public Task<Outcome<IReadOnlyList<ContactView>>> OfAsync(Caller caller, long enterpriseId) =>
        operations.ReadAsync<IReadOnlyList<ContactView>>(caller, async op =>
            await op.Db.Enterprises.VisibleTo(op).AnyAsync(e => e.Id == enterpriseId)
                ? await op.Db.Contacts.VisibleTo(op.Actor, op.Db)
                    .Where(c => c.EnterpriseId == enterpriseId && c.GivenUpAt == null)
                    .OrderBy(c => c.HeldAt == null ? 0 : 1).ThenByDescending(c => c.HeldAt).ThenByDescending(c => c.Id)
                    .Take(Latest)
                    .Select(c => new ContactView(c.Id, c.Way, c.Day, c.HeldAt, c.Account.DisplayName, c.WithWhom, c.HeldAt == null ? c.Purpose : c.Said, c.Ticket!.Number, c.Version))
                    .ToListAsync()
                : Refusal.NotFound);

    /// <summary>Whether the caller keeps contact with the enterprise, and so may plan and record. Refused NotFound where the caller does not see it.</summary>
    public Task<Outcome<bool>> KeepsAsync(Caller caller, long enterpriseId) =>
        operations.ReadAsync<bool>(caller, async op =>
            await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == enterpriseId) is { } enterprise ? await op.KeepsContactAsync(enterprise) : Refusal.NotFound);

    /// <summary>
    /// Plans a contact, or moves the planned one. Refused: who does not keep contact; an enterprise off the roster; a day gone by, a rest day or one too far
    /// ahead; one is planned already; the plan has changed (stale); a visit close to somebody else's, until it is confirmed.
    /// </summary>
    public Task<Outcome<long>> PlanContactAsync(Caller caller, Guid commandId, PlanContactInput input) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            var (enterprise, refusal) = await FindAsync(op, input.EnterpriseId);
            if (enterprise is null)
            {
                return refusal!;
            }

            if (PlanValidator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            if (!EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
            {
                return new Refusal("Contact.OffRoster", enterprise.Name);
            }

            var day = input.Day!.Value;
            if (ContactPlan.RefuseDay(day, op.Today, await calendars.CurrentAsync(op.Db)) is { } unfit)
            {
                return unfit with { Field = nameof(input.Day) };
            }

            var (plan, stale) = await PlanAsync(op, enterprise, input.PlanId, input.PlanVersion);
            if (stale is not null)
            {
                return stale;
            }

            if (input.PlanId is null && await OpenPlanAsync(op, enterprise.Id) is { } planned)
            {
                return new Refusal("Contact.PlannedAlready", planned.Account.DisplayName, planned.Day);
            }

            if (!input.DespiteVisit && await VisitNearAsync(op, enterprise.Id, input.Way!.Value, day) is { } near)
            {
                return near with { Field = nameof(input.DespiteVisit) };
            }

            var isNew = plan is null;
            plan ??= op.Db.Contacts.Add(new Contact { EnterpriseId = enterprise.Id }).Entity;
            (plan.AccountId, plan.Way, plan.Day, plan.PlannedDay, plan.Purpose) = (op.Actor.AccountId, input.Way!.Value, day, day, input.Purpose.Trim());
            Sign(op, plan);
            await op.SaveAsync();
            op.Note(plan, isNew ? "PlanContact" : "MoveContact", isInternal: true);
            return plan.Id;
        });

    /// <summary>
    /// Records a contact that was held, and with it the planned one or the call for an answer. Refused: who does not keep contact; an hour to
    /// come or too long gone; a plan that has changed (stale); a demand of another enterprise; a visit close to somebody else's, until it is confirmed.
    /// </summary>
    public Task<Outcome<long>> RecordContactAsync(Caller caller, Guid commandId, RecordContactInput input) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            var (enterprise, refusal) = await FindAsync(op, input.EnterpriseId);
            if (enterprise is null)
            {
                return refusal!;
            }

            if (RecordValidator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            var local = input.When!.Value;
            var (day, heldAt) = (DateOnly.FromDateTime(local), TownTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)));
            if (heldAt > op.Now)
            {
                return new Refusal("Contact.NotYet") { Field = nameof(input.When) };
            }

            if (op.Today.DayNumber - day.DayNumber > ContactRules.Reach)
            {
                return new Refusal("Contact.TooFar", ContactRules.Reach) { Field = nameof(input.When) };
            }

            var (plan, stale) = await PlanAsync(op, enterprise, input.PlanId, input.PlanVersion);
            if (stale is not null)
            {
                return stale;
            }

            var number = input.TicketNumber.Trim();
            var ticketId = number.Length == 0 ? null
                : await op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(t => t.Number == number && t.EnterpriseId == enterprise.Id).Select(t => (long?)t.Id).FirstOrDefaultAsync();
            if (number.Length > 0 && ticketId is null)
            {
                return new Refusal("Contact.OtherDemand", number);
            }

            if (!input.DespiteVisit && await VisitNearAsync(op, enterprise.Id, input.Way!.Value, day, plan?.Id) is { } near)
            {
                return near with { Field = nameof(input.DespiteVisit) };
            }

            var contact = plan ?? op.Db.Contacts.Add(new Contact { EnterpriseId = enterprise.Id }).Entity;
            (contact.AccountId, contact.Way, contact.Day, contact.HeldAt, contact.TicketId) = (op.Actor.AccountId, input.Way!.Value, day, heldAt, ticketId);
            (contact.WithWhom, contact.Said) = (input.WithWhom.Trim(), input.Said.Trim());
            Sign(op, contact);
            await op.SaveAsync();
            op.Note(contact, ticketId is null ? "RecordContact" : "RecordCall", isInternal: true);
            return contact.Id;
        });

    /// <summary>Gives a planned contact up. Refused: who does not keep contact; a plan that has changed meanwhile (stale).</summary>
    public Task<Outcome<Nothing>> GiveUpPlanAsync(Caller caller, Guid commandId, long enterpriseId, long planId, int version) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var (enterprise, refusal) = await FindAsync(op, enterpriseId);
            if (enterprise is null)
            {
                return refusal!;
            }

            var (plan, stale) = await PlanAsync(op, enterprise, planId, version);
            if (plan is null)
            {
                return stale!;
            }

            plan.GivenUpAt = op.Now;
            Sign(op, plan);
            op.Note(plan, "GiveUpContact", isInternal: true);
            return Nothing.Value;
        });

    /// <summary>
    /// Notes a visit at which something of another room was done, inside that act: whoever did it was found to serve the enterprise. It holds the visit that they had planned
    /// for the day (Shanghai); a day on which a visit was recorded already is left as it is, so that one visit counts once.
    /// </summary>
    internal static async Task NoteVisitAsync(Operation op, long enterpriseId, DateOnly day, string withWhom, string said, CancellationToken cancellation)
    {
        var contacts = op.Db.Contacts.VisibleTo(op.Actor, op.Db).Where(c => c.EnterpriseId == enterpriseId && c.Way == ContactWay.Visit && c.Day == day && c.GivenUpAt == null);
        if (await contacts.AnyAsync(c => c.HeldAt != null, cancellation))
        {
            return;
        }

        var contact = await contacts.FirstOrDefaultAsync(c => c.AccountId == op.ActorId, cancellation) ?? op.Db.Contacts.Add(new Contact { EnterpriseId = enterpriseId }).Entity;
        (contact.AccountId, contact.Way, contact.Day, contact.HeldAt) = (op.Actor.AccountId, ContactWay.Visit, day, day == op.Today ? op.Now : TownTime.At(day, Noon));
        (contact.WithWhom, contact.Said) = (withWhom, said);
        Sign(op, contact);
        op.Note(contact, "RecordContact", isInternal: true);
    }

    private static void Sign(Operation op, Contact contact)
    {
        (contact.RecordedById, contact.RecordedAt) = (op.Actor.AccountId, op.Now);
        contact.Version++;
    }

    private static async Task<(Enterprise? Enterprise, Refusal? Refusal)> FindAsync(Operation op, long enterpriseId)
    {
        var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == enterpriseId);
        return enterprise is null ? (null, Refusal.NotFound)
            : await op.KeepsContactAsync(enterprise) ? (enterprise, null)
            : (null, new Refusal("Contact.NotYours", enterprise.Name));
    }

    private static Task<Contact?> OpenPlanAsync(Operation op, long enterpriseId) =>
        op.Db.Contacts.VisibleTo(op.Actor, op.Db).Include(c => c.Account).FirstOrDefaultAsync(c => c.EnterpriseId == enterpriseId && c.HeldAt == null && c.GivenUpAt == null);

    /// <summary>The open plan the person saw; stale when it is no longer that one. Nothing for nothing.</summary>
    private static async Task<(Contact? Plan, Refusal? Stale)> PlanAsync(Operation op, Enterprise enterprise, long? planId, int version)
    {
        if (planId is null)
        {
            return (null, null);
        }

        var plan = await OpenPlanAsync(op, enterprise.Id);
        return plan is not null && plan.Id == planId && plan.Version == version ? (plan, null) : (null, Refusal.Stale);
    }

    private async Task<Refusal?> VisitNearAsync(Operation op, long enterpriseId, ContactWay way, DateOnly day, long? except = null)
    {
        if (way != ContactWay.Visit)
        {
            return null;
        }

        var apart = settings.CurrentValue.VisitsApart;
        var calendar = await calendars.CurrentAsync(op.Db);
        var visits = await op.Db.Contacts.VisibleTo(op.Actor, op.Db)
            .Where(c => c.EnterpriseId == enterpriseId && c.Way == ContactWay.Visit && c.GivenUpAt == null && c.AccountId != op.Actor.AccountId && c.Id != except)
            .OrderByDescending(c => c.Day)
            .Select(c => new { c.Day, c.HeldAt, c.Account.DisplayName })
            .ToListAsync();
        return visits.Find(v => Math.Abs(calendar.Count(day, v.Day)) <= apart) is { } near
            ? new Refusal(near.HeldAt is null ? "Contact.VisitPlanned" : "Contact.VisitedLately", near.DisplayName, near.Day, apart)
            : null;
    }
}

/// <summary>A contact as the enterprise's story shows it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Way">How.</param>
/// <param name="Day">The day (Shanghai) it was held, or is planned for.</param>
/// <param name="HeldAt">When it was held (UTC); null while planned.</param>
/// <param name="Who">Who held it, or means to.</param>
/// <param name="WithWhom">With whom one spoke.</param>
/// <param name="Text">What was said; what it is to be about while planned.</param>
/// <param name="TicketNumber">The demand whose answer was asked for; null for none.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record ContactView(
    long Id, ContactWay Way, DateOnly Day, DateTime? HeldAt, string Who, string WithWhom, string Text, string? TicketNumber, int Version);
