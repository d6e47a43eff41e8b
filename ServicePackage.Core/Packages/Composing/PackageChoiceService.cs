using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;

namespace ServicePackage.Core.Packages;

/// <summary>Puts the package of an enterprise together (plan §三(二)): everything it meets is in by default; whoever serves it leaves out, puts forward and adds a word.</summary>
public sealed class PackageChoiceService(OperationRunner operations)
{
    /// <summary>
    /// Decides where a clause stands in the package of an enterprise, and with what word. For its butler, its economic city and the Centre. Refused: NotFound where the
    /// caller sees no such enterprise, or no such clause in force for it; NotAllowed for the enterprise itself and for who does not serve it; what the validator finds:
    /// no reason to leave it out, a word too long; stale where somebody else has decided meanwhile.
    /// </summary>
    public Task<Outcome<Nothing>> ChooseAsync(Caller caller, Guid commandId, PackageChoiceInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var served = await op.ServedEnterpriseAsync(input.EnterpriseId, cancellation);
            if (!served.Done)
            {
                return served.Refusal!;
            }

            var enterprise = served.Value;
            var title = await op.Db.PolicyClauses.VisibleTo(op).Published().InForce(op.Today).For(enterprise.Id).Where(c => c.ClauseId == input.ClauseId).Select(c => c.Title).FirstOrDefaultAsync(cancellation);
            if (title is null)
            {
                return Refusal.NotFound;
            }

            if (new PackageChoiceValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var choice = await op.Db.PackageChoices.VisibleTo(op).FirstOrDefaultAsync(c => c.EnterpriseId == enterprise.Id && c.ClauseId == input.ClauseId, cancellation);
            if ((choice?.Version ?? 0) != input.Version)
            {
                return Refusal.Stale;
            }

            if (choice is null)
            {
                choice = new PackageChoice { EnterpriseId = enterprise.Id, ClauseId = input.ClauseId };
                op.Db.PackageChoices.Add(choice);
            }

            (choice.Place, choice.Word, choice.MadeAt, choice.MadeById) = (input.Place, input.Word.Trim(), op.Now, op.Actor.AccountId);
            choice.Version++;
            op.Note(enterprise, "ArrangeClause", new { Clause = title });
            return Nothing.Value;
        }, cancellation);
}
