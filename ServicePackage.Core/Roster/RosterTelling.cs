using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Roster;

/// <summary>Tells those concerned: proposers when they can nominate, an enterprise that joins or leaves the roster, and who serves it.</summary>
internal static class RosterTelling
{
    /// <summary>Nominations are open: those who lead the units, departments and economic cities.</summary>
    public static async Task NominationsOpenAsync(Operation op, RosterYear year, CancellationToken cancellation)
    {
        var handling = op.Db.Organisations.CanHandle();
        var leading = await op.Db.Posts
            .Where(p => p.Account.DisabledAt == null && handling.Any(o => o.Id == p.OrganisationId) && (p.Kind == PostKind.Liaison || p.Kind == PostKind.Head || p.Kind == PostKind.GeneralManager))
            .Select(p => p.AccountId).Distinct().ToListAsync(cancellation);
        foreach (var accountId in leading)
        {
            op.Tell(accountId, "RosterNominations", new Subject(nameof(RosterYear), year.Id), late: false, RosterLimits.Of(year.Year));
        }
    }

    /// <summary>It joined: its people are welcomed with the card of who serves it, who is told as well.</summary>
    public static async Task JoinedAsync(Operation op, Enterprise enterprise, int year, CancellationToken cancellation)
    {
        var card = await CardAsync(op, enterprise);
        string[] arguments = [RosterLimits.Of(year), $"@EnterpriseTier.{enterprise.Tier}", card?.Name ?? "", card?.Phone ?? ""];
        await PeopleAsync(op, enterprise, card switch { null or { IsStandIn: true } => "RosterJoinedUnserved", { Phone.Length: 0 } => "RosterJoinedByName", _ => "RosterJoined" }, arguments, cancellation);
        foreach (var serving in card?.Accounts ?? [])
        {
            op.Tell(serving, "RosterJoinedServed", About(enterprise), late: false, enterprise.Name, RosterLimits.Of(year), $"@EnterpriseTier.{enterprise.Tier}");
        }
    }

    /// <summary>It left: its people are told why and what remains open to them; so is who served it.</summary>
    public static async Task LeftAsync(Operation op, Enterprise enterprise, string reason, CancellationToken cancellation)
    {
        var within = reason.TrimEnd('。', '.', '．');
        await PeopleAsync(op, enterprise, "RosterLeft", [$"{op.Today:yyyy-MM-dd}", within], cancellation);
        foreach (var serving in (await CardAsync(op, enterprise))?.Accounts ?? [])
        {
            op.Tell(serving, "RosterLeftServed", About(enterprise), late: false, enterprise.Name, $"{op.Today:yyyy-MM-dd}", within);
        }
    }

    private static async Task PeopleAsync(Operation op, Enterprise enterprise, string kind, string[] arguments, CancellationToken cancellation)
    {
        foreach (var accountId in await op.Db.Users.Where(a => a.EnterpriseId == enterprise.Id && a.DisabledAt == null).Select(a => a.Id).ToListAsync(cancellation))
        {
            op.Tell(accountId, kind, About(enterprise), late: false, arguments);
        }
    }

    private static async Task<ButlerCard?> CardAsync(Operation op, Enterprise enterprise)
    {
        await op.SaveAsync(); // who serves it follows from its tier and its city
        return (await op.ServersAsync([enterprise.Id])).GetValueOrDefault(enterprise.Id);
    }

    private static Subject About(Enterprise enterprise) => new(nameof(Enterprise), enterprise.Id);
}
