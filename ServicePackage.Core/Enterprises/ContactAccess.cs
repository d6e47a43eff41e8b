using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Enterprises;

/// <summary>What a reader who sees an enterprise sees of its contact person and of its people's telephones.</summary>
public enum ContactAccess
{
    /// <summary>Nothing: the reader's work does not need it.</summary>
    Hidden,

    /// <summary>All, and the look is written to the enterprise's history: the reader's work needed it once.</summary>
    Logged,

    /// <summary>All: the reader's work needs it.</summary>
    Open,
}

/// <summary>Whose work needs an enterprise's contact (plan §五(六)).</summary>
public static class ContactRules
{
    /// <summary>The act in the enterprise's history that stands for a logged look.</summary>
    public const string Look = "SeeContact";

    /// <summary>
    /// Open to the Centre, the enterprise's own people, its economic city, its butler, and the units that lead an open demand of it or have a task
    /// in one. Units whose tasks are done are logged. Hidden from town leaders who do not serve it, and from administrators.
    /// </summary>
    public static async Task<ContactAccess> ContactAccessAsync(this Operation op, Enterprise enterprise)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(enterprise);
        var (actor, units) = (op.Actor, op.Actor.UnitIds);
        if (actor.IsCentre || actor.EnterpriseId == enterprise.Id || EnterpriseQueries.CitiesOf(actor).Contains(enterprise.EconomicCityId)
            || await op.Db.AssignedTo(actor.AccountId).ContainsAsync(enterprise.Id))
        {
            return ContactAccess.Open;
        }

        var demands = op.Db.Tickets.VisibleTo(actor, op.Db).Open().Where(t => t.EnterpriseId == enterprise.Id);
        return await demands.AnyAsync(t => (t.LeadUnitId != null && units.Contains(t.LeadUnitId.Value))
                || t.Tasks.Any(k => k.State == SupportingTaskState.Open && units.Contains(k.UnitId))) ? ContactAccess.Open
            : await demands.AnyAsync(t => t.Tasks.Any(k => k.State != SupportingTaskState.Cancelled && units.Contains(k.UnitId))) ? ContactAccess.Logged
            : ContactAccess.Hidden;
    }
}
