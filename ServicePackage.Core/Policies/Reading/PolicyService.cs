using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>The policy library, as it is read (plan §三(一), §七(三)). Enterprises read what was published, and of personalised clauses their own alone.</summary>
public sealed class PolicyService(OperationRunner operations)
{
    /// <summary>
    /// A page of published clauses that the caller sees, whichever closes first, first. Those of expired and withdrawn policies only where they are asked for.
    /// Refused: a search text too long or unreadable.
    /// </summary>
    public Task<Outcome<ClauseList>> ListAsync(Caller caller, PolicyFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<ClauseList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            var clauses = op.Db.PolicyClauses.VisibleTo(op).Saying(filter.Text, op.Db).Narrowed(filter, op.Today);
            var policies = await clauses.Select(c => c.PolicyVersionId).Distinct().CountAsync(cancellation);
            var page = await clauses.ClosingFirst(op.Today).AsSplitQuery().Select(PolicyQueries.Listed).PageAsync(filter.Skip, filter.Take, cancellation);
            return new ClauseList(page, policies, op.Today);
        }, cancellation);

    /// <summary>The policy that a clause belongs to, by the clause's key through all versions. Refused NotFound where the caller sees it in no published version.</summary>
    public Task<Outcome<long>> OfClauseAsync(Caller caller, long clauseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<long>(caller, async op =>
            await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.ClauseId == clauseId && c.PolicyVersion.PublishedAt != null)
                .Select(c => (long?)c.PolicyVersion.PolicyId).FirstOrDefaultAsync(cancellation) is { } id ? id : Refusal.NotFound, cancellation);

    /// <summary>What the list can be narrowed to, and whether the caller may enter a policy.</summary>
    public Task<Outcome<PolicyChoices>> ChoicesAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<PolicyChoices>(caller, async op =>
        {
            var carriers = op.Db.PolicyClauses.VisibleTo(op).Published().Select(c => c.ExecutingUnitId);
            var units = await op.Db.Organisations.Where(o => carriers.Contains(o.Id)).OrderBy(o => o.SortKey)
                .Select(o => new PolicyUnit(o.Id, o.Name, o.EnglishName)).ToListAsync(cancellation);
            return new PolicyChoices(units, PolicyAccess.MayDraft(op.Actor));
        }, cancellation);

    /// <summary>
    /// A policy as its last published version has it, or an earlier one. With number 0 where nothing was published yet and the caller reads its draft.
    /// Whole text and files are kept back from who does not see every clause. Refused NotFound where the caller sees no version, and where there is no such one.
    /// </summary>
    public Task<Outcome<PolicyDetails>> GetAsync(Caller caller, long id, int? number = null, CancellationToken cancellation = default) =>
        operations.ReadAsync<PolicyDetails>(caller, async op =>
        {
            var versions = op.Db.PolicyVersions.VisibleTo(op).Where(v => v.PolicyId == id);
            var published = await versions.Where(v => v.PublishedAt != null).OrderByDescending(v => v.Number)
                .Select(v => new PublishedVersion(v.Number, v.PublishedAt!.Value, v.ChangeNote)).ToListAsync(cancellation);
            var hasDraft = await versions.Drafts().AnyAsync(cancellation);
            if (published.Count == 0)
            {
                return hasDraft && number is null ? new PolicyDetails { Id = id } : Refusal.NotFound;
            }

            var shown = published.Find(v => v.Number == (number ?? published[0].Number));
            if (shown is null)
            {
                return Refusal.NotFound;
            }

            var ofNumber = versions.Where(v => v.Number == shown.Number);
            var facts = await ofNumber.Select(PolicyQueries.Facts).FirstAsync(cancellation);
            var row = await ofNumber.Select(v => new { v.Id, v.Text, v.Policy.Version, v.Policy.CurrentVersionId, v.Policy.OrganisationId, v.Policy.Organisation.Name, v.Policy.Organisation.EnglishName, v.Policy.WithdrawnAt, v.Policy.WithdrawnReason, Clauses = v.Clauses.Count }).FirstAsync(cancellation);
            var clauses = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.PolicyVersionId == row.Id).ShownAsync(op, cancellation);
            var files = await op.Db.Attachments.VisibleTo(op).Of(new Policy { Id = id }.AsSubject()).Where(a => !a.Internal && a.UploadedAt <= shown.PublishedAt)
                .OrderBy(a => a.UploadedAt).Select(a => new AttachmentItem(a.Id, a.FileName, a.Length)).ToListAsync(cancellation);
            var (isCurrent, seesCurrent) = (row.Id == row.CurrentVersionId, await versions.AnyAsync(v => v.Id == row.CurrentVersionId, cancellation));
            var stands = row.WithdrawnAt is null && isCurrent;
            return new PolicyDetails
            {
                Id = id,
                Version = row.Version,
                Today = op.Today,
                Number = shown.Number,
                IsCurrent = isCurrent,
                SeesCurrent = seesCurrent,
                PublishedAt = shown.PublishedAt,
                Facts = facts,
                Text = clauses.Count == row.Clauses ? row.Text : "",
                Organisation = new PolicyUnit(row.OrganisationId, row.Name, row.EnglishName),
                Withdrawn = row.WithdrawnAt is { } at ? new PolicyWithdrawal(at, row.WithdrawnReason) : null,
                Clauses = clauses,
                Versions = published,
                Attachments = files,
                Rights = new PolicyRights(
                    NewVersion: stands && !hasDraft && PolicyAccess.MayWrite(op.Actor, row.OrganisationId),
                    Withdraw: stands && op.Actor.IsCentre,
                    OpenDraft: hasDraft),
            };
        }, cancellation);
}
