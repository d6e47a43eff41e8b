using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Packages;

/// <summary>The packages of all enterprises that somebody serves: which have changed since they were issued, which wait to be handed over; and issuing many (plan §七(三)).</summary>
public sealed class PackageListService(OperationRunner operations, MomentSource moments, PackageIssueService issuing)
{
    /// <summary>How many are issued in one transaction.</summary>
    public const int Together = 25;

    /// <summary>
    /// The packages of the enterprises on the roster that the caller serves, by name, in as many reads however many they are. Refused: NotFound for who serves none; a
    /// search text too long or unreadable.
    /// </summary>
    public Task<Outcome<PackageList>> ListAsync(Caller caller, PackageFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<PackageList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!await PackageAccess.ServesAnyAsync(op, cancellation))
            {
                return Refusal.NotFound;
            }

            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            var rows = await RowsAsync(op, await moments.OfAsync(op, cancellation), PackageAccess.ServedBy(op).OnRoster(op.Today), cancellation);
            var sought = Sought.Of(filter.Text);
            var shown = rows.Where(r => r.IsIn(filter.Show) && sought.IsIn(r.Name)).ToList();
            return new PackageList(
                new Page<PackageRow>([.. shown.Skip(filter.Skip).Take(Math.Clamp(filter.Take, 1, Paging.Largest))], shown.Count),
                Enum.GetValues<PackageShow>().ToDictionary(s => s, s => rows.Count(r => r.IsIn(s))),
                [.. shown.Where(r => r.MayIssue).Select(r => new IssueInput { EnterpriseId = r.EnterpriseId, Seen = r.Key })],
                [.. shown.Select(r => r.VersionId).OfType<long>()]);
        }, cancellation);

    /// <summary>
    /// The documents of some versions, for the printer. For whoever serves their enterprises. Refused NotFound where the caller sees none of them; those they do not see, and
    /// those without a document, are left out.
    /// </summary>
    public Task<Outcome<IReadOnlyList<AttachmentItem>>> FilesAsync(Caller caller, IReadOnlyCollection<long> versionIds, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<AttachmentItem>>(caller, async op =>
        {
            var ids = versionIds.ToList();
            var files = await op.Db.PackageVersions.VisibleTo(op).Where(v => EF.Parameter(ids).Contains(v.Id) && PackageAccess.ServedBy(op).Any(e => e.Id == v.EnterpriseId))
                .OrderBy(v => v.Enterprise.SortKey).ThenBy(v => v.Id)
                .Join(op.Db.Attachments.VisibleTo(op), v => v.FileId, a => (Guid?)a.Id, (v, a) => new AttachmentItem(a.Id, a.FileName, a.Length)).ToListAsync(cancellation);
            return files.Count > 0 ? files : Refusal.NotFound;
        }, cancellation);

    /// <summary>
    /// Where the package of one enterprise stands, for its file. For the enterprise itself and whoever serves it. Refused NotFound for everybody else; the enterprise reads of
    /// versions that were handed over alone.
    /// </summary>
    public Task<Outcome<PackageRow>> OfEnterpriseAsync(Caller caller, long enterpriseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<PackageRow>(caller, async op =>
            await RowsAsync(op, await moments.OfAsync(op, cancellation), op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == enterpriseId), cancellation) is [var row] ? row : Refusal.NotFound, cancellation);

    /// <summary>
    /// Issues the packages of some enterprises, a page of them in a transaction: one that cannot be issued is named and keeps no other back, and where a page fails they are
    /// gone through one by one. Stopped, it goes on where it was when it is asked for again, for what was issued is the same as its last version. Ends at the first refusal
    /// that would be that of all others.
    /// </summary>
    /// <param name="caller">Who serves them.</param>
    /// <param name="chosen">The enterprises, with the keys that were seen.</param>
    /// <param name="progress">Hears how many were gone through.</param>
    /// <param name="cancellation">Stops after the page at hand; what was issued is given.</param>
    public async Task<Outcome<IssuedMany>> IssueAsync(Caller caller, IReadOnlyList<IssueInput> chosen, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var wanted = chosen.Select(c => c.EnterpriseId).ToList();
        var open = await operations.ReadAsync<Dictionary<long, string>>(caller, async op => !await PackageAccess.ServesAnyAsync(op, CancellationToken.None) ? Refusal.NotFound
            : await PackageAccess.ServedBy(op).Where(e => EF.Parameter(wanted).Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, CancellationToken.None), CancellationToken.None);
        if (!open.Done)
        {
            return open.Refusal!;
        }

        var (issued, left) = (new List<long>(), new List<NotIssued>());
        foreach (var page in chosen.DistinctBy(c => c.EnterpriseId).Chunk(Together).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var refusal = await IssueAsync(page);
            if (refusal is not null && !IsOfAll(refusal))
            {
                refusal = await OneByOneAsync(page);
            }

            if (refusal is not null)
            {
                return new IssuedMany(issued, left, refusal);
            }
        }

        return new IssuedMany(issued, left);

        async Task<Refusal?> IssueAsync(IReadOnlyList<IssueInput> inputs)
        {
            var outcome = await issuing.IssueTogetherAsync(caller, inputs, CancellationToken.None);
            if (outcome.Done)
            {
                issued.AddRange(outcome.Value.Issued);
                outcome.Value.Left.ToList().ForEach(l => Leave(l.Key, l.Value));
                progress?.Report(issued.Count + left.Count);
            }

            return outcome.Refusal;
        }

        async Task<Refusal?> OneByOneAsync(IReadOnlyList<IssueInput> inputs)
        {
            foreach (var input in inputs.TakeWhile(_ => !cancellation.IsCancellationRequested))
            {
                var refusal = await IssueAsync([input]);
                if (refusal is not null && IsOfAll(refusal))
                {
                    return refusal;
                }

                if (refusal is not null)
                {
                    Leave(input.EnterpriseId, refusal);
                    progress?.Report(issued.Count + left.Count);
                }
            }

            return null;
        }

        void Leave(long id, Refusal why) => left.Add(new NotIssued(id, open.Value.GetValueOrDefault(id, ""), why));
    }

    /// <summary>Whether a refusal would be that of all others as well.</summary>
    private static bool IsOfAll(Refusal refusal) => refusal == Refusal.SignedOut || refusal is { Code: "Template.Outdated" } || StorageTrouble.IsOfAll(refusal);

    /// <summary>The rows of enterprises, by name.</summary>
    internal static async Task<IReadOnlyList<PackageRow>> RowsAsync(Operation op, Moment moment, IQueryable<Enterprise> enterprises, CancellationToken cancellation)
    {
        var names = await enterprises.OrderBy(e => e.SortKey).ThenBy(e => e.Id).Select(e => new { e.Id, e.Name }).ToListAsync(cancellation);
        var ids = names.ConvertAll(n => n.Id);
        var packages = await op.PackagesAsync(ids, moment, cancellation, inWords: false);
        return
        [
            .. from enterprise in names
               let draft = packages.GetValueOrDefault(enterprise.Id)
               where draft is not null
               let key = PackageKey.Of(draft.Content)
               let last = draft.Last
               select new PackageRow
               {
                   EnterpriseId = enterprise.Id,
                   Name = enterprise.Name,
                   VersionId = last?.Id,
                   Year = last?.Year ?? 0,
                   Number = last?.Number ?? 0,
                   State = last?.State,
                   IssuedAt = last?.IssuedAt,
                   HandOverDueAt = last?.HandOverDueAt,
                   IsLate = last is not null && PackageScopes.IsLate.Holds(new PackageVersion { State = last.State, HandOverDueAt = last.HandOverDueAt }, op.Now),
                   IsChanged = last is not null && PackageComparison.IsAnother(last, draft),
                   Key = key,
                   Clauses = draft.Content.Clauses.Count(c => c.Group != PackageGroup.WithinReach),
               },
        ];
    }
}
