using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Web;

namespace ServicePackage.Screens;

/// <summary>What there is in a town to be visited: found in its database, so that the list of visits names no number.</summary>
public sealed class TownFacts
{
    private readonly IReadOnlyList<TicketFact> _tickets;
    private readonly IReadOnlyDictionary<string, PersonFact> _people;
    private readonly IReadOnlyList<PolicyFact> _policies;

    private TownFacts(IReadOnlyList<TicketFact> tickets, IReadOnlyDictionary<string, PersonFact> people, IReadOnlyList<PolicyFact> policies) =>
        (_tickets, _people, _policies) = (tickets, people, policies);

    /// <summary>The town leader with the demo's first account; null where there is none.</summary>
    public long? Leader { get; private init; }

    /// <summary>An application of the enterprise that is shown first; null where it has none.</summary>
    public long? Application { get; private init; }

    /// <summary>The address where a clause is confirmed without application; null where there is none.</summary>
    public string? OfferedClause { get; private init; }

    /// <summary>Services that are published, those of commercial providers last; none where there are none.</summary>
    public IReadOnlyList<long> Services { get; private init; } = [];

    /// <summary>A draft of a service under review; null where there is none.</summary>
    public long? ServiceUnderReview { get; private init; }

    /// <summary>Versions of packages by their state, the last of each.</summary>
    public IReadOnlyDictionary<PackageState, long> Packages { get; private init; } = new Dictionary<PackageState, long>();

    /// <summary>Picks by their state, the last of each.</summary>
    public IReadOnlyDictionary<PickState, long> Picks { get; private init; } = new Dictionary<PickState, long>();

    /// <summary>Events by what is to be seen of them: a full one, one that was moved, called off, attended, a briefing, one under review.</summary>
    public IReadOnlyDictionary<string, long> Events { get; private init; } = new Dictionary<string, long>();

    internal static async Task<TownFacts> ReadAsync(string database)
    {
        await using var db = Towns.Open(database);
        var tickets = await db.Tickets.AsNoTracking().OrderByDescending(t => t.Id)
            .Select(t => new TicketFact(t.Number, t.State, t.LeadUnitId, t.OfficerId, t.EnterpriseId, t.Clocks.OrderBy(c => c.EndedAt != null).ThenBy(c => c.PausedFor != PauseReason.None).Select(c => c.Id).FirstOrDefault(), t.Tasks.Count, t.Replies.Count))
            .ToListAsync();
        var people = await db.Users.AsNoTracking()
            .Select(a => new PersonFact(a.Id, a.UserName!, a.EnterpriseId, a.Posts.Select(p => (long?)p.OrganisationId).FirstOrDefault()))
            .ToDictionaryAsync(p => p.UserName);
        var policies = await db.PolicyVersions.AsNoTracking().OrderBy(v => v.Id)
            .Select(v => new PolicyFact(v.PolicyId, v.Number, v.State, v.Clauses.Any(c => c.Personalised), v.Clauses.OrderBy(c => c.Order).Select(c => c.ClauseId).FirstOrDefault(), v.Clauses.OrderBy(c => c.Order).Select(c => c.Condition).FirstOrDefault()))
            .ToListAsync();
        var own = people.GetValueOrDefault(DemoAccounts.Prefix + "chengguang")?.EnterpriseId;
        var application = await db.ClauseApplications.AsNoTracking().Where(a => a.EnterpriseId == own && a.State == ApplicationState.Granted).Select(a => (long?)a.Id).FirstOrDefaultAsync();
        var offered = await db.PolicyClauses.AsNoTracking().Where(c => c.WithoutApplication && c.ExecutingUnitId != null && c.PolicyVersion.State == PolicyState.Published).Select(c => new { c.PolicyVersion.PolicyId, c.ClauseId }).FirstOrDefaultAsync();
        return new TownFacts(tickets, people, policies)
        {
            Leader = await db.Leaders.AsNoTracking().Where(l => l.Account!.UserName == DemoAccounts.Prefix + "leader").Select(l => (long?)l.Id).FirstOrDefaultAsync(),
            Application = application,
            Services = await db.ServiceVersions.AsNoTracking().Where(v => v.State == ServiceState.Published).OrderBy(v => v.Service.Provider.Nature == Core.Organisations.ProviderNature.Commercial).ThenBy(v => v.Id).Select(v => v.ServiceId).ToListAsync(),
            ServiceUnderReview = await db.ServiceVersions.AsNoTracking().Where(v => v.State == ServiceState.Submitted).Select(v => (long?)v.ServiceId).FirstOrDefaultAsync(),
            Packages = (await db.PackageVersions.AsNoTracking().Select(p => new { p.State, p.Id }).ToListAsync()).GroupBy(p => p.State).ToDictionary(g => g.Key, g => g.Max(p => p.Id)),
            Picks = (await db.Picks.AsNoTracking().Select(p => new { p.State, p.Id }).ToListAsync()).GroupBy(p => p.State).ToDictionary(g => g.Key, g => g.Max(p => p.Id)),
            Events = (await db.Events.AsNoTracking().OrderBy(e => e.Id).Select(e => new
            {
                e.Id,
                What = e.State == EventState.Submitted ? "submitted" : e.State == EventState.CalledOff ? "called-off" : e.Waiting > 0 ? "full" : e.MovedAt != null ? "moved"
                    : e.Kind == EventKind.Briefing ? "briefing" : db.Seats.Any(s => s.EventId == e.Id && s.Rating == RatingLevel.Dissatisfied) ? "attended" : "other",
            }).ToListAsync()).GroupBy(e => e.What).ToDictionary(g => g.Key, g => g.Max(e => e.Id)),
            OfferedClause = offered is null ? null : Addresses.ClauseOffers(offered.PolicyId, offered.ClauseId),
        };
    }

    /// <summary>Whether this person has an account here.</summary>
    public bool Has(string user) => _people.ContainsKey(DemoAccounts.Prefix + user);

    /// <summary>The key of a person's account.</summary>
    public long AccountOf(string user) => _people[DemoAccounts.Prefix + user].Id;

    /// <summary>The organisation in which a person holds the first post.</summary>
    public long OfficeOf(string user) => _people[DemoAccounts.Prefix + user].OrganisationId!.Value;

    /// <summary>The enterprise with the most demands; null where there is none with any.</summary>
    public long? BusiestEnterprise => _tickets.GroupBy(t => t.EnterpriseId).MaxBy(g => g.Count())?.Key;

    /// <summary>A published policy, with a personalised clause where that is asked for; null where there is none.</summary>
    public long? PolicyWith(bool personalised) => _policies.FirstOrDefault(p => p.State == PolicyState.Published && p.IsPersonalised == personalised)?.PolicyId;

    /// <summary>A policy that has been published more than once; null where there is none.</summary>
    public long? RenewedPolicy => _policies.FirstOrDefault(p => p.State == PolicyState.Published && p.Number > 1)?.PolicyId;

    /// <summary>A policy with a draft in this state; null where there is none.</summary>
    public long? DraftIn(PolicyState state) => _policies.FirstOrDefault(p => p.State == state)?.PolicyId;

    /// <summary>The address of the condition of a clause of such a draft; null where there is none.</summary>
    public string? ConditionIn(PolicyState state) => _policies.FirstOrDefault(p => p.State == state) is { } draft ? Addresses.ClauseCondition(draft.PolicyId, draft.ClauseId) : null;

    /// <summary>The address of the enterprises beside a published clause; null where there is none with a condition.</summary>
    public string? WeighedClause => Weighed(_ => true);

    /// <summary>The same of one that leaves to a person's judgement whether those of a size meet it.</summary>
    public string? JudgedClause => Weighed(condition => condition.Contains("judged", StringComparison.Ordinal) && condition.Contains("named", StringComparison.Ordinal) && !condition.Contains("items", StringComparison.Ordinal));

    private string? Weighed(Func<string, bool> asks) =>
        _policies.FirstOrDefault(p => p is { State: PolicyState.Published, Condition: { } condition } && asks(condition)) is { } found ? Addresses.ClauseEnterprises(found.PolicyId, found.ClauseId) : null;

    /// <summary>A published clause, by its key; null where there is none.</summary>
    public long? Clause => _policies.FirstOrDefault(p => p.State == PolicyState.Published)?.ClauseId;

    /// <summary>A demand in this state, and of this person's unit or enterprise where one is named: the one with the longest story; null where there is none.</summary>
    public string? Ticket(TicketState state, string? of = null)
    {
        var person = of is null ? null : _people[DemoAccounts.Prefix + of];
        return _tickets.Where(t => t.State == state && (person is null || (person.EnterpriseId is { } id ? t.EnterpriseId == id : t.LeadUnitId == person.OrganisationId)))
            .OrderByDescending(t => t.OfficerId == person?.Id).ThenByDescending(t => t.Tasks + t.Replies).FirstOrDefault()?.Number;
    }

    /// <summary>The page of such a demand with the form of a move open.</summary>
    public string? TicketMove(TicketState state, Move move, string? of = null) => Ticket(state, of) is { } number ? Addresses.TicketMove(number, move) : null;

    /// <summary>The page of such a demand with a due date explained.</summary>
    public string? TicketClock(TicketState state) =>
        Ticket(state) is { } number ? Addresses.TicketClock(number, _tickets.First(t => t.Number == number).ClockId) : null;

    private sealed record TicketFact(string Number, TicketState State, long? LeadUnitId, long? OfficerId, long EnterpriseId, long ClockId, int Tasks, int Replies);

    private sealed record PolicyFact(long PolicyId, int Number, PolicyState State, bool IsPersonalised, long ClauseId, string? Condition);

    private sealed record PersonFact(long Id, string UserName, long? EnterpriseId, long? OrganisationId);
}
