using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Organisations;

/// <summary>What an organisation still owes: it cannot be disabled before, and a merger passes it on.</summary>
/// <param name="Leads">Open demands it leads.</param>
/// <param name="Tasks">Open supporting tasks.</param>
/// <param name="RunningClocks">Clocks it holds that run.</param>
/// <param name="PausedClocks">Clocks it holds that stand still.</param>
/// <param name="FirstAsked">Open demands whose first-asked person serves its enterprises.</param>
/// <param name="Butlers">Enterprises of its own whose butler works here.</param>
/// <param name="People">People in use who hold a post here.</param>
/// <param name="Enterprises">Enterprises that belong to this economic city.</param>
public sealed record OrganisationDuties(
    int Leads, int Tasks, int RunningClocks, int PausedClocks, int FirstAsked, int Butlers, int People, int Enterprises)
{
    /// <summary>Why it cannot be disabled: Organisation.Indispensable, or Organisation.HasDuties with one part for each kind of duty; null when nothing is left.</summary>
    public static async Task<Refusal?> RefusalAsync(AppDbContext db, Organisation organisation, CancellationToken cancellation = default)
    {
        if (OrganisationService.OneOnly.Contains(organisation.Kind))
        {
            return new Refusal("Organisation.Indispensable", organisation.Kind);
        }

        var parts = (await CountAsync(db, organisation.Id, cancellation)).Parts();
        return parts.Count == 0 ? null : new Refusal("Organisation.HasDuties") { Details = parts };
    }

    /// <summary>Counts what the organisation owes at this moment.</summary>
    internal static async Task<OrganisationDuties> CountAsync(AppDbContext db, long id, CancellationToken cancellation = default)
    {
        var open = db.Tickets.Open();
        var clocks = db.TicketClocks.Open().Where(c => c.UnitId == id);
        var posts = db.Posts.Where(p => p.OrganisationId == id && p.Account.DisabledAt == null);
        var serving = posts.Where(p => p.Kind == PostKind.Specialist || p.Kind == PostKind.GeneralManager).Select(p => p.AccountId);
        var running = await clocks.Running().CountAsync(cancellation);
        return new OrganisationDuties(
            await open.CountAsync(t => t.LeadUnitId == id, cancellation),
            await open.SelectMany(t => t.Tasks).CountAsync(k => k.UnitId == id && k.State == SupportingTaskState.Open, cancellation),
            running,
            await clocks.CountAsync(cancellation) - running,
            await open.CountAsync(t => serving.Contains(t.FirstAskedId), cancellation),
            await db.ButlerAssignments.Current().CountAsync(b => b.Enterprise.EconomicCityId == id && serving.Contains(b.AccountId), cancellation),
            await posts.Select(p => p.AccountId).Distinct().CountAsync(cancellation),
            await db.Enterprises.CountAsync(e => e.EconomicCityId == id, cancellation));
    }

    private List<Refusal> Parts()
    {
        List<Refusal> parts = [];
        Add("Organisation.HasLeads", Leads);
        Add("Organisation.HasTasks", Tasks);
        if (RunningClocks + PausedClocks > 0)
        {
            parts.Add(new Refusal("Organisation.HasClocks", RunningClocks, PausedClocks));
        }

        Add("Organisation.HasFirstAsked", FirstAsked);
        Add("Organisation.HasButlers", Butlers);
        Add("Organisation.HasPeople", People);
        Add("Organisation.HasEnterprises", Enterprises);
        return parts;

        void Add(string code, int count)
        {
            if (count > 0)
            {
                parts.Add(new Refusal(code, count));
            }
        }
    }
}
