using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>The doors of the enterprises' room.</summary>
public static class EnterpriseDoors
{
    public static Door Enterprises { get; } = new("Enterprises", op => op.Actor.EnterpriseId is null && (op.Actor.MeetsDemands || op.Actor.IsAdministrator));

    /// <summary>The yearly figures that a unit of the person certifies.</summary>
    public static Door Figures { get; } = new("Figures", async (op, cancellation) =>
        (await op.CertifiedCodesAsync(cancellation)).Any(c => FactCatalogue.Find(c) is { IsYearly: true }));

    /// <summary>The person's own enterprise.</summary>
    public static Door OwnEnterprise { get; } = new("OwnEnterprise", op => op.Actor.EnterpriseId is not null);

    /// <summary>The facts of the person's own enterprise.</summary>
    public static Door OwnFacts { get; } = new("OwnFacts", op => op.Actor.EnterpriseId is not null);
}
