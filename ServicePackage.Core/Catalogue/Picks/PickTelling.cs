using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Catalogue;

/// <summary>What notices of a pick ask their reader to see to.</summary>
internal static class PickAsks
{
    /// <summary>The provider is to accept or decline it.</summary>
    public const string Answer = "PickAnswer";

    /// <summary>The enterprise is to rate what was given.</summary>
    public const string Rating = "PickRating";

    /// <summary>The Centre is to see to a bad rating.</summary>
    public const string FollowUp = "PickFollowUp";
}

/// <summary>Tells those concerned of what becomes of a pick, and lets the notices that asked for it stop asking.</summary>
internal static class PickTelling
{
    /// <summary>Asks the provider's people for an answer; the Centre where it has none with an account.</summary>
    public static async Task AskForAnswerAsync(Operation op, Pick pick, long providerId, string title, string enterprise, CancellationToken cancellation)
    {
        foreach (var accountId in await ProvidersAsync(op, providerId, cancellation))
        {
            op.Tell(accountId, $"Asked.{PickAsks.Answer}", AsPick(pick), late: false, title, enterprise);
        }
    }

    /// <summary>Tells of a step; the pick has its service, its version and its enterprise loaded.</summary>
    public static async Task TellAsync(Operation op, Pick pick, PickStep step, CancellationToken cancellation)
    {
        var (title, enterprise, provider) = (pick.ServiceVersion.Title, pick.Enterprise.Name, pick.Service.Provider.Name);
        switch (step)
        {
            case PickStep.Accept or PickStep.Decline:
                await SettleAsync(op, pick, PickAsks.Answer, isDone: true, cancellation);
                await EnterpriseAsync(op, pick, step == PickStep.Accept ? "PickAccepted" : "PickDeclined", cancellation, title, provider);
                break;
            case PickStep.Deliver:
                await EnterpriseAsync(op, pick, $"Asked.{PickAsks.Rating}", cancellation, title, provider);
                break;
            case PickStep.Rate:
                await SettleAsync(op, pick, PickAsks.Rating, isDone: true, cancellation);
                foreach (var accountId in await PickAccess.PeopleOf(op, pick.Service.ProviderId).ToListAsync(cancellation))
                {
                    op.Tell(accountId, "PickRated", AsPick(pick), late: false, title, enterprise, $"@RatingLevel.{pick.Rating}");
                }

                foreach (var accountId in RatingScopes.IsBad.Holds(pick.Rating) ? await CentreAsync(op, cancellation) : [])
                {
                    op.Tell(accountId, $"Asked.{PickAsks.FollowUp}", AsPick(pick), late: false, title, enterprise, $"@RatingLevel.{pick.Rating}");
                }

                break;
            case PickStep.Withdraw:
                await SettleAsync(op, pick, PickAsks.Answer, isDone: false, cancellation);
                foreach (var accountId in await ProvidersAsync(op, pick.Service.ProviderId, cancellation))
                {
                    op.Tell(accountId, "PickWithdrawn", AsPick(pick), late: false, title, enterprise);
                }

                break;
            case PickStep.FollowUp:
                await SettleAsync(op, pick, PickAsks.FollowUp, isDone: true, cancellation);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, null);
        }
    }

    /// <summary>Tells the people of an enterprise something.</summary>
    public static async Task EnterpriseAsync(Operation op, long enterpriseId, string kind, Subject about, CancellationToken cancellation, params string[] arguments)
    {
        foreach (var accountId in await op.Db.Users.Where(a => a.EnterpriseId == enterpriseId && a.DisabledAt == null).Select(a => a.Id).ToListAsync(cancellation))
        {
            op.Tell(accountId, kind, about, late: false, arguments);
        }
    }

    private static Task EnterpriseAsync(Operation op, Pick pick, string kind, CancellationToken cancellation, params string[] arguments) =>
        EnterpriseAsync(op, pick.EnterpriseId, kind, AsPick(pick), cancellation, arguments);

    private static async Task<IReadOnlyList<long>> ProvidersAsync(Operation op, long providerId, CancellationToken cancellation) =>
        await PickAccess.PeopleOf(op, providerId).ToListAsync(cancellation) is { Count: > 0 } people ? people : await CentreAsync(op, cancellation);

    private static async Task<IReadOnlyList<long>> CentreAsync(Operation op, CancellationToken cancellation) =>
        await op.Db.Posts.PeopleOfTheCentre().ToListAsync(cancellation);

    private static Task SettleAsync(Operation op, Pick pick, string asked, bool isDone, CancellationToken cancellation) =>
        NoticeAsking.SettleAsync(op, AsPick(pick), [asked], accounts: null, isDone, cancellation);

    /// <summary>The pick as notices name it; it is to have its key.</summary>
    private static Subject AsPick(Pick pick) => new(nameof(Pick), pick.Id);
}
