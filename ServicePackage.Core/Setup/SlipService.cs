using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Setup;

/// <summary>Somebody whose first password was not changed yet.</summary>
/// <param name="Id">The account.</param>
/// <param name="Version">The version shown.</param>
/// <param name="Of">The enterprise, or the organisations in which posts are held; empty without.</param>
/// <param name="Name">The person's name.</param>
/// <param name="UserName">The name to sign in with.</param>
public sealed record SlipOffer(long Id, int Version, string Of, string Name, string UserName);

/// <summary>What came of making slips anew.</summary>
/// <param name="Made">The slips.</param>
/// <param name="Left">The names of those who have signed in meanwhile, or whose account was changed: they keep their password.</param>
/// <param name="Trouble">What ended it before all were gone through, such as a store that takes nothing; the slips made before it hold. Null when all were.</param>
public sealed record SlipsMade(IReadOnlyList<FirstAccount> Made, IReadOnlyList<string> Left, Refusal? Trouble = null);

/// <summary>Makes the slips of first passwords anew, where they were lost before they were handed over.</summary>
public sealed class SlipService(OperationRunner operations, AccountService accounts)
{
    /// <summary>The most slips of one go.</summary>
    public const int Most = 500;

    /// <summary>
    /// Those in use who must still change their first password, by name: enterprise users alone, the town's people alone, or both. The first
    /// <see cref="Most"/> of them. NotFound for anybody but an administrator.
    /// </summary>
    public Task<Outcome<IReadOnlyList<SlipOffer>>> OfferAsync(Caller caller, bool? ofEnterprises = null, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<SlipOffer>>(caller, async op =>
        {
            if (!op.Actor.IsAdministrator)
            {
                return Refusal.NotFound;
            }

            var rows = await op.Db.Users
                .Where(a => a.MustChangePassword && a.DisabledAt == null && (ofEnterprises == null || a.EnterpriseId != null == ofEnterprises))
                .OrderBy(a => a.SortKey).ThenBy(a => a.Id).Take(Most)
                .Select(a => new { a.Id, a.Version, a.DisplayName, a.UserName, Enterprise = a.Enterprise == null ? null : a.Enterprise.Name, Where = a.Posts.OrderBy(p => p.Id).Select(p => p.Organisation.Name).ToList() })
                .ToListAsync(cancellation);
            return rows.ConvertAll(a => new SlipOffer(a.Id, a.Version, a.Enterprise ?? string.Join(Words.Wording.Text("Import.Separator"), a.Where.Distinct()), a.DisplayName, a.UserName!));
        }, cancellation);

    /// <summary>
    /// Gives each a new first password, which makes the earlier slip void, and gives the slips: the passwords are kept nowhere else. Each account is
    /// changed by itself; whoever has changed the password meanwhile keeps it and is named. Ends at the first other refusal with what was made. NotFound for anybody but an administrator.
    /// </summary>
    /// <param name="caller">An administrator.</param>
    /// <param name="chosen">Those offered.</param>
    /// <param name="progress">Hears how many were gone through.</param>
    /// <param name="cancellation">Stops after the one at hand; what was made is given.</param>
    public async Task<Outcome<SlipsMade>> RenewAsync(Caller caller, IReadOnlyList<SlipOffer> chosen, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if ((await operations.ReadAsync<Nothing>(caller, op => Task.FromResult<Outcome<Nothing>>(op.Actor.IsAdministrator ? Nothing.Value : Refusal.NotFound), cancellation)).Refusal is { } refusal)
        {
            return refusal;
        }

        List<FirstAccount> made = [];
        List<string> left = [];
        foreach (var offer in chosen.DistinctBy(o => o.Id).Take(Most).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var password = FirstPasswordMaker.Make();
            var input = new PasswordInput { Id = offer.Id, Version = offer.Version, Password = password };
            var outcome = await Task.Run(() => accounts.ResetPasswordAsync(caller, Guid.NewGuid(), input, onlyFirst: true), CancellationToken.None); // hashing is slow on purpose
            if (outcome.Done)
            {
                made.Add(new FirstAccount(made.Count + 1, offer.Of, offer.Name, offer.UserName, password));
            }
            else if (outcome.Refusal == Refusal.Stale)
            {
                left.Add(offer.Name);
            }
            else
            {
                return new SlipsMade(made, left, outcome.Refusal);
            }

            progress?.Report(made.Count + left.Count);
        }

        return new SlipsMade(made, left);
    }
}
