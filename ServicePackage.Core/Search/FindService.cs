using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Search;

/// <summary>A demand that was found.</summary>
public sealed record FoundTicket(string Number, string Title, string EnterpriseName, TicketState State);

/// <summary>An enterprise that was found.</summary>
public sealed record FoundEnterprise(long Id, string Name, EnterpriseTier Tier);

/// <summary>An organisation that was found.</summary>
public sealed record FoundOrganisation(long Id, string Name, string EnglishName, OrganisationKind Kind);

/// <summary>What was found, the first few of each kind.</summary>
/// <param name="Tickets">Demands, the newest first.</param>
/// <param name="Enterprises">Enterprises, by name.</param>
/// <param name="Organisations">Organisations, for the town's own people.</param>
public sealed record Found(IReadOnlyList<FoundTicket> Tickets, IReadOnlyList<FoundEnterprise> Enterprises, IReadOnlyList<FoundOrganisation> Organisations)
{
    /// <summary>Nothing.</summary>
    public static readonly Found Nothing = new([], [], []);
}

/// <summary>Searches everything at once, within what the reader sees.</summary>
public sealed class FindService(OperationRunner operations)
{
    /// <summary>So many characters are enough.</summary>
    public const int Shortest = 2;

    private const int Most = 6;

    /// <summary>The first few of each kind; nothing for less than <see cref="Shortest"/> characters. Refuses a text too long or unreadable.</summary>
    public Task<Outcome<Found>> FindAsync(Caller caller, string text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sought = text.Trim();
        return operations.ReadAsync<Found>(caller, async op =>
        {
            if (SearchText.Refuse(sought) is { } refusal)
            {
                return refusal;
            }

            return TextRules.Length(sought) < Shortest
                ? Found.Nothing
                : new Found(await TicketsAsync(op, sought, cancellation), await EnterprisesAsync(op, sought, cancellation), await OrganisationsAsync(op, sought, cancellation));
        }, cancellation);
    }

    private static async Task<List<FoundTicket>> TicketsAsync(Operation op, string text, CancellationToken cancellation)
    {
        var tickets = await op.Db.Tickets.VisibleTo(op.Actor, op.Db).SayingAsync(text, op.Db, cancellation);
        return await tickets.OrderByDescending(t => t.RaisedAt).ThenByDescending(t => t.Id).Take(Most)
            .Select(t => new FoundTicket(t.Number, t.Title, t.Enterprise.Name, t.State)).ToListAsync(cancellation);
    }

    private static Task<List<FoundEnterprise>> EnterprisesAsync(Operation op, string text, CancellationToken cancellation) =>
        op.Db.Enterprises.VisibleTo(op.Actor, op.Db).Matching(new EnterpriseFilter(text, Roster: RosterFilter.All), op.Today, op.Db)
            .OrderBy(e => e.Name).ThenBy(e => e.Id).Take(Most)
            .Select(e => new FoundEnterprise(e.Id, e.Name, e.Tier)).ToListAsync(cancellation);

    /// <summary>The organisations are few: they are read whole and compared as the reader writes.</summary>
    private static async Task<List<FoundOrganisation>> OrganisationsAsync(Operation op, string text, CancellationToken cancellation)
    {
        if (!OrganisationService.IsOfTheTown(op.Actor))
        {
            return [];
        }

        var all = await op.Db.Organisations.Where(o => o.DisabledAt == null)
            .Select(o => new FoundOrganisation(o.Id, o.Name, o.EnglishName, o.Kind)).ToListAsync(cancellation);
        return [.. all.Where(o => o.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || o.EnglishName.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(o => o.Kind).ThenBy(o => o.Name, StringComparer.Ordinal).Take(Most)];
    }
}
