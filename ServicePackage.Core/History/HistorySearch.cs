using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.History;

/// <summary>
/// The history of everything, searched by person, thing, time and act: its metadata by auditors and administrators, what the entries hold by
/// auditors alone. For anybody else it does not exist.
/// </summary>
public sealed class HistorySearch(OperationRunner operations, House house)
{
    /// <summary>The act that stands for an auditor's look at what an entry holds.</summary>
    public const string Look = "ReadValues";

    /// <summary>Up to how many matching entries are counted.</summary>
    public const int MostCounted = 10_000;

    /// <summary>The most people offered to search by.</summary>
    public const int MostPeople = 10;

    /// <summary>Whoever looks again within this time still looks.</summary>
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    private readonly ILookup<string, RecordedKind> _kinds = house.Of<IRecords>().SelectMany(r => r.Recorded).ToLookup(k => k.Kind, StringComparer.Ordinal);

    /// <summary>The kinds of thing that have a history, each with the acts that the rooms note of it.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<string> Acts)> Kinds =>
        [.. _kinds.Select(k => (k.Key, (IReadOnlyList<string>)[.. k.SelectMany(r => r.Acts).Append(HistoryRecorder.Change).Distinct()]))];

    /// <summary>Whether somebody may search at all.</summary>
    public static bool Allows(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        return op.Actor.IsAuditor || op.Actor.IsAdministrator;
    }

    /// <summary>
    /// A page of the entries that match, the newest first; no content and no values. Refusals: NotFound for whoever is neither auditor nor
    /// administrator, and those of <see cref="HistoryFilter.Refuse"/>.
    /// </summary>
    public Task<Outcome<HistoryFound>> SearchAsync(Caller caller, HistoryFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<HistoryFound>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!Allows(op))
            {
                return Refusal.NotFound;
            }

            if (filter.Refuse() is { } refusal)
            {
                return refusal;
            }

            var matching = await MatchingAsync(op, filter, cancellation);
            var total = await matching.Take(MostCounted + 1).CountAsync(cancellation);
            var take = Math.Clamp(filter.Take, 1, Paging.Largest);
            var rows = await (await BehindAsync(op, matching, filter.Before, cancellation))
                .OrderByDescending(h => h.At).ThenByDescending(h => h.Id)
                .Take(take + 1)
                .Select(Row(op)).ToListAsync(cancellation);
            var lines = await NamedAsync(op, [.. rows.Take(take)], cancellation);
            return new HistoryFound(
                lines, total, rows.Count > take ? lines[^1].Id : null,
                filter.AccountId is { } person ? await op.Db.Users.Where(a => a.Id == person).Select(a => a.DisplayName).FirstOrDefaultAsync(cancellation) : null,
                await op.Db.HistorySeals.OrderByDescending(s => s.Sequence).Select(s => new LastSeal(s.Sequence, s.At)).FirstOrDefaultAsync(cancellation));
        }, cancellation);

    /// <summary>
    /// An entry with all that it holds. Each look is in the history itself, under the entry's key; one within <see cref="OneLook"/> is the same look.
    /// Refuses NotFound for whoever is no auditor.
    /// </summary>
    public Task<Outcome<HistoryDetails>> GetAsync(Caller caller, long id, CancellationToken cancellation = default) =>
        operations.ReadAsync<HistoryDetails>(caller, async op =>
        {
            var isAuditor = op.Actor.IsAuditor;
            var one = op.Db.History.Where(h => isAuditor && h.Id == id);
            if (await one.Select(Row(op)).FirstOrDefaultAsync(cancellation) is not { } row)
            {
                return Refusal.NotFound;
            }

            var held = await one.Select(h => new { h.Content, h.Changes, h.Internal, h.Hash }).FirstAsync(cancellation);
            if (row.Kind != nameof(HistoryEntry) && !await LookedAsync(op, id, cancellation))
            {
                op.Note(new Looked(id), Look, isInternal: true);
            }

            return new HistoryDetails(
                (await NamedAsync(op, [row], cancellation))[0], GivenIn(held.Content), HistoryRecorder.Read<List<HistoryChange>>(held.Changes) ?? [], held.Internal, held.Hash);
        }, cancellation);

    /// <summary>The people of this name, as it is written or read, at most <see cref="MostPeople"/>; their accounts may be disabled by now. Refuses as a search does.</summary>
    public Task<Outcome<IReadOnlyList<HistoryPerson>>> PeopleAsync(Caller caller, string text, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<HistoryPerson>>(caller, async op =>
        {
            if (!Allows(op))
            {
                return Refusal.NotFound;
            }

            if (SearchText.Refuse(text) is { } refusal)
            {
                return refusal;
            }

            var sought = Sought.Of(text);
            var people = await op.Db.Users.OrderBy(a => a.SortKey).ThenBy(a => a.Id).Select(a => new HistoryPerson(a.Id, a.DisplayName, a.UserName!)).ToListAsync(cancellation);
            return people.Where(p => sought.IsIn(p.Name, p.UserName)).Take(MostPeople).ToList();
        }, cancellation);

    private static Expression<Func<HistoryEntry, HistoryLine>> Row(Operation op) => h => new HistoryLine(
        h.Id, h.At, h.AccountId, op.Db.Users.Where(a => a.Id == h.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
        h.Subject, h.SubjectId, "", h.Sequence, h.Act, h.SealSequence);

    private async Task<IQueryable<HistoryEntry>> MatchingAsync(Operation op, HistoryFilter filter, CancellationToken cancellation)
    {
        var entries = op.Db.History.AsQueryable();
        if (filter.AccountId is { } person)
        {
            entries = entries.Where(h => h.AccountId == person);
        }

        if (filter.BySystem)
        {
            entries = entries.Where(h => h.AccountId == null);
        }

        if (filter.Kind is { } kind)
        {
            entries = entries.Where(h => h.Subject == kind);
        }

        if (filter.Act is { } act)
        {
            entries = entries.Where(h => h.Act == act);
        }

        if (filter.From is { } from)
        {
            var begin = TownTime.At(from, TimeOnly.MinValue);
            entries = entries.Where(h => h.At >= begin);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = TownTime.At(until.AddDays(1), TimeOnly.MinValue);
            entries = entries.Where(h => h.At < end);
        }

        return string.IsNullOrWhiteSpace(filter.Thing) ? entries : entries.Where(await ThingAsync(op, filter, cancellation));
    }

    /// <summary>The entries of the things that the text names, in any of the kinds or the one chosen; a key names a thing of the kind chosen.</summary>
    private async Task<Expression<Func<HistoryEntry, bool>>> ThingAsync(Operation op, HistoryFilter filter, CancellationToken cancellation)
    {
        var conditions = new List<Expression<Func<HistoryEntry, bool>>>();
        foreach (var kind in _kinds.Where(k => filter.Kind is null || k.Key == filter.Kind).SelectMany(k => k))
        {
            var (name, ids) = (kind.Kind, (await kind.FindAsync(op, filter.Thing, cancellation)).ToList());
            if (ids.Count > 0)
            {
                conditions.Add(h => h.Subject == name && EF.Parameter(ids).Contains(h.SubjectId));
            }
        }

        if (filter.Kind is { } chosen && long.TryParse(CodeText.Of(filter.Thing).TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            conditions.Add(h => h.Subject == chosen && h.SubjectId == key);
        }

        return AnyOf.These(conditions);
    }

    private static async Task<IQueryable<HistoryEntry>> BehindAsync(Operation op, IQueryable<HistoryEntry> entries, long? id, CancellationToken cancellation)
    {
        if (id is null)
        {
            return entries;
        }

        // The first condition is what an index is walked by. Behind an entry that there is not, nothing stands.
        var at = await op.Db.History.Where(h => h.Id == id).Select(h => (DateTime?)h.At).FirstOrDefaultAsync(cancellation);
        return entries.Where(h => h.At <= at && (h.At < at || h.Id < id));
    }

    private async Task<List<HistoryLine>> NamedAsync(Operation op, IReadOnlyList<HistoryLine> lines, CancellationToken cancellation)
    {
        var names = new Dictionary<(string, long), string>();
        foreach (var things in lines.GroupBy(l => l.Kind, l => l.SubjectId))
        {
            var ids = things.Distinct().ToList();
            foreach (var kind in _kinds[things.Key])
            {
                foreach (var name in await kind.NamesAsync(op, ids, cancellation))
                {
                    names[(things.Key, name.Id)] = name.Name;
                }
            }
        }

        return [.. lines.Select(l => l with { Name = names.GetValueOrDefault((l.Kind, l.SubjectId), "") })];
    }

    private static Task<bool> LookedAsync(Operation op, long id, CancellationToken cancellation)
    {
        var (me, since) = (op.Actor.AccountId, op.Now - OneLook);
        return op.Db.History.AnyAsync(h => h.Subject == nameof(HistoryEntry) && h.SubjectId == id && h.AccountId == me && h.At > since, cancellation);
    }

    private static List<HistoryGiven> GivenIn(string content)
    {
        var given = new List<HistoryGiven>();
        try
        {
            using var document = JsonDocument.Parse(content);
            Walk(document.RootElement, "");
        }
        catch (JsonException)
        {
            given.Add(new HistoryGiven("", content)); // as it is kept: an auditor sees what cannot be read, too
        }

        return given;

        void Walk(JsonElement element, string path)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                    {
                        Walk(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}");
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
                    {
                        Walk(item, $"{path}[{index + 1}]");
                    }

                    break;
                default:
                    given.Add(new HistoryGiven(path, element.ToString()));
                    break;
            }
        }
    }

    private sealed record Looked(long SubjectId) : IHistoried
    {
        string IHistoried.Subject => nameof(HistoryEntry);
    }
}
