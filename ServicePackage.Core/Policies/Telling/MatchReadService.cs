using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Takes down that an enterprise has opened what it was told.</summary>
public sealed class MatchReadService(OperationRunner operations)
{
    /// <summary>
    /// Takes down, once, that somebody of the enterprise opened why it meets a clause; what was not told yet counts as told. Without a note in the history.
    /// Refused: NotFound for everybody who does not speak for an enterprise.
    /// </summary>
    public Task<Outcome<Nothing>> ReadAsync(Caller caller, Guid commandId, long clauseId, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            if (op.Actor.EnterpriseId is not { } own)
            {
                return Refusal.NotFound;
            }

            await MarkAsync(op, own, clauseId, cancellation);
            return Nothing.Value;
        }, cancellation);

    /// <summary>The same within another act, such as an answer.</summary>
    internal static Task MarkAsync(Operation op, long enterpriseId, long clauseId, CancellationToken cancellation) =>
        op.Db.Matches.Open().Where(m => m.EnterpriseId == enterpriseId && m.ClauseId == clauseId && m.ReadAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.ReadAt, op.Now).SetProperty(x => x.ToldAt, x => x.ToldAt ?? op.Now), cancellation);
}
