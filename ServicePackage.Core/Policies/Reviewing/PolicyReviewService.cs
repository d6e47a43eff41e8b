using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>The review of policies (plan §三(一)): the Centre publishes, sends back and withdraws; never what the same person entered or changed last.</summary>
public sealed class PolicyReviewService(OperationRunner operations)
{
    /// <summary>
    /// Publishes a draft; the version before is superseded. Whoever drafted it is told, and the people of each unit that has now a clause to put in plain words. Refused:
    /// NotFound and NotAllowed for others than the Centre; stale; Policy.NotSubmitted; Policy.OwnDraft; Policy.IsWithdrawn; Missing without a note of what changed, from the
    /// second version on.
    /// </summary>
    public Task<Outcome<Nothing>> PublishAsync(Caller caller, Guid commandId, PublishInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await FindAsync(op, new DraftAct(input.PolicyId, input.Version), cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var (draft, policy) = (found.Value, found.Value.Policy);
            if ((Refuse(draft, input) ?? new PublishValidator().Refuse(input)) is { } refusal)
            {
                return refusal;
            }

            if (await op.Db.PolicyVersions.VisibleTo(op).FirstOrDefaultAsync(v => v.Id == policy.CurrentVersionId, cancellation) is { } before)
            {
                before.State = PolicyState.Superseded;
                before.Version++;
                await op.SaveAsync(cancellation);
            }

            (draft.State, draft.PublishedAt, draft.PublishedById) = (PolicyState.Published, op.Now, op.Actor.AccountId);
            (draft.ChangeNote, draft.TellAgain) = (draft.Number > 1 ? input.ChangeNote.Trim() : "", draft.Number > 1 && input.TellAgain);
            draft.Version++;
            policy.CurrentVersionId = draft.Id;
            policy.Version++;
            await foreach (var file in op.Db.Attachments.VisibleTo(op).Of(policy.AsSubject()).Where(a => a.Internal).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                file.Internal = false;
            }

            op.Changed(Policy.Library, policy.Id);
            op.Note(policy, "PublishPolicy", new { draft.Number, draft.Title, draft.ChangeNote });
            TellDrafters(op, draft, "PolicyPublished", draft.Title);
            await TellUnitsAsync(op, draft, cancellation);
            await WeighedChanges.OfPolicyAsync(op, policy.Id, draft.TellAgain, cancellation);
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Sends a draft back with a reason; whoever drafted it is told. Refused: NotFound and NotAllowed for others than the Centre; stale; Policy.NotSubmitted;
    /// Policy.OwnDraft; a reason missing or too long.
    /// </summary>
    public Task<Outcome<Nothing>> SendBackAsync(Caller caller, Guid commandId, SendBackInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await FindAsync(op, new DraftAct(input.PolicyId, input.Version), cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (new SendBackValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var draft = found.Value;
            (draft.State, draft.SentBackAt, draft.SentBackById, draft.SentBackReason) = (PolicyState.Draft, op.Now, op.Actor.AccountId, input.Reason.Trim());
            draft.Version++;
            op.Note(draft.Policy, "SendBackPolicy", new { draft.Number, Reason = draft.SentBackReason });
            TellDrafters(op, draft, "PolicySentBack", draft.Title, op.Actor.Name);
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Withdraws a published policy with a reason that its readers see; it stays readable at its address. Whoever drafted it is told, and whom it concerns. Refused: NotFound;
    /// NotAllowed for others than the Centre; stale; Policy.NotPublished; Policy.IsWithdrawn; a reason missing or too long.
    /// </summary>
    public Task<Outcome<Nothing>> WithdrawAsync(Caller caller, Guid commandId, WithdrawInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var policy = await op.Db.Policies.VisibleTo(op).Include(p => p.CurrentVersion).FirstOrDefaultAsync(p => p.Id == input.PolicyId, cancellation);
            if (policy is null || !op.Actor.IsCentre)
            {
                return policy is null ? Refusal.NotFound : Refusal.NotAllowed;
            }

            if (policy.Version != input.Version)
            {
                return Refusal.Stale;
            }

            if (policy.WithdrawnAt is not null || policy.CurrentVersion is null)
            {
                return new Refusal(policy.CurrentVersion is null ? "Policy.NotPublished" : "Policy.IsWithdrawn");
            }

            if (new WithdrawValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            (policy.WithdrawnAt, policy.WithdrawnById, policy.WithdrawnReason) = (op.Now, op.Actor.AccountId, input.Reason.Trim());
            policy.Version++;
            op.Changed(Policy.Library, policy.Id);
            op.Note(policy, "WithdrawPolicy", new { Reason = policy.WithdrawnReason });
            TellDrafters(op, policy.CurrentVersion, "PolicyWithdrawn", policy.CurrentVersion.Title);
            await TellConcernedAsync(op, policy, policy.CurrentVersion, cancellation);
            await WeighedChanges.OfPolicyAsync(op, policy.Id, again: false, cancellation);
            return Nothing.Value;
        }, cancellation);

    /// <summary>The draft under review, for somebody who may review it.</summary>
    private static async Task<Outcome<PolicyVersion>> FindAsync(Operation op, DraftAct act, CancellationToken cancellation)
    {
        if (!op.Actor.IsCentre)
        {
            return await op.Db.Policies.VisibleTo(op).AnyAsync(p => p.Id == act.PolicyId, cancellation) ? Refusal.NotAllowed : Refusal.NotFound;
        }

        var found = await Drafts.FindAsync(op, act, PolicyState.Submitted, cancellation);
        return found.Done && !PolicyAccess.MayReview(op.Actor, found.Value) ? new Refusal("Policy.OwnDraft") : found;
    }

    private static Refusal? Refuse(PolicyVersion draft, PublishInput input) =>
        draft.Policy.WithdrawnAt is not null ? new Refusal("Policy.IsWithdrawn")
        : draft.Number > 1 && !TextRules.SaysSomething(input.ChangeNote) ? new Refusal("Missing", new FieldName("PolicyChangeNote")) { Field = nameof(input.ChangeNote) }
        : null;

    private static void TellDrafters(Operation op, PolicyVersion version, string kind, params string[] arguments)
    {
        foreach (var accountId in new[] { version.DraftedById, version.ChangedById }.Distinct())
        {
            op.Tell(accountId, kind, version.Policy.AsSubject(), late: false, arguments);
        }
    }

    /// <summary>
    /// That it no longer stands learn the people of the organisation that entered it and of the units that carry its clauses out, who said that an enterprise is interested
    /// in one, and the people of each enterprise that was told of one and has not declined it, or whose application under one is open; each once.
    /// </summary>
    private static async Task TellConcernedAsync(Operation op, Policy policy, PolicyVersion version, CancellationToken cancellation)
    {
        var organisations = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.PolicyVersionId == version.Id && c.ExecutingUnitId != null).Select(c => c.ExecutingUnitId!.Value).Distinct().ToListAsync(cancellation);
        organisations.Add(policy.OrganisationId);
        var people = await op.Db.Posts.Where(p => organisations.Contains(p.OrganisationId) && p.Account.DisabledAt == null).Select(p => p.AccountId).Distinct().ToListAsync(cancellation);
        var interested = await op.Db.ClauseAnswers.Interested().Where(a => a.Clause.PolicyId == policy.Id).Select(a => a.SaidById).Distinct().ToListAsync(cancellation);
        var declined = op.Db.ClauseAnswers.NotForUs().Where(a => a.Clause.PolicyId == policy.Id);
        var told = op.Db.Matches.Where(m => m.Clause.PolicyId == policy.Id && m.ToldAt != null && !declined.Any(a => a.EnterpriseId == m.EnterpriseId && a.ClauseId == m.ClauseId)).Select(m => m.EnterpriseId);
        var pushed = op.Db.ClausePushes.Where(p => p.Clause.PolicyId == policy.Id && p.ToldAt != null && !declined.Any(a => a.EnterpriseId == p.EnterpriseId && a.ClauseId == p.ClauseId)).Select(p => p.EnterpriseId);
        var applied = op.Db.ClauseApplications.VisibleTo(op).Where(ApplicationScopes.IsOpen.Rule).Where(a => a.Clause.PolicyId == policy.Id).Select(a => a.EnterpriseId);
        var enterprises = await op.Db.Users.Where(u => u.DisabledAt == null && u.EnterpriseId != null && (told.Contains(u.EnterpriseId.Value) || pushed.Contains(u.EnterpriseId.Value) || applied.Contains(u.EnterpriseId.Value)))
            .Select(u => u.Id).ToListAsync(cancellation);
        foreach (var accountId in people.Union(interested).Union(enterprises).Where(a => a != version.DraftedById && a != version.ChangedById))
        {
            op.Tell(accountId, "PolicyNoLonger", policy.AsSubject(), late: false, version.Title, policy.WithdrawnReason);
        }
    }

    /// <summary>The people of each unit that carries out a clause nobody has put in plain words yet learn how many there are.</summary>
    private static async Task TellUnitsAsync(Operation op, PolicyVersion version, CancellationToken cancellation)
    {
        var without = await op.Db.PolicyClauses.VisibleTo(op).Where(c => c.PolicyVersionId == version.Id && c.ExecutingUnitId != null && c.Clause.Interpretations.Count == 0)
            .GroupBy(c => c.ExecutingUnitId!.Value).Select(g => new { Unit = g.Key, Clauses = g.Count() }).ToListAsync(cancellation);
        var units = without.ConvertAll(w => w.Unit);
        var people = await op.Db.Posts.Where(p => units.Contains(p.OrganisationId) && p.Account.DisabledAt == null).Select(p => new { p.AccountId, p.OrganisationId }).Distinct().ToListAsync(cancellation);
        foreach (var person in people)
        {
            var clauses = without.Find(w => w.Unit == person.OrganisationId)!.Clauses;
            op.Tell(person.AccountId, "PolicyToInterpret", version.Policy.AsSubject(), late: false, version.Title, clauses.ToString(CultureInfo.InvariantCulture));
        }
    }
}
