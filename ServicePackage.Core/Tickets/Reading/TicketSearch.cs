using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Tickets;

/// <summary>Finds demands by what is typed into a search box.</summary>
internal static class TicketSearch
{
    /// <summary>
    /// Those that say each phrase of the text, in their number, title, text or topic, or in the name of their enterprise.
    /// All for an empty text, none for one of signs alone.
    /// </summary>
    public static async Task<IQueryable<Ticket>> SayingAsync(this IQueryable<Ticket> tickets, string text, AppDbContext db, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return tickets;
        }

        var topics = await db.Topics.Select(t => new { t.Id, t.Name, t.EnglishName }).ToListAsync(cancellation);
        var phrases = SearchWords.PhrasesOf(text);
        foreach (var words in phrases)
        {
            var hits = db.SearchEntries.Saying(db, words);
            var named = topics.Where(t => SearchWords.Say(words, t.Name, t.EnglishName)).Select(t => t.Id).ToList();
            tickets = tickets.Where(t => hits.Where(h => h.SubjectKind == nameof(Ticket)).Select(h => h.SubjectId).Contains(t.Id)
                || hits.Where(h => h.SubjectKind == nameof(Enterprise)).Select(h => h.SubjectId).Contains(t.EnterpriseId)
                || named.Contains(t.TopicId));
        }

        return phrases.Count > 0 ? tickets : tickets.Where(_ => false);
    }
}
