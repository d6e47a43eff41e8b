using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Packages;

/// <summary>Reads packages: as they stand, and as they were issued (plan §三(二), §七(三)).</summary>
public sealed class PackageReader(OperationRunner operations, MomentSource moments)
{
    /// <summary>
    /// The package of an enterprise as it stands. For the enterprise itself, its butler, its economic city and the Centre, and a leader who keeps contact with it. Refused: NotFound where the caller does not see
    /// the enterprise; NotAllowed for who sees it and does not serve it.
    /// </summary>
    public Task<Outcome<PackageView>> LiveAsync(Caller caller, long enterpriseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<PackageView>(caller, async op =>
        {
            var packages = await op.PackagesAsync([enterpriseId], await moments.OfAsync(op, cancellation), cancellation);
            if (!packages.TryGetValue(enterpriseId, out var draft))
            {
                return await op.Db.Enterprises.VisibleTo(op).AnyAsync(e => e.Id == enterpriseId, cancellation) ? Refusal.NotAllowed : Refusal.NotFound;
            }

            var isOwn = op.Actor.EnterpriseId == enterpriseId;
            var versions = await RowsAsync(op, op.Db.PackageVersions.VisibleTo(op).Where(v => v.EnterpriseId == enterpriseId), cancellation);
            var (key, last) = (PackageKey.Of(draft.Content), isOwn ? null : draft.Last);
            return new PackageView
            {
                Content = draft.Content,
                Key = key,
                IsOwn = isOwn,
                OnRoster = draft.OnRoster,
                Serves = await PackageAccess.ServedBy(op).AnyAsync(e => e.Id == enterpriseId, cancellation),
                LeftOut = isOwn ? [] : draft.LeftOut,
                Versions = versions,
                Changes = PackageComparison.Of(last, draft),
                IsIssued = last is not null && !PackageComparison.IsAnother(last, draft),
            };
        }, cancellation);

    /// <summary>
    /// A version as it was issued. For whoever serves the enterprise, and a leader who keeps contact with it; for the enterprise itself once it was handed over. Refused: NotFound for everybody else, and where there is none; Package.Unreadable.
    /// </summary>
    public Task<Outcome<PackageVersionView>> VersionAsync(Caller caller, long id, CancellationToken cancellation = default) =>
        operations.ReadAsync<PackageVersionView>(caller, async op =>
        {
            var seen = op.Db.PackageVersions.VisibleTo(op);
            if (await RowsAsync(op, seen.Where(v => v.Id == id), cancellation) is not [var row])
            {
                return Refusal.NotFound;
            }

            if (PackageKey.Read(await seen.Where(v => v.Id == id).Select(v => v.Content).FirstAsync(cancellation)) is not { } content)
            {
                return new Refusal("Package.Unreadable");
            }

            return new PackageVersionView
            {
                Row = row,
                Content = content,
                IsOwn = op.Actor.EnterpriseId == content.Enterprise.Id,
                Serves = await PackageAccess.ServedBy(op).AnyAsync(e => e.Id == content.Enterprise.Id, cancellation),
                IsLatest = !await seen.AnyAsync(v => v.EnterpriseId == content.Enterprise.Id && v.Id > id, cancellation),
                Today = op.Today,
            };
        }, cancellation);

    /// <summary>The rows of some versions, the last first.</summary>
    private static async Task<IReadOnlyList<PackageVersionRow>> RowsAsync(Operation op, IQueryable<PackageVersion> versions, CancellationToken cancellation) =>
        await versions.OrderByDescending(v => v.Id).Select(PackageScopes.IsLate.At(op.Now), Row(op)).ToListAsync(cancellation);

    private static Expression<Func<PackageVersion, bool, PackageVersionRow>> Row(Operation op) => (v, late) => new PackageVersionRow
    {
        Id = v.Id,
        Version = v.Version,
        Year = v.Year,
        Number = v.Number,
        State = v.State,
        IssuedAt = v.IssuedAt,
        IssuedBy = v.IssuedBy.DisplayName,
        HandOverDueAt = v.HandOverDueAt,
        IsLate = late,
        HandedOverOn = v.HandedOverOn,
        Way = v.Way,
        HandedTo = v.HandedTo,
        HandedOverBy = v.HandedOverBy == null ? "" : v.HandedOverBy.DisplayName,
        AcknowledgedOn = v.AcknowledgedOn,
        AcknowledgedName = v.AcknowledgedName,
        File = op.Db.Attachments.Where(a => a.Id == v.FileId).Select(a => new AttachmentItem(a.Id, a.FileName, a.Length)).FirstOrDefault(),
        RecordedBy = v.IsRecorded && v.AcknowledgedBy != null ? v.AcknowledgedBy.DisplayName : "",
    };
}
