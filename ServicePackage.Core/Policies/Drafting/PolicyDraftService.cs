using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>
/// Drafts policies and their clauses (plan §三(一)): people of units, cooperating departments and economic cities for their own organisation, the Centre at any
/// draft. Each act names the copy the person saw; a stale one is refused.
/// </summary>
public sealed class PolicyDraftService(OperationRunner operations)
{
    /// <summary>
    /// Enters a policy as a draft and gives its key. Refused: who may not draft, or not for that organisation; what the validator finds; files that are gone or too many.
    /// Asked back, unless it says <see cref="PolicyInput.Again"/>: a document number that another living policy has.
    /// </summary>
    public Task<Outcome<long>> NewAsync(Caller caller, Guid commandId, PolicyInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var mine = PolicyAccess.OrganisationsOf(op.Actor);
            if (mine.Count == 0)
            {
                return op.Actor.EnterpriseId is null ? Refusal.NotAllowed : Refusal.NotFound;
            }

            if (input.OrganisationId != 0 && !mine.Contains(input.OrganisationId))
            {
                return new Refusal("Policy.OrganisationNotYours") { Field = nameof(input.OrganisationId) };
            }

            if (await RefuseAsync(op, input, cancellation) is { } refusal)
            {
                return refusal;
            }

            var policy = new Policy { OrganisationId = input.OrganisationId == 0 ? mine[0] : input.OrganisationId, CreatedAt = op.Now, CreatedById = op.Actor.AccountId };
            var draft = new PolicyVersion { Policy = policy, Number = 1, DraftedById = op.Actor.AccountId };
            Write(op, draft, input);
            policy.Versions.Add(draft);
            op.Db.Policies.Add(policy);
            op.Note(policy, "EnterPolicy", new { draft.Title });
            await op.SaveAsync(cancellation);
            return await AttachmentService.ClaimAsync(op, policy.AsSubject(), input.AttachmentIds, isInternal: true, cancellation: cancellation) is { } files ? files : policy.Id;
        }, cancellation);

    /// <summary>Changes what a draft says of itself. Refused: who may not write at it; stale; under review; what <see cref="NewAsync"/> refuses and asks back.</summary>
    public Task<Outcome<Nothing>> SaveAsync(Caller caller, Guid commandId, PolicyInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ChangeAsync(caller, commandId, new DraftAct(input.Id, input.Version), "ChangeDraft", async (op, draft) =>
        {
            if (await RefuseAsync(op, input, cancellation) is { } refusal)
            {
                return refusal;
            }

            Write(op, draft, input);
            return await AttachmentService.ClaimAsync(op, draft.Policy.AsSubject(), input.AttachmentIds, isInternal: true, cancellation: cancellation);
        }, cancellation);
    }

    /// <summary>Throws away a file of a draft that has not been published with it. Refused: who may not write at it; stale; under review; NotFound.</summary>
    public Task<Outcome<Nothing>> RemoveFileAsync(Caller caller, Guid commandId, DraftAct act, Guid fileId, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, "RemoveFile", async (op, draft) =>
            await Unpublished(op, draft.Policy).Where(a => a.Id == fileId).ExecuteDeleteAsync(cancellation) == 1 ? null : Refusal.NotFound, cancellation);

    /// <summary>
    /// Splits the text of a draft into clauses, as <see cref="ClauseSplitter"/> says: those whose numbers are there already keep what was entered beside their words.
    /// Refused: who may not write at it; stale; under review; Policy.NothingToSplit; Policy.TooManyClauses.
    /// </summary>
    public Task<Outcome<Nothing>> SplitAsync(Caller caller, Guid commandId, DraftAct act, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, "SplitText", (op, draft) =>
        {
            var found = ClauseSplitter.Split(draft.Text);
            if (found.Count == 0)
            {
                return Task.FromResult<Refusal?>(new Refusal("Policy.NothingToSplit"));
            }

            DraftClauses.Take(draft, found);
            return Task.FromResult(draft.Clauses.Count > PolicyRules.MostClauses ? new Refusal("Policy.TooManyClauses", PolicyRules.MostClauses) : null);
        }, cancellation);

    /// <summary>
    /// Adds a clause to a draft or changes one. Refused: who may not write at it; stale, that the clause is gone among it; under review; what the validator finds; a unit
    /// that cannot carry it out; an enterprise the caller does not see; Policy.TooManyClauses.
    /// </summary>
    public Task<Outcome<Nothing>> SaveClauseAsync(Caller caller, Guid commandId, ClauseInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ChangeAsync(caller, commandId, new DraftAct(input.PolicyId, input.Version), "SaveClause", async (op, draft) =>
            new ClauseValidator().Refuse(input) is { } refusal ? refusal : await DraftClauses.SaveAsync(op, draft, input, cancellation), cancellation);
    }

    /// <summary>Lets a clause change places with the one before or after it. Refused: who may not write at it; stale; under review; NotFound where there is none.</summary>
    public Task<Outcome<Nothing>> MoveClauseAsync(Caller caller, Guid commandId, DraftAct act, long clauseId, bool up, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, "MoveClause", (op, draft) =>
            Task.FromResult(draft.Clauses.Find(c => c.ClauseId == clauseId) is { } clause && DraftClauses.Move(draft, clause, up) ? null : Refusal.NotFound), cancellation);

    /// <summary>Takes a clause out of a draft. Refused: who may not write at it; stale; under review; NotFound where there is none.</summary>
    public Task<Outcome<Nothing>> RemoveClauseAsync(Caller caller, Guid commandId, DraftAct act, long clauseId, CancellationToken cancellation = default) =>
        ChangeAsync(caller, commandId, act, "RemoveClause", (op, draft) =>
        {
            if (draft.Clauses.Find(c => c.ClauseId == clauseId) is not { } clause)
            {
                return Task.FromResult<Refusal?>(Refusal.NotFound);
            }

            draft.Clauses.Remove(clause);
            op.Db.PolicyClauses.Remove(clause);
            DraftClauses.Number(draft.Clauses.OrderBy(c => c.Order));
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>
    /// Hands a draft in for review; the Centre is told. Refused: who may not write at it; stale; under review; Policy.NoClause without any, Policy.ClauseIncomplete for one
    /// without title, text or, personalised, enterprises; Policy.IsWithdrawn.
    /// </summary>
    public Task<Outcome<Nothing>> SubmitAsync(Caller caller, Guid commandId, DraftAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var found = await Drafts.FindAsync(op, act, PolicyState.Draft, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var draft = found.Value;
            if (RefuseHandingIn(draft) is { } refusal)
            {
                return refusal;
            }

            draft.Version++;
            (draft.State, draft.SubmittedAt, draft.SubmittedById, draft.SentBackAt) = (PolicyState.Submitted, op.Now, op.Actor.AccountId, null);
            op.Note(draft.Policy, "SubmitPolicy", new { draft.Number, draft.Title, Clauses = draft.Clauses.Count });
            var told = await op.Db.Posts.PeopleOfTheCentre().ToListAsync(cancellation);
            foreach (var accountId in told.Where(a => a != draft.DraftedById && a != draft.ChangedById))
            {
                op.Tell(accountId, "PolicySubmitted", draft.Policy.AsSubject(), late: false, draft.Title, op.Actor.Name);
            }

            return Nothing.Value;
        }, cancellation);

    /// <summary>Takes a draft back from the review. Refused: who may not write at it; stale; Policy.NotSubmitted.</summary>
    public Task<Outcome<Nothing>> TakeBackAsync(Caller caller, Guid commandId, DraftAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var found = await Drafts.FindAsync(op, act, PolicyState.Submitted, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            found.Value.Version++;
            found.Value.State = PolicyState.Draft;
            op.Note(found.Value.Policy, "TakeBackPolicy", new { found.Value.Number });
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Throws a draft away; where nothing of the policy was ever published, the policy with it. Gives whether the policy is still there. Refused: who may not write at it;
    /// stale; under review.
    /// </summary>
    public Task<Outcome<bool>> DiscardAsync(Caller caller, Guid commandId, DraftAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<bool>(caller, commandId, async op =>
        {
            var found = await Drafts.FindAsync(op, act, PolicyState.Draft, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var (draft, policy) = (found.Value, found.Value.Policy);
            await Unpublished(op, policy).ExecuteDeleteAsync(cancellation);
            op.Note(policy, "DiscardDraft", new { draft.Number, draft.Title });
            op.Db.PolicyVersions.Remove(draft);
            if (policy.CurrentVersionId is not null)
            {
                policy.Version++;
                return true;
            }

            op.Db.RemoveRange(draft.Clauses);
            await op.SaveAsync(cancellation);
            op.Db.Policies.Remove(policy);
            return false;
        }, cancellation);

    /// <summary>
    /// Makes a draft of the published version, to become the next one. Refused: NotFound where the caller does not see it; NotAllowed who may not write at it; a stale copy,
    /// that there is a draft already among it; Policy.NotPublished; Policy.IsWithdrawn.
    /// </summary>
    public Task<Outcome<Nothing>> NewVersionAsync(Caller caller, Guid commandId, DraftAct act, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(act);
            var policy = await op.Db.Policies.VisibleTo(op).FirstOrDefaultAsync(p => p.Id == act.PolicyId, cancellation);
            if (policy is null)
            {
                return Refusal.NotFound;
            }

            if (!PolicyAccess.MayWrite(op.Actor, policy.OrganisationId))
            {
                return Refusal.NotAllowed;
            }

            if (policy.Version != act.Version || await op.Db.PolicyVersions.VisibleTo(op).Drafts().AnyAsync(v => v.PolicyId == policy.Id, cancellation))
            {
                return Refusal.Stale;
            }

            if (policy.WithdrawnAt is not null)
            {
                return new Refusal("Policy.IsWithdrawn");
            }

            var current = await op.Db.PolicyVersions.VisibleTo(op).Include(v => v.Clauses).ThenInclude(c => c.Windows).Include(v => v.Clauses).ThenInclude(c => c.Enterprises)
                .AsSplitQuery().FirstOrDefaultAsync(v => v.Id == policy.CurrentVersionId, cancellation);
            if (current is null)
            {
                return new Refusal("Policy.NotPublished");
            }

            policy.Version++;
            op.Db.PolicyVersions.Add(CopyOf(current, op));
            op.Note(policy, "NewPolicyVersion", new { Number = current.Number + 1 });
            return Nothing.Value;
        }, cancellation);

    private static PolicyVersion CopyOf(PolicyVersion version, Operation op) => new()
    {
        PolicyId = version.PolicyId,
        Number = version.Number + 1,
        Title = version.Title,
        DocumentNumber = version.DocumentNumber,
        Issuer = version.Issuer,
        Level = version.Level,
        Kind = version.Kind,
        Place = version.Place,
        From = version.From,
        Until = version.Until,
        ValidityUnknown = version.ValidityUnknown,
        SourceAddress = version.SourceAddress,
        Text = version.Text,
        ToConfirm = version.ToConfirm,
        IsDemo = version.IsDemo,
        DraftedById = op.Actor.AccountId,
        ChangedById = op.Actor.AccountId,
        ChangedAt = op.Now,
        Clauses = [.. version.Clauses.Select(Drafts.Copy)],
    };

    private static Refusal? RefuseHandingIn(PolicyVersion draft) =>
        draft.Policy.WithdrawnAt is not null ? new Refusal("Policy.IsWithdrawn")
        : draft.Clauses.Count == 0 ? new Refusal("Policy.NoClause")
        : draft.Clauses.OrderBy(c => c.Order).FirstOrDefault(c => c.Title.Length == 0 || c.Text.Length == 0 || (c.Personalised && c.Enterprises.Count == 0)) is { } incomplete
            ? new Refusal("Policy.ClauseIncomplete", incomplete.Order, incomplete.Number)
            : null;

    /// <summary>The files of a policy that no version has been published with.</summary>
    private static IQueryable<Attachment> Unpublished(Operation op, Policy policy) => op.Db.Attachments.VisibleTo(op).Of(policy.AsSubject()).Where(a => a.Internal);

    private static void Write(Operation op, PolicyVersion draft, PolicyInput input)
    {
        draft.Title = TextRules.Kept(input.Title);
        draft.DocumentNumber = TextRules.Kept(input.DocumentNumber);
        draft.Issuer = TextRules.Kept(input.Issuer);
        (draft.Level, draft.Kind, draft.Place) = (input.Level!.Value, input.Kind!.Value, input.Place);
        (draft.From, draft.Until, draft.ValidityUnknown) = (input.From, input.Until, input.ValidityUnknown);
        draft.SourceAddress = input.SourceAddress.Trim();
        draft.Text = input.Text.Trim();
        draft.ToConfirm = input.ToConfirm.Trim();
        draft.IsDemo = input.IsDemo;
        (draft.ChangedById, draft.ChangedAt) = (op.Actor.AccountId, op.Now);
    }

    /// <summary>What is wrong with what was typed; and, unless it is meant so, that another living policy has the same document number.</summary>
    private static async Task<Refusal?> RefuseAsync(Operation op, PolicyInput input, CancellationToken cancellation)
    {
        if (new PolicyValidator().Refuse(input) is { } refusal)
        {
            return refusal;
        }

        var number = DocumentNumbers.Key(input.DocumentNumber);
        if (input.Again || number.Length == 0)
        {
            return null;
        }

        var others = await op.Db.PolicyVersions.VisibleTo(op).Where(v => v.PolicyId != input.Id && v.DocumentNumber != "" && v.State != PolicyState.Superseded && v.Policy.WithdrawnAt == null)
            .Select(v => new { v.DocumentNumber, v.Title }).ToListAsync(cancellation);
        return others.Find(o => DocumentNumbers.Key(o.DocumentNumber) == number) is { } other
            ? new Refusal("Policy.NumberTwice", other.DocumentNumber, other.Title) { Field = nameof(input.Again) }
            : null;
    }

    /// <summary>Changes a draft that the caller may write at and saw as it is, and notes it.</summary>
    internal Task<Outcome<Nothing>> ChangeAsync(Caller caller, Guid commandId, DraftAct act, string draftAct, Func<Operation, PolicyVersion, Task<Refusal?>> change, CancellationToken cancellation) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var found = await Drafts.FindAsync(op, act, PolicyState.Draft, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (await change(op, found.Value) is { } refusal)
            {
                return refusal;
            }

            found.Value.Touch(op);
            op.Note(found.Value.Policy, draftAct, new { found.Value.Number });
            return Nothing.Value;
        }, cancellation);
}
