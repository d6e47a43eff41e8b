using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>A demand as a page shows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Version">The version shown.</param>
public sealed record TicketAt(string Number, int Version);

/// <summary>What one demand's part of a batch came to.</summary>
/// <param name="Number">The demand.</param>
/// <param name="Refusal">Why it was refused; null when done.</param>
public sealed record BatchResult(string Number, Refusal? Refusal);

/// <summary>
/// Makes the same move on several demands: each in its own transaction, on its own version, with its own command id, so that one
/// refusal keeps nothing from the others.
/// </summary>
public sealed class TicketBatch(TicketService tickets)
{
    /// <summary>The moves that can be made on several demands at once.</summary>
    public static readonly IReadOnlyList<Move> Moves = [Move.Remind, Move.Urge, Move.Reassign, Move.Comment];

    /// <summary>
    /// Makes the move on one demand after another and gives each result as it comes; a demand named twice is acted on once. The same
    /// <paramref name="runId"/> again gives the first results again.
    /// </summary>
    public async IAsyncEnumerable<BatchResult> MakeAsync(
        Caller caller, Guid runId, IEnumerable<TicketAt> demands, Move move, MoveInput given, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(demands);
        if (!Moves.Contains(move))
        {
            throw new ArgumentOutOfRangeException(nameof(move), move, "This move is made on one demand at a time.");
        }

        foreach (var demand in demands.DistinctBy(d => d.Number))
        {
            var outcome = await tickets.MakeAsync(caller, CommandId(runId, demand.Number), demand.Number, demand.Version, move, given, cancellation);
            yield return new BatchResult(demand.Number, outcome.Refusal);
        }
    }

    private static Guid CommandId(Guid runId, string number) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{runId:N} {number}")).AsSpan(0, 16));
}
