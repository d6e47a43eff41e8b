using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Drafts as they are read: by the people of the organisation that drafts, of the executing units they name, and the Centre.</summary>
public sealed class DraftReader(OperationRunner operations)
{
    /// <summary>A page of the drafts the caller reads; those that wait for them first, then the last changed first. Refused NotFound who neither drafts nor reviews.</summary>
    public Task<Outcome<DraftList>> ListAsync(Caller caller, DraftFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<DraftList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!PolicyAccess.MayDraft(op.Actor))
            {
                return Refusal.NotFound;
            }

            var (all, awaiting) = (op.Db.PolicyVersions.VisibleTo(op).Drafts(), Awaiting(op).Select(v => v.Id));
            var page = await (filter.OnlyAwaiting ? all.Where(v => awaiting.Contains(v.Id)) : all)
                .OrderByDescending(v => awaiting.Contains(v.Id)).ThenByDescending(v => v.ChangedAt).ThenByDescending(v => v.Id)
                .Select(v => new DraftRow(
                    v.PolicyId, v.Number, v.Title, v.State, v.SentBackAt != null,
                    new PolicyUnit(v.Policy.OrganisationId, v.Policy.Organisation.Name, v.Policy.Organisation.EnglishName),
                    op.Db.Users.Where(a => a.Id == v.ChangedById).Select(a => a.DisplayName).First(),
                    v.State == PolicyState.Submitted ? v.SubmittedAt!.Value : v.ChangedAt, v.Clauses.Count, awaiting.Contains(v.Id)))
                .PageAsync(filter.Skip, filter.Take, cancellation);
            return new DraftList(page, await awaiting.CountAsync(cancellation), MayDraft: true);
        }, cancellation);

    /// <summary>How many drafts wait for the caller: for review at the Centre, sent back to those who drafted them.</summary>
    public Task<Outcome<int>> AwaitingAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<int>(caller, async op => await Awaiting(op).CountAsync(cancellation), cancellation);

    /// <summary>What is chosen from in a draft. Refused NotFound who does not draft.</summary>
    public Task<Outcome<DraftChoices>> ChoicesAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<DraftChoices>(caller, async op =>
        {
            var mine = PolicyAccess.OrganisationsOf(op.Actor).ToList();
            if (mine.Count == 0)
            {
                return Refusal.NotFound;
            }

            return new DraftChoices(
                await op.Db.Organisations.Where(o => mine.Contains(o.Id)).OrderBy(o => o.SortKey).Select(o => new PolicyUnit(o.Id, o.Name, o.EnglishName)).ToListAsync(cancellation),
                await op.Db.Organisations.CarryOut().OrderBy(o => o.SortKey).Select(o => new PolicyUnit(o.Id, o.Name, o.EnglishName)).ToListAsync(cancellation),
                await op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today).OrderBy(e => e.SortKey).Select(e => new NamedEnterprise(e.Id, e.Name)).ToListAsync(cancellation));
        }, cancellation);

    /// <summary>A policy's draft, beside the published version where there is one. Refused NotFound where there is none that the caller reads.</summary>
    public Task<Outcome<DraftView>> ReadAsync(Caller caller, long policyId, CancellationToken cancellation = default) =>
        operations.ReadAsync<DraftView>(caller, async op =>
        {
            var ofPolicy = op.Db.PolicyVersions.VisibleTo(op).Where(v => v.PolicyId == policyId);
            var draft = await ofPolicy.Drafts().Include(v => v.Policy).ThenInclude(p => p.Organisation).FirstOrDefaultAsync(cancellation);
            if (draft is null)
            {
                return Refusal.NotFound;
            }

            var (facts, clauses) = await PartsAsync(op, draft.Id, cancellation);
            var people = new[] { draft.ChangedById, draft.SubmittedById, draft.SentBackById }.OfType<long>().ToList();
            var names = await op.Db.Users.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
            PolicyComparison? against = null;
            if (draft.Policy.CurrentVersionId is { } current && await op.Db.PolicyVersions.VisibleTo(op).WholeTo(op).AnyAsync(v => v.Id == current, cancellation))
            {
                var before = await PartsAsync(op, current, cancellation);
                against = PolicyComparison.Of(draft.Number - 1, before.Facts, facts, before.Clauses, clauses);
            }

            var organisation = draft.Policy.Organisation;
            var (writes, isSubmitted) = (PolicyAccess.MayWrite(op.Actor, organisation.Id), draft.State == PolicyState.Submitted);
            return new DraftView
            {
                PolicyId = policyId,
                Number = draft.Number,
                State = draft.State,
                Version = draft.Version,
                Today = op.Today,
                Facts = facts,
                Text = draft.Text,
                Organisation = new PolicyUnit(organisation.Id, organisation.Name, organisation.EnglishName),
                ChangedBy = names.GetValueOrDefault(draft.ChangedById, ""),
                ChangedAt = draft.ChangedAt,
                SubmittedBy = isSubmitted ? names.GetValueOrDefault(draft.SubmittedById ?? 0, "") : "",
                SubmittedAt = isSubmitted ? draft.SubmittedAt : null,
                SentBack = draft.SentBackAt is { } at ? new SentBack(at, names.GetValueOrDefault(draft.SentBackById ?? 0, ""), draft.SentBackReason) : null,
                Clauses = clauses,
                Against = against,
                Attachments = await op.Db.Attachments.VisibleTo(op).Of(draft.Policy.AsSubject()).Where(a => a.Internal)
                    .OrderBy(a => a.UploadedAt).Select(a => new AttachmentItem(a.Id, a.FileName, a.Length)).ToListAsync(cancellation),
                Rights = new DraftRights(
                    Change: writes && !isSubmitted,
                    TakeBack: writes && isSubmitted && !PolicyAccess.MayReview(op.Actor, draft), // who reviews it sends it back
                    Review: isSubmitted && PolicyAccess.MayReview(op.Actor, draft),
                    IsOwn: isSubmitted && op.Actor.IsCentre && !PolicyAccess.MayReview(op.Actor, draft)),
            };
        }, cancellation);

    /// <summary>What waits for the actor: for review, where they may review it; sent back, where they wrote at it.</summary>
    private static IQueryable<PolicyVersion> Awaiting(Operation op)
    {
        var (me, centre) = (op.Actor.AccountId, op.Actor.IsCentre);
        return op.Db.PolicyVersions.VisibleTo(op).Drafts().Where(v => v.State == PolicyState.Submitted
            ? centre && v.DraftedById != me && v.ChangedById != me
            : v.SentBackAt != null && (v.DraftedById == me || v.ChangedById == me));
    }

    private static async Task<(PolicyFacts Facts, IReadOnlyList<ClauseView> Clauses)> PartsAsync(Operation op, long versionId, CancellationToken cancellation) =>
        (await op.Db.PolicyVersions.VisibleTo(op).Where(v => v.Id == versionId).Select(PolicyQueries.Facts).FirstAsync(cancellation),
            await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.PolicyVersionId == versionId).ShownAsync(op, cancellation));
}
