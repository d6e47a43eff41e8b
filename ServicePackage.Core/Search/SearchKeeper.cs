using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Search;

/// <summary>Keeps the entries of what a context is about to save, so that they are saved with it.</summary>
internal static class SearchKeeper
{
    private const int Batch = 500;

    /// <summary>Adds the entries of new demands and enterprises. A demand's own texts never change.</summary>
    public static void AddNew(AppDbContext db)
    {
        var kept = db.SearchEntries.Local.Select(s => (object?)s.Ticket ?? s.Enterprise).ToHashSet();
        var entries = new List<SearchEntry>();
        foreach (var added in db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added && !kept.Contains(e.Entity)))
        {
            if (added.Entity is Ticket ticket)
            {
                entries.Add(new SearchEntry { Ticket = ticket, Words = SearchWords.Of(ticket.Number, ticket.Title, ticket.Text) });
            }
            else if (added.Entity is Enterprise enterprise)
            {
                entries.Add(new SearchEntry { Enterprise = enterprise, Words = SearchWords.Of(enterprise.Name) });
            }
        }

        db.SearchEntries.AddRange(entries);
    }

    /// <summary>The enterprises about to be saved under another name.</summary>
    public static IReadOnlyList<Enterprise> Renamed(AppDbContext db) =>
        [.. db.ChangeTracker.Entries<Enterprise>().Where(e => e.State == EntityState.Modified && e.Property(x => x.Name).IsModified).Select(e => e.Entity)];

    /// <summary>The entry of an enterprise, to be changed.</summary>
    public static IQueryable<SearchEntry> EntryOf(AppDbContext db, Enterprise enterprise)
    {
        var id = enterprise.Id;
        return db.SearchEntries.AsTracking().Where(s => s.EnterpriseId == id);
    }

    /// <summary>Writes the enterprise's present name into its entry.</summary>
    public static void Renew(AppDbContext db, SearchEntry entry, Enterprise enterprise) =>
        db.Entry(entry).Property(s => s.Words).CurrentValue = SearchWords.Of(enterprise.Name);

    /// <summary>Adds the entries that are missing, of demands and enterprises from before there was an index; nothing to do at any later start.</summary>
    public static async Task AddMissingAsync(AppDbContext db, CancellationToken cancellation)
    {
        while (await db.Tickets.Where(t => !db.SearchEntries.Any(s => s.TicketId == t.Id)).OrderBy(t => t.Id).Take(Batch).ToListAsync(cancellation) is { Count: > 0 } tickets)
        {
            db.SearchEntries.AddRange(tickets.Select(t => new SearchEntry { Ticket = t, Words = SearchWords.Of(t.Number, t.Title, t.Text) }));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        while (await db.Enterprises.Where(e => !db.SearchEntries.Any(s => s.EnterpriseId == e.Id)).OrderBy(e => e.Id).Take(Batch).ToListAsync(cancellation) is { Count: > 0 } enterprises)
        {
            db.SearchEntries.AddRange(enterprises.Select(e => new SearchEntry { Enterprise = e, Words = SearchWords.Of(e.Name) }));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
