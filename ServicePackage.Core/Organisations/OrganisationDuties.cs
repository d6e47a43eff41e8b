using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Organisations;

/// <summary>What an organisation still owes: it cannot be disabled before (docs/procedure.md).</summary>
public static class OrganisationDuties
{
    /// <summary>Why it cannot be disabled; null when nothing is left.</summary>
    public static async Task<Refusal?> RefusalAsync(AppDbContext db, Organisation organisation, CancellationToken cancellation = default)
    {
        if (OrganisationService.OneOnly.Contains(organisation.Kind))
        {
            return new Refusal("Organisation.Indispensable", organisation.Kind);
        }

        var demands = await db.Tickets.CountAsync(t =>
            (t.State != TicketState.Closed && t.State != TicketState.Withdrawn)
            && (t.LeadUnitId == organisation.Id || t.Tasks.Any(k => k.UnitId == organisation.Id && k.State == SupportingTaskState.Open)
                || t.Clocks.Any(c => c.UnitId == organisation.Id && c.EndedAt == null)), cancellation);
        if (demands > 0)
        {
            return new Refusal("Organisation.HasDemands", demands);
        }

        var people = await db.Posts.Where(p => p.OrganisationId == organisation.Id && p.Account.DisabledAt == null)
            .Select(p => p.AccountId).Distinct().CountAsync(cancellation);
        if (people > 0)
        {
            return new Refusal("Organisation.HasPeople", people);
        }

        var enterprises = await db.Enterprises.CountAsync(e => e.EconomicCityId == organisation.Id, cancellation);
        return enterprises > 0 ? new Refusal("Organisation.HasEnterprises", enterprises) : null;
    }
}
