using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// Plans contacts with many enterprises in one go (plan §五(六) 定期联系): first the days are proposed, then each contact is planned in its own
/// transaction with its own command id, so that one refusal keeps nothing from the others.
/// </summary>
public sealed class ContactBatch(OperationRunner operations, CalendarSource calendars, ContactService contacts)
{
    private static readonly SpreadContactsValidator Validator = new();

    /// <summary>
    /// A day for each enterprise, in the order given: the day chosen for it, with why it cannot be; or one by <see cref="ContactPlan.Spread"/>, which
    /// counts the days chosen and what the caller has planned already. Writes nothing. Refused: what is not filled in; a first day gone by or too far ahead;
    /// so few a day that the last would be too far ahead.
    /// </summary>
    public Task<Outcome<ContactProposal>> ProposeAsync(Caller caller, SpreadContactsInput input, CancellationToken cancellation = default) =>
        operations.ReadAsync<ContactProposal>(caller, async op =>
        {
            if (Validator.Refuse(input) is { } incomplete)
            {
                return incomplete;
            }

            var calendar = await calendars.CurrentAsync(op.Db, cancellation);
            var (asked, perDay) = (input.First!.Value, input.PerDay!.Value);
            if (ContactPlan.RefuseDay(asked, op.Today, calendar) is { Code: not "Contact.RestDay" } refusal)
            {
                return refusal with { Field = nameof(input.First) };
            }

            var first = calendar.Add(asked, 0);
            var mine = await op.Db.Contacts.VisibleTo(op.Actor, op.Db)
                .Where(c => c.AccountId == op.ActorId && c.HeldAt == null && c.GivenUpAt == null && c.Day >= first).Select(c => c.Day).ToListAsync(cancellation);
            var chosen = input.Rows.Where(r => r.IsChosen && r.Day is not null).Select(r => r.Day!.Value);
            var open = input.Rows.Where(r => !r.IsChosen || r.Day is null).ToList();
            var spread = ContactPlan.Spread(calendar, first, perDay, open.Count, mine.Concat(chosen));
            if (spread.Count > 0 && spread[^1].DayNumber - op.Today.DayNumber > ContactRules.Reach)
            {
                return new Refusal("Contact.SpreadTooFar", spread[^1], ContactRules.Reach) { Field = nameof(input.PerDay) };
            }

            var spreadOver = open.Zip(spread).ToDictionary(p => p.First, p => p.Second);
            var days = input.Rows.Select(r => spreadOver.TryGetValue(r, out var day)
                ? new ProposedDay(day, calendar.KindOf(day), null)
                : Chosen(r.Day!.Value, op.Today, calendar)).ToList();
            return new ContactProposal(first, days, mine.Count(d => spread.Contains(d)));
        }, cancellation);

    /// <summary>
    /// Plans one contact after another and gives each result as it comes; an enterprise named twice is planned once. The refusals are those of
    /// <see cref="ContactService.PlanContactAsync"/>. The same <paramref name="runId"/> again gives the first results again.
    /// </summary>
    public async IAsyncEnumerable<PlannedResult> PlanAsync(
        Caller caller, Guid runId, PlanContactsInput input, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var row in input.Rows.DistinctBy(r => r.EnterpriseId).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = await contacts.PlanContactAsync(caller, CommandId(runId, row.EnterpriseId), new PlanContactInput
            {
                EnterpriseId = row.EnterpriseId,
                Way = input.Way,
                Day = row.Day,
                Purpose = input.Purpose,
                DespiteVisit = row.DespiteVisit,
            });
            yield return new PlannedResult(row.EnterpriseId, outcome.Refusal);
        }
    }

    private static ProposedDay Chosen(DateOnly day, DateOnly today, WorkingCalendar calendar) =>
        new(day, WorkingCalendar.Covers(day) ? calendar.KindOf(day) : DayKind.Workday, ContactPlan.RefuseDay(day, today, calendar));

    private static Guid CommandId(Guid runId, long enterpriseId) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{runId:N} {enterpriseId}")).AsSpan(0, 16));
}

/// <summary>The days proposed for contacts with many enterprises.</summary>
/// <param name="First">The working day from which they are spread.</param>
/// <param name="Days">A day for each enterprise, in the order given.</param>
/// <param name="Already">How many contacts the caller has planned on those days already.</param>
public sealed record ContactProposal(DateOnly First, IReadOnlyList<ProposedDay> Days, int Already);

/// <summary>A day proposed for one enterprise, or chosen for it.</summary>
/// <param name="Day">The day (Shanghai).</param>
/// <param name="Kind">What kind of day it is.</param>
/// <param name="Refusal">Why the chosen day cannot be; null where it can.</param>
public sealed record ProposedDay(DateOnly Day, DayKind Kind, Refusal? Refusal);

/// <summary>What planning a contact with one enterprise came to.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Refusal">Why it was refused; null when planned.</param>
public sealed record PlannedResult(long EnterpriseId, Refusal? Refusal);
