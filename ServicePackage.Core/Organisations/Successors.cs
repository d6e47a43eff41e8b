using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Organisations;

/// <summary>The organisation that took over from one that was merged.</summary>
public sealed record Successor(long Id, string Name, string EnglishName);

/// <summary>What the history says of a merger.</summary>
internal sealed record MergeEntry(string Into, long IntoId = 0);

/// <summary>Which organisation took over from which: what the history of the one that ended says of the act by which it ended.</summary>
internal static class Successors
{
    /// <summary>The act in the history of the organisation that ended.</summary>
    public const string Merge = "Merge";

    /// <summary>The rows, each that ended by a merger with its successor; one that was only disabled has none.</summary>
    public static async Task<IReadOnlyList<OrganisationRow>> WithSuccessorsAsync(this AppDbContext db, IReadOnlyList<OrganisationRow> rows, CancellationToken cancellation = default)
    {
        var ended = rows.Where(r => r.DisabledAt is not null).Select(r => r.Id).ToList();
        if (ended.Count == 0)
        {
            return rows;
        }

        var mergers = await db.History.Where(h => h.Subject == nameof(Organisation) && ended.Contains(h.SubjectId) && h.Act == Merge)
            .Select(h => new { h.SubjectId, h.At, h.Content }).ToListAsync(cancellation);
        var told = mergers.Select(m => (Key: (m.SubjectId, m.At), Entry: HistoryRecorder.Read<MergeEntry>(m.Content)))
            .Where(m => m.Entry is not null).ToDictionary(m => m.Key, m => m.Entry!);
        var (ids, names) = (told.Values.Select(e => e.IntoId).ToList(), told.Values.Where(e => e.IntoId == 0).Select(e => e.Into).ToList());
        var heirs = await db.Organisations.Where(o => ids.Contains(o.Id) || names.Contains(o.Name))
            .Select(o => new Successor(o.Id, o.Name, o.EnglishName)).ToListAsync(cancellation);
        return [.. rows.Select(r => r.DisabledAt is { } at && told.TryGetValue((r.Id, at), out var entry)
            ? r with { Successor = heirs.Find(h => entry.IntoId == 0 ? h.Name == entry.Into : h.Id == entry.IntoId) }
            : r)];
    }
}
