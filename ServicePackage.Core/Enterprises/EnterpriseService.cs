using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>The files of the key enterprises (plan §二). The Centre keeps them; the administrator can enter them, so that a town can be set up.</summary>
public sealed class EnterpriseService(OperationRunner operations)
{
    /// <summary>A page of the enterprises the caller sees, by name, with their butlers.</summary>
    public Task<Outcome<Page<EnterpriseRow>>> ListAsync(Caller caller, EnterpriseFilter filter) =>
        operations.ReadAsync<Page<EnterpriseRow>>(caller, async op =>
        {
            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            var page = await (await op.MatchingAsync(filter))
                .OrderBy(e => e.SortKey).ThenBy(e => e.Id)
                .Select(e => new EnterpriseRow(
                    e.Id, e.Name, e.CreditCode, e.Tier, e.EconomicCity.Name, e.EconomicCity.EnglishName, e.LeftRosterOn, null))
                .PageAsync(filter.Skip, filter.Take);
            var ids = page.Items.Select(e => e.Id).ToList();
            var (butlers, titles) = (await op.ServersAsync(ids), await op.TitlesOfAsync(ids));
            return page with { Items = [.. page.Items.Select(e => e with { Butler = butlers.GetValueOrDefault(e.Id), Titles = titles.GetValueOrDefault(e.Id, []) })] };
        });

    /// <summary>What the list can be narrowed to, and whether the caller may enter an enterprise.</summary>
    public Task<Outcome<EnterpriseChoices>> ChoicesAsync(Caller caller) =>
        operations.ReadAsync<EnterpriseChoices>(caller, async op =>
        {
            var mayCreate = EnterpriseAccess.MayEnter(op.Actor);
            var seen = op.Db.Enterprises.VisibleTo(op);
            var cities = await op.Db.Organisations
                .Where(o => o.Kind == OrganisationKind.EconomicCity && (mayCreate ? o.DisabledAt == null : seen.Any(e => e.EconomicCityId == o.Id)))
                .OrderBy(o => o.SortKey)
                .Select(o => new CityChoice(o.Id, o.Name, o.EnglishName))
                .ToListAsync();
            return new EnterpriseChoices(cities, mayCreate);
        });

    /// <summary>
    /// One enterprise's file, with the contact person as <see cref="ContactPersonAccess"/> says.
    /// Refused NotFound where the caller does not see it.
    /// </summary>
    public Task<Outcome<EnterpriseDetails>> GetAsync(Caller caller, long id) =>
        operations.ReadAsync<EnterpriseDetails>(caller, async op =>
        {
            var enterprise = await op.Db.Enterprises.VisibleTo(op).Include(e => e.EconomicCity).FirstOrDefaultAsync(e => e.Id == id);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            var (contact, butler) = (await op.SeeContactPersonAsync(id), (await op.ServersAsync([id])).GetValueOrDefault(id));
            var people = await op.Db.Users.Where(a => a.EnterpriseId == id)
                .OrderBy(a => a.SortKey).ThenBy(a => a.Id)
                .Select(a => new EnterprisePerson(a.Id, a.DisplayName, contact ? a.PhoneNumber : null, a.DisabledAt != null))
                .ToListAsync();
            return new EnterpriseDetails(
                enterprise.Id, enterprise.Version, enterprise.Name, enterprise.CreditCode, enterprise.Tier, (await op.TitlesOfAsync([id])).GetValueOrDefault(id, []),
                enterprise.EconomicCityId, enterprise.EconomicCity.Name, enterprise.EconomicCity.EnglishName, enterprise.Address,
                contact ? new ContactPerson(enterprise.ContactName, enterprise.ContactPhone) : null,
                enterprise.OnRosterFrom, enterprise.LeftRosterOn, butler, people,
                EnterpriseAccess.RightsOf(op.Actor, enterprise) with
                {
                    AssignButler = op.House.Of<IServing>().Any(r => r.MayAssign(op.Actor, isFirst: butler is null or { IsStandIn: true })),
                    Serve = (await op.FactRightsAsync(id, CancellationToken.None)).SeesCommercial,
                })
            {
                EarlierNames = await op.Db.EarlierNames.Where(n => n.EnterpriseId == id).OrderByDescending(n => n.Id).Select(n => new NameBefore(n.Name, n.Until)).ToListAsync(),
            };
        });

    /// <summary>Enters an enterprise and gives its key; titles that are ticked are of unknown dates until somebody tells them. Refused: who may not; a bad or used credit code; no such economic city; a day to come.</summary>
    public Task<Outcome<long>> CreateAsync(Caller caller, Guid commandId, NewEnterpriseInput input) =>
        operations.ChangeAsync<long>(caller, commandId, async op => (await EnterAsync(op, input)).To(e => e.Id));

    /// <summary>The same within a greater act, such as the import of a list; why it is on the roster where that is said.</summary>
    internal static async Task<Outcome<Enterprise>> EnterAsync(Operation op, NewEnterpriseInput input, string reason = "")
    {
        if (RefuseEntering(op.Actor) is { } notAllowed)
        {
            return notAllowed;
        }

        if (new NewEnterpriseValidator().Refuse(input) is { } refusal)
        {
            return refusal;
        }

        var code = CreditCode.Normalise(input.CreditCode);
        if (await RefuseCodeAsync(op, code, 0) is { } taken)
        {
            return taken;
        }

        if (await RefuseCityAsync(op, input.EconomicCityId) is { } city)
        {
            return city;
        }

        var from = input.OnRosterFrom ?? op.Today;
        if (RosterRules.RefuseDay(from, op.Today) is { } day)
        {
            return day with { Field = nameof(input.OnRosterFrom) };
        }

        var enterprise = new Enterprise
        {
            Name = TextRules.Kept(input.Name),
            CreditCode = code,
            Tier = input.Tier,
            EconomicCityId = input.EconomicCityId,
            Address = input.Address.Trim(),
            ContactName = TextRules.Kept(input.ContactName),
            ContactPhone = PhoneNumber.Normalise(input.ContactPhone),
            OnRosterFrom = from,
        };
        op.Db.Enterprises.Add(enterprise);
        RosterTurns.Begin(op, enterprise, reason);
        op.Note(enterprise, "Create");
        await op.SaveAsync();
        op.Db.EnterpriseListItems.AddRange(input.Titles.Select(kind => new EnterpriseListItem
        {
            EnterpriseId = enterprise.Id,
            List = ListCatalogue.Title,
            Kind = kind,
            Standing = FactStanding.Checked,
            RecordedAt = op.Now,
            RecordedById = op.ActorId,
        }));
        return enterprise;
    }

    /// <summary>Who may not enter enterprises.</summary>
    internal static Refusal? RefuseEntering(Actor actor) =>
        EnterpriseAccess.MayEnter(actor) ? null : actor.EnterpriseId is null ? new Refusal("Enterprise.CentreOnly") : Refusal.NotFound;

    /// <summary>Changes its facts. Refused: who may not; no such economic city; stale. A change of tier or city leaves the butler as it is.</summary>
    public Task<Outcome<Nothing>> ChangeAsync(Caller caller, Guid commandId, EnterpriseInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, r => r.Change, async (op, enterprise) =>
        {
            if (new EnterpriseValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (input.EconomicCityId != enterprise.EconomicCityId && await RefuseCityAsync(op, input.EconomicCityId) is { } city)
            {
                return city;
            }

            if (input.Tier != enterprise.Tier)
            {
                await RosterRules.ChangeTierAsync(op, enterprise, input.Tier);
            }

            EnterpriseNaming.Rename(op, enterprise, input.Name);
            enterprise.EconomicCityId = input.EconomicCityId;
            enterprise.Address = input.Address.Trim();
            op.Note(enterprise, "Change");
            return null;
        });

    /// <summary>
    /// Corrects the contact person: the Centre, the staff of its economic city, its own people. Refused: anybody else; stale.
    /// </summary>
    public Task<Outcome<Nothing>> ChangeContactPersonAsync(Caller caller, Guid commandId, ContactPersonInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, r => r.ChangeContactPerson, (op, enterprise) =>
        {
            if (new ContactPersonValidator().Refuse(input) is { } refusal)
            {
                return Task.FromResult<Refusal?>(refusal);
            }

            enterprise.ContactName = TextRules.Kept(input.ContactName);
            enterprise.ContactPhone = PhoneNumber.Normalise(input.ContactPhone);
            op.Note(enterprise, "ChangeContact");
            return Task.FromResult<Refusal?>(null);
        });

    /// <summary>Corrects a credit code that was entered wrongly, with the reason in the history. The Centre alone. Refused: a bad or used code; stale.</summary>
    public Task<Outcome<Nothing>> CorrectCreditCodeAsync(Caller caller, Guid commandId, CreditCodeInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, r => r.CorrectCode, async (op, enterprise) =>
        {
            if (new CreditCodeValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var code = CreditCode.Normalise(input.CreditCode);
            if (await RefuseCodeAsync(op, code, enterprise.Id) is { } taken)
            {
                return taken;
            }

            enterprise.CreditCode = code;
            op.Note(enterprise, "CorrectCreditCode", new { Reason = input.Reason.Trim() });
            return null;
        });

    /// <summary>
    /// Takes it off the roster: it keeps its open demands until they end and raises no new ones (docs/procedure.md). Refused: not on it; a
    /// day to come or before it joined; stale.
    /// </summary>
    public Task<Outcome<Nothing>> LeaveRosterAsync(Caller caller, Guid commandId, RosterInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, r => r.Change, (op, enterprise) =>
            RosterRules.LeaveAsync(op, enterprise, input));

    /// <summary>Puts it on the roster again. Refused: still on it; a day to come or before it left; stale.</summary>
    public Task<Outcome<Nothing>> RejoinRosterAsync(Caller caller, Guid commandId, RosterInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, r => r.Change, (op, enterprise) =>
            Task.FromResult(RosterRules.Rejoin(op, enterprise, input)));

    private Task<Outcome<Nothing>> ChangeOneAsync(
        Caller caller, Guid commandId, long id, int version, Func<EnterpriseRights, bool> may, Func<Operation, Enterprise, Task<Refusal?>> change) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == id);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            if (!may(EnterpriseAccess.RightsOf(op.Actor, enterprise)))
            {
                return new Refusal("Enterprise.CentreOnly");
            }

            if (enterprise.Version != version)
            {
                return Refusal.Stale;
            }

            if (await change(op, enterprise) is { } refusal)
            {
                return refusal;
            }

            enterprise.Version++;
            return Nothing.Value;
        });

    private static async Task<Refusal?> RefuseCodeAsync(Operation op, string code, long id)
    {
        var other = await op.Db.Enterprises.Where(e => e.CreditCode == code && e.Id != id).Select(e => e.Name).FirstOrDefaultAsync();
        return other is null ? null : new Refusal("Enterprise.CodeTaken", other) { Field = nameof(NewEnterpriseInput.CreditCode) };
    }

    private static async Task<Refusal?> RefuseCityAsync(Operation op, long cityId) =>
        await op.Db.Organisations.AnyAsync(o => o.Id == cityId && o.Kind == OrganisationKind.EconomicCity && o.DisabledAt == null)
            ? null
            : new Refusal("Enterprise.CityMissing") { Field = nameof(EnterpriseInput.EconomicCityId) };
}
