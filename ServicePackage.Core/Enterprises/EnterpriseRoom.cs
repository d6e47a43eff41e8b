using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises.Demo;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Enterprises;

/// <summary>What the enterprises' room gives to the house.</summary>
public sealed class EnterpriseRoom : ISubjects, IDoors, IFinds, IOrganisationDuties, IMerges, IRecords, ISeeds
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new EnterpriseSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [EnterpriseDoors.Enterprises, EnterpriseDoors.Figures, EnterpriseDoors.OwnEnterprise, EnterpriseDoors.OwnFacts];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(Enterprise), op => op.Db.Enterprises.Select(e => new RecordedName { Id = e.Id, Name = e.Name }),
            "Create", "ChangeContact", "CorrectCreditCode", "LeaveRoster", "RejoinRoster", "StayOnRoster", "RenameEnterprise", "RecordFact", "TakeBackFact",
            "RecordListItem", "CorrectListItem", "TakeBackListItem", "DeclareListComplete", "UndeclareList", ContactPersonAccess.Look),
        new RecordedKind(nameof(Organisation), "ChooseCertifiedFacts"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => [.. new Figures(stage).Scenes(), new Holdings(stage).Scene()];

    /// <summary>Found by name as it is read, by credit code, and by the contact person's telephone where that is open to the reader.</summary>
    public async Task<IReadOnlyList<FoundRow>> FindAsync(Operation op, string text, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var called = op.CalledAt(text).Select(e => e.Id);
        var named = (await op.MatchingAsync(new EnterpriseFilter(text, Roster: RosterFilter.All), cancellation)).Select(e => e.Id);
        return await op.Db.Enterprises.VisibleTo(op).Where(e => named.Contains(e.Id) || called.Contains(e.Id))
            .OrderBy(e => e.SortKey).ThenBy(e => e.Id).Take(most)
            .Select(e => new FoundRow(new SubjectName { Kind = nameof(Enterprise), Id = e.Id, Title = e.Name }, "", "", e.Tier))
            .ToListAsync(cancellation);
    }

    /// <summary>The enterprises that belong to an economic city.</summary>
    public async Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        return [Duty.Of("Enterprises", await op.Db.Enterprises.CountAsync(e => e.EconomicCityId == organisationId, cancellation))];
    }

    /// <inheritdoc/>
    public string Passes => nameof(Enterprise);

    /// <inheritdoc/>
    public async Task<int> PassAsync(Operation op, Organisation from, Organisation into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        var enterprises = await op.Db.Enterprises.Where(e => e.EconomicCityId == from.Id).ToListAsync(cancellation);
        foreach (var enterprise in enterprises)
        {
            enterprise.EconomicCityId = into.Id;
            enterprise.Version++;
        }

        var certified = await op.Db.CertifiedFacts.Where(c => c.OrganisationId == from.Id || c.OrganisationId == into.Id).ToListAsync(cancellation);
        foreach (var fact in certified.Where(c => c.OrganisationId == from.Id))
        {
            if (certified.Exists(c => c.OrganisationId == into.Id && c.Code == fact.Code))
            {
                op.Db.CertifiedFacts.Remove(fact);
            }
            else
            {
                fact.OrganisationId = into.Id;
            }
        }

        return enterprises.Count;
    }
}

/// <summary>Enterprises as subjects.</summary>
internal sealed class EnterpriseSubject : SubjectKind
{
    public override string Kind => nameof(Enterprise);

    public override IQueryable<SubjectName> VisibleTo(Operation op) =>
        op.Db.Enterprises.VisibleTo(op).Select(e => new SubjectName { Kind = nameof(Enterprise), Id = e.Id, Title = e.Name });
}
