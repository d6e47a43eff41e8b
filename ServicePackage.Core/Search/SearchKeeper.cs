using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServicePackage.Core.Data;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Search;

/// <summary>Keeps the entries of what a context saves: taken before the save, while it is known what changes; written after it, when new rows have their keys.</summary>
internal sealed class SearchKeeper
{
    private readonly List<(ISearched Row, string Words, bool Added)> _found = [];

    private SearchKeeper()
    {
    }

    /// <summary>Whether there is anything to write.</summary>
    public bool IsNeeded => _found.Count > 0;

    /// <summary>Takes the rows about to be added, or to be saved with other texts.</summary>
    public static SearchKeeper Take(AppDbContext db)
    {
        var keeper = new SearchKeeper();
        foreach (var entry in db.ChangeTracker.Entries<ISearched>())
        {
            var names = entry.Entity.SearchedBy;
            if (entry.State == EntityState.Added || (entry.State == EntityState.Modified && names.Any(n => entry.Property(n).IsModified)))
            {
                Unify(entry, names);
                keeper._found.Add((entry.Entity, WordsOf(entry, names), entry.State == EntityState.Added));
            }
        }

        return keeper;
    }

    /// <summary>Puts the entries into the context; the caller saves.</summary>
    public void Write(AppDbContext db)
    {
        db.SearchEntries.AddRange(_found.Where(f => f.Added).Select(f => new SearchEntry { SubjectKind = f.Row.Subject, SubjectId = f.Row.SubjectId, Words = f.Words }));
        foreach (var (row, words, _) in _found.Where(f => !f.Added))
        {
            var (kind, id) = (row.Subject, row.SubjectId);
            var entry = db.SearchEntries.AsTracking().Single(s => s.SubjectKind == kind && s.SubjectId == id);
            db.Entry(entry).Property(s => s.Words).CurrentValue = words;
        }
    }

    /// <summary>What is searched is stored as it is typed, even where it was copied from a PDF.</summary>
    private static void Unify(EntityEntry<ISearched> entry, IReadOnlyList<string> names)
    {
        foreach (var property in names.Select(n => entry.Property(n)))
        {
            if (property.CurrentValue is string text && Ideographs.Unify(text) is var unified && unified != text)
            {
                property.CurrentValue = unified;
            }
        }
    }

    /// <summary>The words of a row.</summary>
    internal static string WordsOf(EntityEntry<ISearched> entry, IReadOnlyList<string> names) =>
        SearchWords.Of(names.Select(n => entry.Property(n).CurrentValue as string ?? ""));
}
