using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.History;

/// <summary>Seals what was added to the histories into one chain. Those who write never wait for each other because of it.</summary>
public sealed class HistorySealer(OperationRunner runner)
{
    private const int MostEntriesOfASeal = 1000;
    private const long Lock = 0x4869_7374_5365_616C;

    /// <summary>
    /// Seals every entry not yet sealed, as of an instant (UTC). Writes nothing when there is none; when another node
    /// seals at the same time, one of them does it and the other finds nothing left. Gives how many entries were sealed.
    /// </summary>
    public async Task<int> SealAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        var total = 0;
        int some;
        do
        {
            some = 0;
            var done = await runner.ActAsSystemAsync(asOf, async op => some = await SealSomeAsync(op, cancellation), cancellation);
            some = done ? some : 0;
            total += some;
        }
        while (some == MostEntriesOfASeal);
        return total;
    }

    /// <summary>The hash a seal must have.</summary>
    public static string HashOf(HistorySeal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return HistoryRecorder.HashOf(string.Join('\n',
            seal.PreviousHash,
            seal.Sequence.ToString(CultureInfo.InvariantCulture),
            seal.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            seal.Heads));
    }

    private static async Task<int> SealSomeAsync(Operation op, CancellationToken cancellation)
    {
        // One node at a time: two that mark the same entries in a different order would block each other for good.
        if (op.Db.Database.IsNpgsql())
        {
            await op.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        }

        var last = await op.Db.HistorySeals.AsNoTracking().OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(cancellation);
        var entries = await op.Db.History.AsNoTracking()
            .Where(h => h.SealSequence == null)
            .OrderBy(h => h.Id)
            .Take(MostEntriesOfASeal)
            .Select(h => new { h.Id, Head = new SealedHead(h.Subject, h.SubjectId, h.Sequence, h.Hash) })
            .ToListAsync(cancellation);
        if (entries.Count == 0)
        {
            return 0;
        }

        var heads = entries.Select(e => e.Head)
            .GroupBy(h => (h.Subject, h.SubjectId))
            .Select(g => g.MaxBy(h => h.Sequence))
            .ToList();
        var seal = new HistorySeal
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            At = op.Now,
            Heads = JsonSerializer.Serialize(heads, HistoryRecorder.Json),
            PreviousHash = last?.Hash ?? "",
        };
        seal.Hash = HashOf(seal);
        op.Db.HistorySeals.Add(seal);

        var ids = entries.Select(e => e.Id).ToList();
        await op.Db.History.Where(h => ids.Contains(h.Id) && h.SealSequence == null)
            .ExecuteUpdateAsync(h => h.SetProperty(x => x.SealSequence, seal.Sequence), cancellation);
        return entries.Count;
    }
}
