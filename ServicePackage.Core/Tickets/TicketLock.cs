using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Tickets;

/// <summary>Lets one change at a time have a demand, so that what is read of it in several queries is of one moment.</summary>
internal static class TicketLock
{
    /// <summary>Waits until nobody else changes the demand, and keeps it until the transaction ends. SQLite has one writer anyway.</summary>
    public static async Task TakeAsync(AppDbContext db, long ticketId, CancellationToken cancellation)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Tickets" WHERE "Id" = {ticketId} FOR UPDATE""", cancellation);
        }
    }
}
