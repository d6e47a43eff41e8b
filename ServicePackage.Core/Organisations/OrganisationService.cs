using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Organisations;

/// <summary>
/// The organisations of the procedure (plan §四). Everybody of the town reads them; the administrator sets them up, and the Centre the providers of
/// services. Who is of providers alone is not of the town.
/// </summary>
public sealed class OrganisationService(OperationRunner operations)
{
    /// <summary>The kinds of which a town has exactly one.</summary>
    public static readonly IReadOnlyList<OrganisationKind> OneOnly =
        [OrganisationKind.Centre, OrganisationKind.Leadership, OrganisationKind.Administration];

    /// <summary>A page of the list, by kind and name. Refused NotFound for enterprise users, who meet organisations on their demands alone.</summary>
    public Task<Outcome<Page<OrganisationRow>>> ListAsync(Caller caller, OrganisationFilter filter) =>
        operations.ReadAsync<Page<OrganisationRow>>(caller, async op =>
        {
            if (!IsOfTheTown(op.Actor))
            {
                return Refusal.NotFound;
            }

            var query = op.Db.Organisations
                .Where(o => (filter.Kind == null || o.Kind == filter.Kind) && (filter.WithDisabled || o.DisabledAt == null));
            var page = await query.InOrder().AsRows().PageAsync(filter.Skip, filter.Take);
            return page with { Items = await op.Db.WithSuccessorsAsync(page.Items) };
        });

    /// <summary>One organisation with its people. Refused NotFound for enterprise users.</summary>
    public Task<Outcome<OrganisationDetails>> GetAsync(Caller caller, long id) =>
        operations.ReadAsync<OrganisationDetails>(caller, async op =>
        {
            var row = IsOfTheTown(op.Actor) ? await op.Db.Organisations.Where(o => o.Id == id).AsRows().FirstOrDefaultAsync() : null;
            if (row is null)
            {
                return Refusal.NotFound;
            }

            var holders = await op.Db.Posts.Where(p => p.OrganisationId == id).Holders().ToListAsync();
            row = (await op.Db.WithSuccessorsAsync([row]))[0];
            return new OrganisationDetails(row, [.. holders.OrderBy(h => PostKinds.In(row.Kind).ToList().IndexOf(h.Post))], RefuseChange(op.Actor, row.Kind) is null, op.Actor.IsAdministrator);
        });

    /// <summary>The task force on one page (plan §五(五)). Refused NotFound for enterprise users.</summary>
    public Task<Outcome<TaskForce>> TaskForceAsync(Caller caller) =>
        operations.ReadAsync<TaskForce>(caller, async op =>
        {
            if (!IsOfTheTown(op.Actor))
            {
                return Refusal.NotFound;
            }

            var organisations = await op.Db.Organisations
                .Where(o => o.DisabledAt == null && o.Kind != OrganisationKind.Administration && o.Kind != OrganisationKind.Provider)
                .InOrder()
                .Select(o => new { o.Id, o.Name, o.EnglishName, o.Kind, o.Phone })
                .ToListAsync();
            var posts = await op.Db.Posts
                .Where(p => p.Account.DisabledAt == null && p.Organisation.DisabledAt == null)
                .Where(p => p.Kind == PostKind.GeneralLiaison || p.Kind == PostKind.CentreLead || p.Kind == PostKind.Dispatcher || p.Kind == PostKind.Liaison)
                .OrderBy(p => p.Account.SortKey).ThenBy(p => p.Id)
                .Select(p => new { p.OrganisationId, Holder = new PostHolder(p.AccountId, p.Account.DisplayName, p.Account.PhoneNumber ?? "", p.Kind) })
                .ToListAsync();
            var holders = posts.ToLookup(p => p.OrganisationId, p => p.Holder);
            var members = organisations
                .Where(o => o.Kind != OrganisationKind.Leadership)
                .Select(o => new TaskForceMember(o.Id, o.Name, o.EnglishName, o.Kind, o.Phone, [.. holders[o.Id]]))
                .ToList();
            return new TaskForce(
                [.. posts.Select(p => p.Holder).Where(h => h.Post == PostKind.GeneralLiaison)],
                members.Find(m => m.Kind == OrganisationKind.Centre),
                [.. members.Where(m => m.Kind != OrganisationKind.Centre)]);
        });

    /// <summary>
    /// Sets up an organisation and gives its key. Refused: not an administrator, nor the Centre for a provider; a name in use; a second Centre,
    /// leadership or administration; a provider whose nature is not said.
    /// </summary>
    public Task<Outcome<long>> CreateAsync(Caller caller, Guid commandId, NewOrganisationInput input) =>
        operations.ChangeAsync<long>(caller, commandId, async op => (await SetUpAsync(op, input)).To(o => o.Id));

    /// <summary>The same within a greater act, such as the import of a list.</summary>
    internal static async Task<Outcome<Organisation>> SetUpAsync(Operation op, NewOrganisationInput input)
    {
        if (RefuseChange(op.Actor, input.Kind) is { } notAllowed)
        {
            return notAllowed;
        }

        if (new NewOrganisationValidator().Refuse(input) is { } refusal)
        {
            return refusal;
        }

        if (OneOnly.Contains(input.Kind) && await op.Db.Organisations.AnyAsync(o => o.Kind == input.Kind))
        {
            return new Refusal("Organisation.OneOnly", input.Kind) { Field = nameof(input.Kind) };
        }

        var name = TextRules.Kept(input.Name);
        if (await op.Db.Organisations.AnyAsync(o => o.Name == name))
        {
            return NameTaken(name);
        }

        var organisation = new Organisation { Kind = input.Kind, Name = name, EnglishName = input.EnglishName.Trim(), Phone = PhoneNumber.Normalise(input.Phone), Nature = input.Kind == OrganisationKind.Provider ? input.Nature : null };
        op.Db.Organisations.Add(organisation);
        op.Note(organisation, "Create");
        await op.SaveAsync();
        return organisation;
    }

    /// <summary>Renames it or changes its English name, its telephone, and a provider's nature. Refused: not an administrator, nor the Centre for a provider; a name in use; stale.</summary>
    public Task<Outcome<Nothing>> ChangeAsync(Caller caller, Guid commandId, OrganisationInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, async (op, organisation) =>
        {
            if (new OrganisationValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var name = TextRules.Kept(input.Name);
            if (await op.Db.Organisations.AnyAsync(o => o.Name == name && o.Id != input.Id))
            {
                return NameTaken(name);
            }

            organisation.Name = name;
            organisation.EnglishName = input.EnglishName.Trim();
            organisation.Phone = PhoneNumber.Normalise(input.Phone);
            organisation.Nature = organisation.Kind == OrganisationKind.Provider ? input.Nature ?? organisation.Nature : null;
            op.Note(organisation, "Change");
            return null;
        });

    /// <summary>Takes it out of use. Refused: not an administrator; it has people or open duties; there must be one; stale.</summary>
    public Task<Outcome<Nothing>> DisableAsync(Caller caller, Guid commandId, long id, int version) =>
        ChangeOneAsync(caller, commandId, id, version, async (op, organisation) =>
        {
            if (organisation.DisabledAt is not null)
            {
                return Refusal.Stale;
            }

            await OrganisationLock.TakeAsync(op.Db, organisation.Id, CancellationToken.None);
            if (await OrganisationDuties.RefusalAsync(op, organisation) is { } refusal)
            {
                return refusal;
            }

            organisation.DisabledAt = op.Now;
            op.Note(organisation, "Disable");
            return null;
        });

    /// <summary>Takes it into use again. Refused: not an administrator; stale.</summary>
    public Task<Outcome<Nothing>> EnableAsync(Caller caller, Guid commandId, long id, int version) =>
        ChangeOneAsync(caller, commandId, id, version, (op, organisation) =>
        {
            organisation.DisabledAt = null;
            op.Note(organisation, "Enable");
            return Task.FromResult<Refusal?>(null);
        });

    private Task<Outcome<Nothing>> ChangeOneAsync(
        Caller caller, Guid commandId, long id, int version, Func<Operation, Organisation, Task<Refusal?>> change) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var organisation = await op.Db.Organisations.FirstOrDefaultAsync(o => o.Id == id);
            if (RefuseChange(op.Actor, organisation?.Kind) is { } notAllowed)
            {
                return notAllowed;
            }

            if (organisation is null)
            {
                return Refusal.NotFound;
            }

            if (organisation.Version != version)
            {
                return Refusal.Stale;
            }

            if (await change(op, organisation) is { } refusal)
            {
                return refusal;
            }

            organisation.Version++;
            return Nothing.Value;
        });

    internal static bool IsOfTheTown(Actor actor) => actor.EnterpriseId is null && !actor.IsOfProvidersAlone;

    internal static Refusal? RefuseChange(Actor actor, OrganisationKind? kind = null) =>
        actor.IsAdministrator || (kind == OrganisationKind.Provider && actor.IsCentre) ? null
        : !IsOfTheTown(actor) ? Refusal.NotFound
        : new Refusal("Organisation.AdministratorOnly");

    private static Refusal NameTaken(string name) =>
        new("Organisation.NameTaken", name) { Field = nameof(OrganisationInput.Name) };
}
