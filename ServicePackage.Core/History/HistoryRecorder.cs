using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.History;

/// <summary>What an operation says about its act, beside the values that changed.</summary>
/// <param name="Subject">The thing acted on.</param>
/// <param name="Act">The move or act.</param>
/// <param name="Content">What was given; written as JSON.</param>
/// <param name="Internal">True when the enterprise may not read it.</param>
public sealed record HistoryNote(IHistoried Subject, string Act, object? Content = null, bool Internal = false);

/// <summary>
/// Writes the history of a change in the transaction of the change. Works in two steps, because new rows get their keys
/// on saving: <see cref="Capture"/> before the first save, <see cref="WriteAsync"/> after it.
/// </summary>
public sealed class HistoryRecorder
{
    /// <summary>The act of values that changed without one of their own.</summary>
    public const string Change = "Change";

    /// <summary>How content and changes are written: compact, Chinese as it is.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static readonly HashSet<string> Unwritten =
        ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "Version", "NormalizedUserName", "NormalizedEmail", "AccessFailedCount", "LockoutEnd"];

    /// <summary>What is kept as JSON; null where it cannot be read: one row must not keep a page from being shown.</summary>
    public static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Stands for the key of a row that is itself still to be saved.</summary>
    private const string KeyToCome = "\0";

    private readonly List<Captured> _captured = [];

    /// <summary>Notes what is about to change. Nothing is written yet.</summary>
    public void Capture(AppDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<IHistoried>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !entry.Metadata.ClrType.IsDefined(typeof(UnwrittenAttribute), inherit: false))
            {
                var values = ValuesOf(entry);
                if (values.Count > 0)
                {
                    _captured.Add(new Captured(entry, entry.Entity, values));
                }
            }
        }
    }

    /// <summary>Adds one entry a subject to the context, and gives the subjects; the caller saves.</summary>
    public async Task<IReadOnlyList<(string Subject, long SubjectId)>> WriteAsync(AppDbContext db, IReadOnlyList<HistoryNote> notes, long? accountId, DateTime at, CancellationToken cancellation)
    {
        var captured = _captured.ToLookup(c => (c.Subject.Subject, c.Subject.SubjectId));
        var noted = notes.ToLookup(n => (n.Subject.Subject, n.Subject.SubjectId));
        var subjects = captured.Select(c => c.Key).Concat(noted.Select(n => n.Key)).Distinct().ToList();
        if (subjects.Count == 0)
        {
            return subjects;
        }

        var heads = await HeadsAsync(db, subjects, cancellation);
        foreach (var (subject, subjectId) in subjects)
        {
            var (sequence, previous) = heads.GetValueOrDefault((subject, subjectId), (0, ""));
            var ofSubject = noted[(subject, subjectId)].ToList();
            var changes = captured[(subject, subjectId)].SelectMany(ChangesOf).ToList();
            for (var i = 0; i < Math.Max(ofSubject.Count, 1); i++)
            {
                var note = i < ofSubject.Count ? ofSubject[i] : null;
                var isLast = i >= ofSubject.Count - 1;
                var entry = new HistoryEntry
                {
                    Subject = subject,
                    SubjectId = subjectId,
                    Sequence = ++sequence,
                    At = at,
                    AccountId = accountId,
                    Act = note?.Act ?? Change,
                    Internal = note?.Internal ?? false,
                    Content = JsonSerializer.Serialize(note?.Content ?? new object(), Json),
                    Changes = isLast ? JsonSerializer.Serialize(changes, Json) : "[]",
                    PreviousHash = previous,
                };
                previous = entry.Hash = HashOf(entry);
                db.History.Add(entry);
            }
        }

        _captured.Clear();
        return subjects;
    }

    /// <summary>The hash an entry must have: SHA-256, in hexadecimal, over the previous hash and the canonical text of its content.</summary>
    public static string HashOf(HistoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return HashOf(string.Join('\n',
            entry.PreviousHash,
            entry.Subject,
            entry.SubjectId.ToString(CultureInfo.InvariantCulture),
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            entry.AccountId?.ToString(CultureInfo.InvariantCulture) ?? "system",
            entry.Act,
            entry.Internal ? "internal" : "public",
            entry.Content,
            entry.Changes));
    }

    /// <summary>The hash of a canonical text: SHA-256 in hexadecimal.</summary>
    internal static string HashOf(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>The last entry's number and hash of many histories, in one read; it may read those of other kinds with the same keys.</summary>
    private static async Task<Dictionary<(string, long), (int Sequence, string Hash)>> HeadsAsync(
        AppDbContext db, List<(string Subject, long SubjectId)> subjects, CancellationToken cancellation)
    {
        var (kinds, ids) = (subjects.Select(s => s.Subject).Distinct().ToList(), subjects.Select(s => s.SubjectId).Distinct().ToList());
        var heads = await db.History
            .Where(h => EF.Parameter(kinds).Contains(h.Subject) && EF.Parameter(ids).Contains(h.SubjectId))
            .Where(h => !db.History.Any(later => later.Subject == h.Subject && later.SubjectId == h.SubjectId && later.Sequence > h.Sequence))
            .Select(h => new { h.Subject, h.SubjectId, h.Sequence, h.Hash })
            .ToListAsync(cancellation);
        return heads.ToDictionary(h => (h.Subject, h.SubjectId), h => (h.Sequence, h.Hash));
    }

    private static IEnumerable<HistoryChange> ChangesOf(Captured captured) =>
        from value in captured.Values
        let after = value.After == KeyToCome ? Text(captured.Entry.Property(value.Property).CurrentValue) : value.After
        select new HistoryChange(captured.Entry.Metadata.ClrType.Name, KeyOf(captured.Entry), value.Property, value.Before, after);

    private static string KeyOf(EntityEntry entry) =>
        string.Join(',', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Text(entry.Property(p.Name).CurrentValue)));

    private static List<(string Property, string? Before, string? After)> ValuesOf(EntityEntry entry)
    {
        var values = new List<(string, string?, string?)>();
        foreach (var property in entry.Properties)
        {
            if (property.Metadata.IsPrimaryKey() || Unwritten.Contains(property.Metadata.Name) || property.Metadata.PropertyInfo?.IsDefined(typeof(UnwrittenAttribute), inherit: false) == true)
            {
                continue;
            }

            var before = entry.State == EntityState.Added ? null : Text(property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : property.IsTemporary ? KeyToCome : Text(property.CurrentValue);
            if (before != after && (entry.State != EntityState.Modified || property.IsModified))
            {
                values.Add((property.Metadata.Name, before, after));
            }
        }

        return values;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        System.Collections.IEnumerable many => string.Join(',', many.Cast<object?>().Select(Text)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private sealed record Captured(EntityEntry Entry, IHistoried Subject, List<(string Property, string? Before, string? After)> Values);
}
