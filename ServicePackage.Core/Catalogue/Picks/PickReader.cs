using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Catalogue;

/// <summary>What enterprises have picked, as far as a reader sees it (plan §三(二)).</summary>
public sealed class PickReader(OperationRunner operations)
{
    /// <summary>A page of the picks that the caller sees and the filter leaves, those that are late first, then the last first; with how many wait for what. Refused NotFound for others than providers' people and the Centre.</summary>
    public Task<Outcome<PickList>> ListAsync(Caller caller, PickFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<PickList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!await ServiceDoors.Requests.OpensAsync(op, cancellation))
            {
                return Refusal.NotFound;
            }

            var (all, late) = (op.Db.Picks.VisibleTo(op), PickScopes.IsLate.At(op.Now));
            var page = await all.Showing(filter.Show, op.Now).OrderByDescending(late).ThenByDescending(p => p.AskedAt).ThenByDescending(p => p.Id)
                .Select(p => p.Id).PageAsync(filter.Skip, filter.Take, cancellation);
            return new PickList(
                new Page<PickRow>(await RowsAsync(op, page.Items, cancellation), page.Total),
                await all.CountAsync(p => p.State == PickState.Asked, cancellation),
                await all.CountAsync(late, cancellation),
                await all.CountAsync(p => p.State == PickState.Accepted, cancellation),
                await all.CountAsync(PickScopes.WaitsForFollowUp.Rule, cancellation),
                op.Actor.IsCentre);
        }, cancellation);

    /// <summary>One pick. Refused NotFound where the caller does not see it.</summary>
    public Task<Outcome<PickRow>> GetAsync(Caller caller, long id, CancellationToken cancellation = default) =>
        operations.ReadAsync<PickRow>(caller, async op =>
        {
            var seen = await op.Db.Picks.VisibleTo(op).Where(p => p.Id == id).Select(p => p.Id).ToListAsync(cancellation);
            return (await RowsAsync(op, seen, cancellation)) is [var row] ? row : Refusal.NotFound;
        }, cancellation);

    /// <summary>The rows of these keys, in their order, as far as the reader sees them; of the enterprise no more than its name for who does not serve it.</summary>
    internal static async Task<IReadOnlyList<PickRow>> RowsAsync(Operation op, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var keys = ids.ToList();
        var (me, centre, people) = (op.Actor.EnterpriseId, op.Actor.IsCentre, PickAccess.People(op));
        var served = op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op));
        var found = await op.Db.Picks.VisibleTo(op).Where(p => EF.Parameter(keys).Contains(p.Id)).Select(PickScopes.IsLate.At(op.Now), PickScopes.WaitsForFollowUp.Rule, (p, late, waits) => new
        {
            p.EnterpriseId,
            IsServed = served.Any(e => e.Id == p.EnterpriseId),
            HasPeople = people.Any(o => o.OrganisationId == p.Service.ProviderId),
            Row = new PickRow
            {
                Id = p.Id,
                Version = p.Version,
                Enterprise = p.Enterprise.Name,
                ServiceId = p.ServiceId,
                ServiceNumber = p.ServiceVersion.Number,
                Title = p.ServiceVersion.Title,
                Provider = new ServiceProvider(p.Service.ProviderId, p.Service.Provider.Name, p.Service.Provider.EnglishName, p.Service.Provider.Nature),
                State = p.State,
                Wish = p.Wish,
                Contact = p.Contact,
                Phone = p.ContactNumber,
                AskedAt = p.AskedAt,
                AnswerDueAt = p.AnswerDueAt,
                IsLate = late,
                AnsweredAt = p.AnsweredAt,
                AnsweredBy = p.AnsweredBy == null ? "" : p.AnsweredBy.DisplayName,
                AnsweredForProvider = p.AnsweredForProvider,
                Answer = p.Answer,
                DeliveredOn = p.DeliveredOn,
                DeliveredBy = p.DeliveredBy == null ? "" : p.DeliveredBy.DisplayName,
                DeliveredForProvider = p.DeliveredForProvider,
                Delivered = p.Delivered,
                Rating = p.Rating,
                RatingReason = p.RatingReason,
                RatedAt = p.RatedAt,
                FollowedUpAt = p.FollowedUpAt,
                FollowedUpBy = centre && p.FollowedUpBy != null ? p.FollowedUpBy.DisplayName : "",
                FollowUp = centre ? p.FollowUp : "",
                WithdrawnAt = p.WithdrawnAt,
                WithdrawnReason = p.WithdrawnReason,
                IsOwn = p.EnterpriseId == me,
                WaitsForFollowUp = waits,
            },
        }).ToListAsync(cancellation);
        var rows = found.ToDictionary(f => f.Row.Id, f => f.Row with
        {
            EnterpriseId = f.IsServed ? f.EnterpriseId : 0,
            IsProviderWithoutAccount = !f.HasPeople,
            Steps = PickSteps.Open(f.Row.State, f.Row.WaitsForFollowUp, PickAccess.SidesOf(op, f.EnterpriseId, f.Row.Provider.Id, f.HasPeople)),
        });
        return [.. ids.Select(id => rows.GetValueOrDefault(id)).OfType<PickRow>()];
    }
}
