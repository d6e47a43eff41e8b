using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>The last number given in a year.</summary>
public sealed class TicketCounter
{
    public int Year { get; set; }

    public int Last { get; set; }
}

/// <summary>Gives out the demands' numbers, such as 2026-00001, in a short transaction of its own: gaps may occur, doubles cannot.</summary>
public sealed class TicketNumbers(IDbContextFactory<AppDbContext> contexts)
{
    /// <summary>The next number of a year. Refused where the store cannot take it.</summary>
    public Task<Outcome<string>> NextAsync(int year, CancellationToken cancellation = default) => StorageTrouble.GuardAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var numbers = await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO "TicketCounters" ("Year", "Last") VALUES ({year}, 1)
            ON CONFLICT ("Year") DO UPDATE SET "Last" = "TicketCounters"."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{numbers[0]:00000}");
    });
}
