using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Search;

/// <summary>
/// Writes anew what is made of names and texts and does not say what their rows say: entries from before a change of <see cref="SearchWords.Rule"/>, keys from
/// before one of <see cref="NameKey.Rule"/>, so that what was stored by an earlier version is found and stands in a row as what is stored today.
/// An entry of its own says by which rules all are written: where they are the present ones, no row is read.
/// </summary>
public sealed class SearchRenewal(IDbContextFactory<AppDbContext> contexts)
{
    private const int Batch = 500;

    /// <summary>The kind of the entry that keeps the rule; no room has such a subject.</summary>
    private const string Mark = nameof(SearchWords);

    private const string Rules = $"{SearchWords.Rule}.{NameKey.Rule}";

    private static readonly MethodInfo OfKind = typeof(SearchRenewal).GetMethod(nameof(RenewAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Renews the entries of every kind of row that is searched and the keys of those that stand in a row; gives how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var mark = await db.SearchEntries.AsTracking().FirstOrDefaultAsync(e => e.SubjectKind == Mark, cancellation);
        if (mark?.Words == Rules)
        {
            return 0;
        }

        var renewed = 0;
        foreach (var kind in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(ISearched))))
        {
            renewed += await (Task<int>)OfKind.MakeGenericMethod(kind).Invoke(this, [cancellation])!;
        }

        renewed += await RenewKeysAsync(db.Enterprises, (e, key) => db.Enterprises.Where(x => x.Id == e.Id && x.Name == e.Name).ExecuteUpdateAsync(x => x.SetProperty(y => y.SortKey, key), cancellation), e => e.Id, cancellation);
        renewed += await RenewKeysAsync(db.Organisations, (o, key) => db.Organisations.Where(x => x.Id == o.Id && x.Name == o.Name).ExecuteUpdateAsync(x => x.SetProperty(y => y.SortKey, key), cancellation), o => o.Id, cancellation);
        renewed += await RenewKeysAsync(db.Users, (a, key) => db.Users.Where(x => x.Id == a.Id && x.DisplayName == a.DisplayName).ExecuteUpdateAsync(x => x.SetProperty(y => y.SortKey, key), cancellation), a => a.Id, cancellation);
        renewed += await RenewKeysAsync(db.Leaders, (l, key) => db.Leaders.Where(x => x.Id == l.Id && x.Name == l.Name).ExecuteUpdateAsync(x => x.SetProperty(y => y.SortKey, key), cancellation), l => l.Id, cancellation);
        renewed += await RenewKeysAsync(db.ServiceVersions, (v, key) => db.ServiceVersions.Where(x => x.Id == v.Id && x.Title == v.Title).ExecuteUpdateAsync(x => x.SetProperty(y => y.SortKey, key), cancellation), v => v.Id, cancellation);
        mark ??= db.SearchEntries.Add(new SearchEntry { SubjectKind = Mark }).Entity;
        mark.Words = Rules;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (LostRace.Is(exception))
        {
            return renewed; // another node has renewed them as well, and said so first
        }

        return renewed;
    }

    /// <summary>Writes the key alone, where the name is still the one that was read: whoever changes it meanwhile writes its key.</summary>
    private static async Task<int> RenewKeysAsync<TRow>(IQueryable<TRow> rows, Func<TRow, string, Task<int>> writeAsync, Expression<Func<TRow, long>> id, CancellationToken cancellation)
        where TRow : class, ISortedByName
    {
        var renewed = 0;
        foreach (var row in await rows.AsNoTracking().OrderBy(id).ToListAsync(cancellation))
        {
            if (NameKey.Of(row) is var key && key != row.SortKey)
            {
                renewed += await writeAsync(row, key);
            }
        }

        return renewed;
    }

    private async Task<int> RenewAsync<TRow>(CancellationToken cancellation)
        where TRow : class, ISearched
    {
        var (renewed, last) = (0, 0L);
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var rows = await db.Set<TRow>().AsNoTracking()
                .Where(r => EF.Property<long>(r, "Id") > last).OrderBy(r => EF.Property<long>(r, "Id")).Take(Batch).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                return renewed;
            }

            var (kind, ids) = (rows[0].Subject, rows.ConvertAll(r => r.SubjectId));
            var entries = await db.SearchEntries.AsTracking().Where(e => e.SubjectKind == kind && EF.Parameter(ids).Contains(e.SubjectId))
                .ToDictionaryAsync(e => e.SubjectId, cancellation);
            foreach (var row in rows.Where(r => entries.ContainsKey(r.SubjectId)))
            {
                var words = SearchKeeper.WordsOf(db.Entry<ISearched>(row), row.SearchedBy);
                if (entries[row.SubjectId].Words != words)
                {
                    entries[row.SubjectId].Words = words;
                    renewed++;
                }
            }

            await db.SaveChangesAsync(cancellation);
            last = ids[^1];
        }
    }
}
