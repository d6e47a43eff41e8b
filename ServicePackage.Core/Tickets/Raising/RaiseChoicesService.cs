using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>A topic to choose.</summary>
public sealed record TopicChoice(long Id, string Name, string EnglishName);

/// <summary>An enterprise to raise a demand for.</summary>
public sealed record EnterpriseChoice(long Id, string Name, string ContactName, string ContactPhone);

/// <summary>What the form for raising a demand begins with.</summary>
/// <param name="OnBehalf">Whether the reader raises for somebody else.</param>
/// <param name="Own">The reader's own enterprise, where there is one.</param>
/// <param name="Topics">The topics.</param>
public sealed record RaiseChoices(bool OnBehalf, EnterpriseChoice? Own, IReadOnlyList<TopicChoice> Topics);

/// <summary>Reads what the form for raising a demand offers.</summary>
public sealed class RaiseChoicesService(OperationRunner operations)
{
    private const int MostEnterprises = 20;

    /// <summary>The beginning of the form. NotFound for readers who raise no demands.</summary>
    public Task<Outcome<RaiseChoices>> BeginAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<RaiseChoices>(caller, async op =>
        {
            var onBehalf = op.Actor.EnterpriseId is null;
            if (!await MayRaiseAsync(op, cancellation))
            {
                return Refusal.NotFound;
            }

            var own = onBehalf ? null : await Choices(op, op.Db.Enterprises.VisibleTo(op)).FirstOrDefaultAsync(cancellation);
            var topics = await op.Db.Topics.OrderBy(t => t.Order).Select(t => new TopicChoice(t.Id, t.Name, t.EnglishName)).ToListAsync(cancellation);
            return new RaiseChoices(onBehalf, own, topics);
        }, cancellation);

    /// <summary>The enterprises on the current roster that the reader serves, by a part of their name or its reading; the first twenty.</summary>
    public Task<Outcome<IReadOnlyList<EnterpriseChoice>>> EnterprisesAsync(Caller caller, string text, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<EnterpriseChoice>>(caller, async op =>
        {
            var named = await Serving(op).NamedAsync(text, cancellation: cancellation);
            return await Choices(op, named.OrderBy(e => e.SortKey).ThenBy(e => e.Id)).Take(MostEnterprises).ToListAsync(cancellation);
        }, cancellation);

    /// <summary>One enterprise for which the reader can raise a demand, as the form takes it. NotFound for one that is not on the roster or that the reader does not serve.</summary>
    public Task<Outcome<EnterpriseChoice>> EnterpriseAsync(Caller caller, long enterpriseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<EnterpriseChoice>(caller, async op =>
            await Choices(op, Serving(op).Where(e => e.Id == enterpriseId)).FirstOrDefaultAsync(cancellation) is { } found ? found : Refusal.NotFound, cancellation);

    /// <summary>Whether the actor raises demands at all: for its own enterprise, or for one it serves.</summary>
    internal static async Task<bool> MayRaiseAsync(Operation op, CancellationToken cancellation) =>
        op.Actor.EnterpriseId is not null || await Serving(op).AnyAsync(cancellation);

    private static IQueryable<EnterpriseChoice> Choices(Operation op, IQueryable<Enterprise> enterprises) =>
        enterprises.Select(op.ContactPersonOpen(), (e, open) => new EnterpriseChoice(e.Id, e.Name, e.ContactName, open ? e.ContactPhone : ""));

    private static IQueryable<Enterprise> Serving(Operation op)
    {
        var (me, cities, centre, serving) = (op.Actor.AccountId, EnterpriseAccess.CitiesOf(op.Actor), op.Actor.IsCentre, op.Db.ServingOn(op.Today));
        return op.Db.Enterprises.VisibleTo(op)
            .OnRoster(op.Today)
            .Where(e => centre || cities.Contains(e.EconomicCityId)
                || serving.Any(s => s.EnterpriseId == e.Id && s.AccountId == me));
    }
}
