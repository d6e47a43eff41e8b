using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Search;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>Finds demands by what is typed into a search box.</summary>
internal static class TicketSearch
{
    /// <summary>
    /// Those that say each part of the text, in their number, title, text or topic, or in the name of their enterprise.
    /// All for an empty text, none for one of signs alone.
    /// </summary>
    public static async Task<IQueryable<Ticket>> SayingAsync(this IQueryable<Ticket> tickets, string text, AppDbContext db, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return tickets;
        }

        var enterprises = await db.Enterprises.Select(e => new { e.Id, e.Name }).ToListAsync(cancellation);
        var topics = await db.Topics.Select(t => new { t.Id, t.Name, t.EnglishName }).ToListAsync(cancellation);
        var parts = Sought.Of(text).Parts;
        foreach (var part in parts)
        {
            var (hits, sought) = (db.SearchEntries.Saying(db, SearchWords.In(part)), Sought.Of(part));
            var named = enterprises.Where(e => sought.IsIn(e.Name)).Select(e => e.Id).ToList();
            var about = topics.Where(t => sought.IsIn(t.Name, t.EnglishName)).Select(t => t.Id).ToList();
            tickets = tickets.Where(t => hits.Where(h => h.SubjectKind == nameof(Ticket)).Select(h => h.SubjectId).Contains(t.Id)
                || EF.Parameter(named).Contains(t.EnterpriseId)
                || EF.Parameter(about).Contains(t.TopicId));
        }

        return parts.Count > 0 ? tickets : tickets.Where(_ => false);
    }
}
