using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Catalogue;

/// <summary>An enterprise picks services, and what becomes of it (plan §三(二)): asked, accepted or declined, delivered, rated; or withdrawn before.</summary>
public sealed class PickService(OperationRunner operations, CalendarSource calendars)
{
    /// <summary>
    /// Picks a service for the caller's own enterprise, as its version stands; what was recommended of it is taken up. The provider is asked for an answer, the Centre
    /// where it has nobody with an account. Refused: NotFound where there is no such service; NotAllowed for who speaks for no enterprise; Pick.OffRoster;
    /// Service.IsWithdrawn; Service.Ended; stale where another version was published meanwhile; what the validator finds; Pick.AnotherOpen.
    /// </summary>
    public Task<Outcome<long>> AskAsync(Caller caller, Guid commandId, PickInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var version = await op.Db.ServiceVersions.VisibleTo(op).Where(v => v.ServiceId == input.ServiceId && v.State == ServiceState.Published)
                .Include(v => v.Service).FirstOrDefaultAsync(cancellation);
            if (version is null || op.Actor.EnterpriseId is not { } own)
            {
                return version is null ? Refusal.NotFound : Refusal.NotAllowed;
            }

            var enterprise = await op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today).FirstOrDefaultAsync(e => e.Id == own, cancellation);
            if (enterprise is null)
            {
                return new Refusal("Pick.OffRoster");
            }

            if (ServiceScopes.WhyNotToBeHad(version, op.Today) is { } gone)
            {
                return gone;
            }

            if (version.Number != input.Number)
            {
                return Refusal.Stale;
            }

            if (new PickValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (await op.Db.Picks.VisibleTo(op).Open().AnyAsync(p => p.EnterpriseId == own && p.ServiceId == input.ServiceId, cancellation))
            {
                return new Refusal("Pick.AnotherOpen");
            }

            var due = (await calendars.CurrentAsync(op.Db, cancellation)).Add(op.Today, ServiceRules.AnswerWithinDays);
            var pick = new Pick
            {
                EnterpriseId = own,
                ServiceId = version.ServiceId,
                ServiceVersionId = version.Id,
                State = PickState.Asked,
                Wish = input.Wish.Trim(),
                Contact = input.Contact.Trim(),
                ContactNumber = PhoneNumber.Normalise(input.Phone),
                AskedAt = op.Now,
                AskedById = op.Actor.AccountId,
                AnswerDueAt = TownTime.CloseOf(due),
            };
            op.Db.Picks.Add(pick);
            op.Note(enterprise, "PickService", new { Service = version.Title });
            foreach (var recommended in await op.Db.Recommendations.VisibleTo(op).Where(r => r.EnterpriseId == own && r.ServiceId == input.ServiceId && r.TakenUpAt == null).ToListAsync(cancellation))
            {
                recommended.TakenUpAt = op.Now;
            }

            await op.SaveAsync(cancellation);
            op.Changed(nameof(Pick), pick.Id);
            await PickTelling.AskForAnswerAsync(op, pick, version.Service.ProviderId, version.Title, enterprise.Name, cancellation);
            return pick.Id;
        }, cancellation);

    /// <summary>
    /// Takes a step of a pick, as the table <see cref="PickSteps"/> says; who is concerned is told, and the notices that asked for it stop asking. Refused: NotFound where
    /// the caller does not see it; stale; NotAllowed for a step that is not the caller's; Pick.WrongStep for one that does not lead on from where it stands; what the
    /// validator finds; a day to come, or before it was asked for.
    /// </summary>
    public Task<Outcome<Nothing>> StepAsync(Caller caller, Guid commandId, PickStepInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var pick = await op.Db.Picks.VisibleTo(op).Include(p => p.Enterprise).Include(p => p.ServiceVersion).Include(p => p.Service).ThenInclude(s => s.Provider)
                .FirstOrDefaultAsync(p => p.Id == input.Id, cancellation);
            if (pick is null)
            {
                return Refusal.NotFound;
            }

            if (!PickSteps.Rules.TryGetValue(input.Step, out var rule))
            {
                return new Refusal("Pick.StepUnknown");
            }

            var sides = PickAccess.SidesOf(op, pick.EnterpriseId, pick.Service.ProviderId, await PickAccess.PeopleOf(op, pick.Service.ProviderId).AnyAsync(cancellation));
            if ((rule.By & sides) == PickSide.None)
            {
                return Refusal.NotAllowed;
            }

            if (pick.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (!PickSteps.Open(pick.State, PickScopes.WaitsForFollowUp.Holds(pick), sides).Contains(input.Step))
            {
                return new Refusal("Pick.WrongStep", pick.State);
            }

            if (new PickStepValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (rule.HasDay && (input.Day > op.Today || input.Day < TownTime.DayOf(pick.AskedAt)))
            {
                return input.Day > op.Today
                    ? new Refusal("Pick.DayToCome", op.Today) { Field = nameof(input.Day) }
                    : new Refusal("Pick.DayTooEarly", TownTime.DayOf(pick.AskedAt)) { Field = nameof(input.Day) };
            }

            Take(op, pick, input, rule.To);
            var pickStep = $"Pick.{input.Step}";
            op.Note(pick.Enterprise, pickStep, new { Service = pick.ServiceVersion.Title });
            op.Changed(nameof(Pick), pick.Id);
            await PickTelling.TellAsync(op, pick, input.Step, cancellation);
            return Nothing.Value;
        }, cancellation);

    private static void Take(Operation op, Pick pick, PickStepInput input, PickState to)
    {
        var (word, isForProvider) = (input.Word.Trim(), !op.Actor.ProviderIds.Contains(pick.Service.ProviderId));
        (pick.State, pick.Version) = (to, pick.Version + 1);
        switch (input.Step)
        {
            case PickStep.Accept or PickStep.Decline:
                (pick.AnsweredAt, pick.AnsweredById, pick.AnsweredForProvider, pick.Answer) = (op.Now, op.Actor.AccountId, isForProvider, word);
                break;
            case PickStep.Deliver:
                (pick.DeliveredOn, pick.DeliveredById, pick.DeliveredForProvider, pick.Delivered) = (input.Day, op.Actor.AccountId, isForProvider, word);
                break;
            case PickStep.Rate:
                (pick.Rating, pick.RatedAt, pick.RatingReason) = (input.Rating, op.Now, word);
                break;
            case PickStep.Withdraw:
                (pick.WithdrawnAt, pick.WithdrawnReason) = (op.Now, word);
                break;
            case PickStep.FollowUp:
                (pick.FollowedUpAt, pick.FollowedUpById, pick.FollowUp) = (op.Now, op.Actor.AccountId, word);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input.Step, null);
        }
    }
}
