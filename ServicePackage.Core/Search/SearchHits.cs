using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Search;

/// <summary>Finds entries by a phrase, through the index that each database has for it.</summary>
internal static class SearchHits
{
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
