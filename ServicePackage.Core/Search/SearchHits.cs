using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Search;

/// <summary>Finds entries by a phrase, through the index that each database has for it.</summary>
internal static class SearchHits
{
    /// <summary>Those of a list that say each part of a text. All for an empty text, none for one of signs alone.</summary>
    /// <param name="rows">The list.</param>
    /// <param name="text">The text, as typed.</param>
    /// <param name="db">The context.</param>
    /// <param name="say">Narrows it to those that say one part, given the entries that do, and the part itself.</param>
    public static IQueryable<T> SayingEach<T>(this IQueryable<T> rows, string text, AppDbContext db, Func<IQueryable<T>, IQueryable<SearchEntry>, string, IQueryable<T>> say)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return rows;
        }

        var parts = Sought.Of(text).Parts;
        return parts.Count > 0 ? parts.Aggregate(rows, (narrowed, part) => say(narrowed, db.SearchEntries.Saying(db, SearchWords.In(part)), part)) : rows.Where(_ => false);
    }

    /// <summary>The keys of the subjects of one kind that they are of: asked for as a set, which is looked up once, not row by row.</summary>
    public static IQueryable<long> Of(this IQueryable<SearchEntry> hits, string kind) => hits.Where(h => h.SubjectKind == kind).Select(h => h.SubjectId);

    /// <summary>The entries in which these words stand beside each other; of the last one its beginning is enough. Composes into a query.</summary>
    public static IQueryable<SearchEntry> Saying(this DbSet<SearchEntry> entries, AppDbContext db, IReadOnlyList<string> words)
    {
        if (db.Database.IsNpgsql())
        {
            var query = string.Join(" <-> ", words.Select(w => $"'{w}'")) + ":*";
            return entries.FromSql($"""SELECT * FROM "SearchEntries" WHERE to_tsvector('simple', "Words") @@ to_tsquery('simple', {query})""");
        }

        var phrase = $"\"{string.Join(' ', words)}\" *";
        return entries.FromSql($"""SELECT * FROM "SearchEntries" WHERE "Id" IN (SELECT rowid FROM "SearchIndex" WHERE "SearchIndex" MATCH {phrase})""");
    }
}
