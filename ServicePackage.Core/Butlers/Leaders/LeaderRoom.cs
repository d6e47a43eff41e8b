using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers;

/// <summary>What the leaders' part of the butlers' room gives to the house.</summary>
public sealed class LeaderRoom : ILeading, IContactNeed, IRecords, IDoors
{
    /// <summary>The list of leaders.</summary>
    public static Door Leaders { get; } = new("Leaders", op => LeaderService.MayOpen(op.Actor));

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [Leaders];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(Leader), op => op.Db.Leaders.Select(l => new RecordedName { Id = l.Id, Name = l.Name }), "Create", "LeaveOffice"),
        new RecordedKind(nameof(Enterprise), "NameLeader", "EndLeader", "HandOverLeader"),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<LeaderCard>>> LeadingAsync(Operation op, IReadOnlyCollection<long> enterpriseIds)
    {
        ArgumentNullException.ThrowIfNull(op);
        var ids = enterpriseIds.ToList();
        var rows = await op.Db.LeaderContacts.VisibleTo(op).On(op.Today).Where(c => EF.Parameter(ids).Contains(c.EnterpriseId))
            .Select(c => new { c.EnterpriseId, Card = new LeaderCard(c.LeaderId, c.Leader.Name, c.Leader.Title, c.Level, c.Leader.Phone, c.Leader.AccountId, c.From, c.Until) })
            .ToListAsync();
        return rows.GroupBy(r => r.EnterpriseId).ToDictionary(g => g.Key, IReadOnlyList<LeaderCard> (g) => [.. g.Select(r => r.Card).OrderBy(c => c.Level)]);
    }

    /// <inheritdoc/>
    public Expression<Func<Enterprise, bool>> LedBy(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        return LeaderScopes.LedBy(op);
    }

    /// <summary>A leader calls the enterprises they keep contact with (plan §五(一)).</summary>
    public Expression<Func<Enterprise, bool>> NeededNow(Operation op) => LedBy(op);

    /// <summary>The same: who kept contact once needs the contact person no more.</summary>
    public Expression<Func<Enterprise, bool>> NeededOnce(Operation op) => LedBy(op);
}
