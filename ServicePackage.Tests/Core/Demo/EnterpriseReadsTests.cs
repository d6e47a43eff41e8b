using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Demo;

/// <summary>
/// Every move is made in the demo town: what the town says to itself with one is on no page, in no list, no notice (and so no mail) and no hit of the
/// search that somebody of the enterprise sees.
/// </summary>
public sealed class EnterpriseReadsTests : IClassFixture<NovemberOnSqlite>
{
    private const int ShortestTelling = 6;

    /// <summary>Moves by which nobody of the demo town says anything to the town alone.</summary>
    private static readonly Move[] SayNothingThere = [.. new[] { Move.DecideType, Move.Rule, Move.DecideProceedings, Move.HandOnFirstAsked }.Order()];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Town _town;
    private readonly MomentSource _moments = new(new CalendarSource(), new Unchanging<ProcedureSettings>());

    public EnterpriseReadsTests(NovemberOnSqlite filled)
    {
        _town = new Town(filled.Database);
        _town.Time.SetUtcNow(new DateTimeOffset(filled.Now));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatTheTownSaysToItself_ReachesNobodyOfTheEnterprise()
    {
        await using var db = _town.Look();
        var (pages, list, find) = (new TicketPageService(_town.Runner, _moments), new TicketList(_town.Runner, _moments), new FindService(_town.Runner));
        var people = (await db.Users.Where(a => a.EnterpriseId != null && a.DisabledAt == null).Select(a => new { a.Id, a.EnterpriseId }).ToListAsync(Cancellation)).ToLookup(a => a.EnterpriseId!.Value, a => a.Id);
        var (moves, found) = (new HashSet<Move>(), new List<string>());
        foreach (var ticket in await db.Tickets.AsNoTracking().ToListAsync(Cancellation))
        {
            var secrets = await SecretsAsync(db, ticket);
            if (secrets.Count == 0 || !people[ticket.EnterpriseId].Any())
            {
                continue;
            }

            var person = new Caller(people[ticket.EnterpriseId].First());
            var read = JsonSerializer.Serialize((await pages.GetAsync(person, ticket.Number, Cancellation)).Value with { Moves = [] }, Plain)
                + JsonSerializer.Serialize((await list.ListAsync(person, new TicketFilter { Take = 200 }, Cancellation)).Value, Plain)
                + string.Concat(await db.Notices.Where(n => n.AccountId == person.AccountId).Select(n => n.Arguments).ToListAsync(Cancellation));
            foreach (var (move, text) in secrets)
            {
                moves.Add(move);
                var hits = (await find.FindAsync(person, text[..Math.Min(text.Length, 30)], Cancellation)).Value;
                if (read.Contains(text, StringComparison.Ordinal) || hits.Any(h => h.Name.ToString().Contains(ticket.Number, StringComparison.Ordinal)))
                {
                    found.Add($"{ticket.Number} {move}: {text}");
                }
            }
        }

        Assert.Empty(found);
        var telling = TicketProcedure.Rules.Where(r => (r.Internal || r.TextWithin) && r.Takes(Field.Text)).Select(r => r.Move).Distinct();
        Assert.Equal(SayNothingThere, telling.Except(moves).Order());
    }

    /// <summary>What was said with moves that the enterprise does not read, and with none that it does.</summary>
    private static async Task<IReadOnlyList<(Move Move, string Text)>> SecretsAsync(ServicePackage.Core.Data.AppDbContext db, Ticket ticket)
    {
        var entries = await db.History.Where(h => h.Subject == nameof(Ticket) && h.SubjectId == ticket.Id).Select(h => new { h.Act, h.Internal, h.Content }).ToListAsync(Cancellation);
        var undecided = await db.TicketClocks.Open().AnyAsync(c => c.TicketId == ticket.Id && c.Kind == ClockKind.RefusalWindow, Cancellation);
        var (within, open) = (new List<(Move, string)>(), new List<string> { ticket.Title, ticket.Text, ticket.Result, undecided ? "" : ticket.CannotBeMetReason });
        foreach (var entry in entries)
        {
            if (!Enum.TryParse<Move>(entry.Act, out var move) || HistoryRecorder.Read<TicketEntry>(entry.Content)?.Given is not { } given)
            {
                continue;
            }

            var isWithin = entry.Internal || TicketProcedure.Rules.Any(r => r.Move == move && r.TextWithin);
            (isWithin ? (Action<string>)(t => within.Add((move, t))) : open.Add)(given.Text);
            open.Add(given.ForEnterprise);
            within.Add((move, given.TaskText));
        }

        return [.. within.Where(w => w.Item2.Length >= ShortestTelling && !open.Exists(o => o.Contains(w.Item2, StringComparison.Ordinal) || (o.Length > 0 && w.Item2.Contains(o, StringComparison.Ordinal)))).Distinct()];
    }
}
