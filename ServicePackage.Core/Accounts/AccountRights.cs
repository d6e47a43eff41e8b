using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Accounts;

/// <summary>What a person's posts let them do, in the words of the screens.</summary>
/// <param name="Pages">The names of the doors that open for them.</param>
/// <param name="Acts">What they can do beside, by what they are to it.</param>
public sealed record AccountRights(IReadOnlyList<string> Pages, IReadOnlyList<RightsAs> Acts)
{
    /// <summary>Makes the list from the same rules that open the pages and allow the acts.</summary>
    internal static async Task<AccountRights> OfAsync(Operation op, long accountId, CancellationToken cancellation = default)
    {
        var account = await op.Db.Users.Where(a => a.Id == accountId)
            .Select(a => new
            {
                a.DisplayName,
                a.EnterpriseId,
                Posts = a.Posts.Where(p => p.Organisation.DisabledAt == null)
                    .Select(p => new HeldPost(p.Kind, p.OrganisationId, p.Organisation.Kind)).ToList(),
            })
            .FirstAsync(cancellation);
        var they = new Operation(op.Db, new Actor(accountId, account.DisplayName, account.EnterpriseId, account.Posts), op.Now, op.House);
        var acts = new List<RightsAs>();
        foreach (var room in op.House.Of<IRights>())
        {
            acts.AddRange(await room.RightsAsync(they, cancellation));
        }

        return new AccountRights(await OpenDoors.ReadAsync(they, cancellation), acts);
    }
}
