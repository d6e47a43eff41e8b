using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.History;

/// <summary>How much was checked.</summary>
/// <param name="Entries">Entries of all histories.</param>
/// <param name="Chains">Histories.</param>
/// <param name="Seals">Seals.</param>
public sealed record HistoryTally(int Entries, int Chains, int Seals);

/// <summary>Checks that no history was altered, shortened or written anew since it was made. Reads only; one entry in memory at a time.</summary>
public sealed class HistoryVerifier(IDbContextFactory<AppDbContext> contexts)
{
    /// <summary>
    /// Checks every history and every seal. Refusals name the first broken entry: History.Missing (a number is left out),
    /// History.Altered, History.Unlinked, History.Cut (a sealed entry is gone), History.Rewritten (it has another hash than
    /// was sealed), History.SealMissing, History.SealAltered.
    /// </summary>
    public async Task<Outcome<HistoryTally>> VerifyAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var entries = 0;
        var chains = 0;
        HistoryEntry? previous = null;
        await foreach (var entry in db.History.AsNoTracking()
            .OrderBy(h => h.Subject).ThenBy(h => h.SubjectId).ThenBy(h => h.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (previous is null || previous.Subject != entry.Subject || previous.SubjectId != entry.SubjectId)
            {
                previous = null;
                chains++;
            }

            if (Break(previous, entry) is { } broken)
            {
                return broken;
            }

            previous = entry;
            entries++;
        }

        var seals = await VerifySealsAsync(cancellation);
        return seals.Done ? new HistoryTally(entries, chains, seals.Value) : seals.Refusal!;
    }

    private static Refusal? Break(HistoryEntry? previous, HistoryEntry entry)
    {
        var expected = (previous?.Sequence ?? 0) + 1;
        if (entry.Sequence != expected)
        {
            return Broken("Missing", entry.Subject, entry.SubjectId, expected);
        }

        if (entry.Hash != HistoryRecorder.HashOf(entry))
        {
            return Broken("Altered", entry.Subject, entry.SubjectId, entry.Sequence);
        }

        return entry.PreviousHash == (previous?.Hash ?? "") ? null : Broken("Unlinked", entry.Subject, entry.SubjectId, entry.Sequence);
    }

    private static Refusal Broken(string how, string subject, long subjectId, int sequence) =>
        new($"History.{how}", subject, subjectId, sequence);

    private async Task<Outcome<int>> VerifySealsAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var looked = await contexts.CreateDbContextAsync(cancellation);
        var count = 0;
        var previousHash = "";
        await foreach (var seal in db.HistorySeals.AsNoTracking().OrderBy(s => s.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            count++;
            if (seal.Sequence != count)
            {
                return new Refusal("History.SealMissing", count);
            }

            if (seal.Hash != HistorySealer.HashOf(seal) || seal.PreviousHash != previousHash)
            {
                return new Refusal("History.SealAltered", count);
            }

            previousHash = seal.Hash;
            var sealedHashes = await looked.History.AsNoTracking()
                .Where(h => h.SealSequence == seal.Sequence)
                .ToDictionaryAsync(h => (h.Subject, h.SubjectId, h.Sequence), h => h.Hash, cancellation);
            foreach (var head in JsonSerializer.Deserialize<List<SealedHead>>(seal.Heads, HistoryRecorder.Json)!)
            {
                if (!sealedHashes.TryGetValue((head.Subject, head.SubjectId, head.Sequence), out var hash))
                {
                    return Broken("Cut", head.Subject, head.SubjectId, head.Sequence);
                }

                if (hash != head.Hash)
                {
                    return Broken("Rewritten", head.Subject, head.SubjectId, head.Sequence);
                }
            }
        }

        return await looked.History.AnyAsync(h => h.SealSequence > count, cancellation)
            ? new Refusal("History.SealMissing", count + 1)
            : count;
    }
}
