using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Policies;

/// <summary>An application to which somebody does something.</summary>
/// <param name="Application">Its row, to be changed.</param>
/// <param name="HasUnit">Whether a unit of the town carries the clause out.</param>
/// <param name="Sides">On which sides of it the actor stands.</param>
internal sealed record ApplicationUnderChange(ClauseApplication Application, bool HasUnit, ApplicationSide Sides)
{
    /// <summary>The application, where the actor sees it.</summary>
    public static async Task<ApplicationUnderChange?> FindAsync(Operation op, long id, CancellationToken cancellation)
    {
        var application = await op.Db.ClauseApplications.VisibleTo(op).Include(a => a.Enterprise).Include(a => a.PolicyClause).FirstOrDefaultAsync(a => a.Id == id, cancellation);
        if (application is null)
        {
            return null;
        }

        var unit = await ApplicationAccess.CarriedOut(op).Where(c => c.ClauseId == application.ClauseId).Select(c => c.ExecutingUnitId).FirstOrDefaultAsync(cancellation);
        return new ApplicationUnderChange(application, unit is not null, await ApplicationAccess.SidesAsync(op, application.EnterpriseId, unit, cancellation));
    }

    /// <summary>Tells the enterprise's people and who serves it by name of a step, where they are to know it.</summary>
    public Task TellAsync(Operation op, ApplicationStep step, CancellationToken cancellation) => step switch
    {
        ApplicationStep.Grant => TellAsync(op, "ApplicationGranted", null, cancellation),
        ApplicationStep.Refuse => TellAsync(op, "ApplicationRefused", Application.Reason, cancellation),
        ApplicationStep.Pay => TellAsync(op, "ApplicationPaid", null, cancellation),
        ApplicationStep.Agree when op.Actor.EnterpriseId != Application.EnterpriseId => TellAsync(op, "ApplicationAgreed", op.Actor.Name, cancellation),
        ApplicationStep.Decline when op.Actor.EnterpriseId != Application.EnterpriseId => TellAsync(op, "ApplicationDeclined", Application.Reason, cancellation),
        ApplicationStep.Withdraw when op.Actor.EnterpriseId != Application.EnterpriseId => TellAsync(op, "ApplicationWithdrawn", Application.Reason, cancellation),
        _ => Task.CompletedTask,
    };

    /// <summary>Tells whoever of the unit offered it what the enterprise answers.</summary>
    public void TellUnit(Operation op, ApplicationStep step)
    {
        if (step is ApplicationStep.Agree or ApplicationStep.Decline)
        {
            op.Tell(Application.BegunById, step == ApplicationStep.Agree ? "OfferAgreed" : "OfferDeclined", Application.AsApplication(), late: false,
                [Application.Enterprise.Name, Application.PolicyClause.Title, .. step == ApplicationStep.Agree ? [] : new[] { Application.Reason }]);
        }
    }

    /// <summary>Tells them something of it: the enterprise, the clause, and what more there is to say.</summary>
    public async Task TellAsync(Operation op, string kind, string? more, CancellationToken cancellation)
    {
        foreach (var account in await TellingAsync(op, [Application.EnterpriseId], cancellation))
        {
            op.Tell(account.AccountId, kind, Application.AsApplication(), late: false, [Application.Enterprise.Name, Application.PolicyClause.Title, .. more is null ? [] : new[] { more }]);
        }
    }

    /// <summary>Whom to tell of what concerns these enterprises: their people, and who serves them by name.</summary>
    public static async Task<IReadOnlyList<(long EnterpriseId, long AccountId)>> TellingAsync(Operation op, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation)
    {
        var ids = enterpriseIds.ToList();
        var people = await op.Db.Users.Where(a => a.EnterpriseId != null && ids.Contains(a.EnterpriseId.Value) && a.DisabledAt == null).Select(a => new { a.Id, a.EnterpriseId }).ToListAsync(cancellation);
        var told = people.ConvertAll(p => (p.EnterpriseId!.Value, p.Id));
        foreach (var room in op.House.Of<IServing>())
        {
            told.AddRange((await room.ServingAsync(op, ids)).SelectMany(s => s.Value.Accounts.Select(a => (s.Key, a))));
        }

        return told;
    }
}

/// <summary>Applications as subjects of notices.</summary>
internal static class ApplicationSubjects
{
    /// <summary>The application as notices name it; it is to have its key.</summary>
    public static Subject AsApplication(this ClauseApplication application) => new(nameof(ClauseApplication), application.Id);
}
