using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>The catalogue of services, as it is read by everybody signed in (plan §三(二)).</summary>
public sealed class CatalogueService(OperationRunner operations)
{
    /// <summary>A page of published services, by class and title. Those that ended or were withdrawn only where they are asked for. Refused: a search text too long or unreadable.</summary>
    public Task<Outcome<ServiceList>> ListAsync(Caller caller, ServiceFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<ServiceList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            var all = op.Db.ServiceVersions.VisibleTo(op);
            var found = (await all.SayingAsync(filter.Text, op.Db, cancellation)).Matching(filter, op.Today);
            var page = await found.ByClass().Select(ServiceQueries.Row).PageAsync(filter.Skip, filter.Take, cancellation);
            return new ServiceList(
                page, op.Today,
                op.Actor.IsCentre ? await UncheckedAsync(op, cancellation) : null,
                ServiceAccess.MayEnter(op.Actor));
        }, cancellation);

    /// <summary>How many services to be had nobody has checked lately: asked of the services, of which few are, and not of all that was published.</summary>
    private static Task<int> UncheckedAsync(Operation op, CancellationToken cancellation)
    {
        var toBeHad = op.Db.ServiceVersions.VisibleTo(op).ToBeHad(op.Today);
        return op.Db.Services.VisibleTo(op).Where(ServiceScopes.IsUnchecked.At(ServiceRules.CheckedSince(op.Today))).CountAsync(s => toBeHad.Any(v => v.ServiceId == s.Id), cancellation);
    }

    /// <summary>
    /// A service as its last published version has it, or an earlier one. With number 0 where nothing was published yet and the caller reads its draft. Refused NotFound
    /// where the caller sees no version, and where there is no such one.
    /// </summary>
    public Task<Outcome<ServiceDetails>> GetAsync(Caller caller, long id, int? number = null, CancellationToken cancellation = default) =>
        operations.ReadAsync<ServiceDetails>(caller, async op =>
        {
            var versions = op.Db.ServiceVersions.VisibleTo(op).Where(v => v.ServiceId == id);
            var published = await versions.Where(v => v.PublishedAt != null).OrderByDescending(v => v.Number)
                .Select(v => new PublishedService(v.Number, v.PublishedAt!.Value, v.ChangeNote)).ToListAsync(cancellation);
            var hasDraft = await versions.Drafts().AnyAsync(cancellation);
            if (published.Count == 0)
            {
                return hasDraft && number is null ? new ServiceDetails { Id = id } : Refusal.NotFound;
            }

            var shown = published.Find(v => v.Number == (number ?? published[0].Number));
            if (shown is null)
            {
                return Refusal.NotFound;
            }

            var service = await op.Db.Services.VisibleTo(op).FirstAsync(s => s.Id == id, cancellation);
            var facts = await versions.Where(v => v.Number == shown.Number).Select(ServiceQueries.Facts).FirstAsync(cancellation);
            var (isCurrent, stands) = (shown == published[0], service.WithdrawnAt is null);
            var isToBeHad = stands && !facts.HasEnded(op.Today);
            var own = op.Actor.EnterpriseId;
            var open = own is null ? null : await op.Db.Picks.VisibleTo(op).Open().Where(p => p.EnterpriseId == own && p.ServiceId == id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancellation);
            var writes = ServiceAccess.MayWrite(op.Actor, service);
            return new ServiceDetails
            {
                Id = id,
                Number = shown.Number,
                Version = service.Version,
                Facts = facts,
                Today = op.Today,
                IsCurrent = isCurrent,
                CheckedOn = service.CheckedOn,
                WithdrawnAt = service.WithdrawnAt,
                WithdrawnReason = service.WithdrawnReason,
                Versions = published,
                OpenPick = open,
                Rights = new ServiceRights(
                    OpenDraft: hasDraft,
                    NewVersion: writes && stands && !hasDraft,
                    Check: writes && stands && isCurrent && service.CheckedOn != op.Today,
                    Withdraw: op.Actor.IsCentre && stands,
                    Pick: isToBeHad && isCurrent && open is null && await op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today).AnyAsync(e => e.Id == own, cancellation),
                    Recommend: isToBeHad && isCurrent && !facts.Provider.IsCommercial && own is null && await op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)).OnRoster(op.Today).AnyAsync(cancellation)),
            };
        }, cancellation);
}
