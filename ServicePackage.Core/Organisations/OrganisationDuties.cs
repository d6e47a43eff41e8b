using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Organisations;

/// <summary>So much of one thing that an organisation still owes: it cannot be disabled before, and a merger passes it on.</summary>
/// <param name="Name">What: Leads, Tasks, Enterprises …; the screens name it.</param>
/// <param name="Count">How much.</param>
public sealed record Duty(string Name, int Count)
{
    /// <summary>What it says where the organisation is to be disabled; null where it does not stand against that.</summary>
    public Refusal? Against { get; init; }

    /// <summary>A duty that says "Organisation.Has" and its name, with its number, where there is any.</summary>
    public static Duty Of(string name, int count) => new(name, count) { Against = count > 0 ? new Refusal($"Organisation.Has{name}", count) : null };
}

/// <summary>A room in which organisations have duties.</summary>
public interface IOrganisationDuties : IRoom
{
    /// <summary>What the organisation owes there at this moment.</summary>
    Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation);
}

/// <summary>What an organisation still owes in every room.</summary>
public static class OrganisationDuties
{
    /// <summary>Why it cannot be disabled: Organisation.Indispensable, or Organisation.HasDuties with one part for each kind of duty; null when nothing is left.</summary>
    public static async Task<Refusal?> RefusalAsync(Operation op, Organisation organisation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (OrganisationService.OneOnly.Contains(organisation.Kind))
        {
            return new Refusal("Organisation.Indispensable", organisation.Kind);
        }

        var parts = (await CountAsync(op, organisation.Id, cancellation)).Select(d => d.Against).OfType<Refusal>().ToList();
        return parts.Count == 0 ? null : new Refusal("Organisation.HasDuties") { Details = parts };
    }

    /// <summary>Counts what the organisation owes at this moment, the highest room first.</summary>
    internal static async Task<IReadOnlyList<Duty>> CountAsync(Operation op, long id, CancellationToken cancellation = default)
    {
        var duties = new List<Duty>();
        foreach (var room in op.House.Of<IOrganisationDuties>().Reverse())
        {
            duties.AddRange(await room.CountAsync(op, id, cancellation));
        }

        return duties;
    }

    /// <summary>The people in use who hold a post here.</summary>
    internal static async Task<IReadOnlyList<Duty>> PeopleAsync(Operation op, long id, CancellationToken cancellation) =>
        [Duty.Of("People", await op.Db.Posts.Where(p => p.OrganisationId == id && p.Account.DisabledAt == null).Select(p => p.AccountId).Distinct().CountAsync(cancellation))];
}
