using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using static ServicePackage.Core.Setup.EnterpriseColumn;

namespace ServicePackage.Core.Setup;

/// <summary>
/// Takes in the roster (plan §二): the enterprises with their contact persons and butlers and, where an administrator imports, an account for each
/// contact person. Enterprises that are there already, by their credit code, stay as they are.
/// </summary>
public sealed class EnterpriseImport(OperationRunner operations, AccountService accounts) : SheetImport<EnterpriseColumn>(operations, accounts)
{
    private static readonly Dictionary<string, Enum> EnterpriseFields = new()
    {
        [nameof(NewEnterpriseInput.Name)] = Name,
        [nameof(NewEnterpriseInput.CreditCode)] = EnterpriseColumn.CreditCode,
        [nameof(NewEnterpriseInput.Tier)] = Tier,
        [nameof(NewEnterpriseInput.EconomicCityId)] = EconomicCity,
        [nameof(NewEnterpriseInput.ContactName)] = ContactName,
        [nameof(ContactPhone)] = ContactPhone,
    };

    private static readonly Dictionary<string, Enum> AccountFields = new()
    {
        [nameof(NewAccountInput.UserName)] = UserName,
        [nameof(NewAccountInput.DisplayName)] = ContactName,
        [nameof(NewAccountInput.Phone)] = ContactPhone,
        [nameof(NewAccountInput.Email)] = Email,
    };

    private protected override IReadOnlyCollection<EnterpriseColumn> Required => [Name, EnterpriseColumn.CreditCode, Tier, EconomicCity];

    private protected override Refusal? Refuse(Actor actor) => EnterpriseService.RefuseEntering(actor);

    private protected override async Task<SheetFile> TemplateAsync(Operation op, CancellationToken cancellation)
    {
        var cities = await CitiesAsync(op, cancellation);
        return await SheetTemplate.WriteAsync(Wording.Text("Import.Enterprises"), new Dictionary<EnterpriseColumn, IReadOnlyList<string>>
        {
            [Tier] = SheetTiers.Names,
            [EconomicCity] = [.. cities.Select(c => c.Name)],
        }, cancellation);
    }

    private protected override async Task PlayAsync(Operation op, IReadOnlyList<SheetLine<EnterpriseColumn>> lines, ImportRun run, CancellationToken cancellation)
    {
        var known = (await op.Db.Enterprises.VisibleTo(op).Select(e => e.CreditCode).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        var town = new Town(await CitiesAsync(op, cancellation), await PeopleAsync(op, cancellation));
        var served = new Dictionary<long, List<string>>();
        foreach (var line in lines)
        {
            if (known.Contains(Enterprises.CreditCode.Normalise(line[EnterpriseColumn.CreditCode])))
            {
                run.States[line.Number] = ImportState.Known;
                continue;
            }

            run.States[line.Number] = ImportState.New;
            await TakeAsync(op, line, run, town, served);
        }

        foreach (var (butler, names) in served)
        {
            if (names.Count == 1)
            {
                op.Tell(butler, "ButlerAssigned", null, late: false, names[0]);
            }
            else
            {
                op.Tell(butler, "CaseloadAssigned", null, late: false, names.Count.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private async Task TakeAsync(Operation op, SheetLine<EnterpriseColumn> line, ImportRun run, Town town, Dictionary<long, List<string>> served)
    {
        var city = town.Cities.Find(c => Same(c.Name, line[EconomicCity]) || Same(c.EnglishName, line[EconomicCity]));
        if (city is null && line[EconomicCity].Length > 0)
        {
            run.Refuse(line.Number, EconomicCity, new Refusal("Import.CityUnknown", line[EconomicCity]));
        }

        var input = new NewEnterpriseInput
        {
            Name = line[Name],
            CreditCode = line[EnterpriseColumn.CreditCode],
            Tier = SheetTiers.Of(line[Tier]) ?? (EnterpriseTier)(-1), // refused as one that was not chosen
            EconomicCityId = city?.Id ?? 0,
            ContactName = line[ContactName],
            ContactPhone = line[ContactPhone],
        };
        var entered = await EnterpriseService.EnterAsync(op, input);
        if (entered.Done)
        {
            run.Counts = run.Counts with { Enterprises = run.Counts.Enterprises + 1 };
        }
        else
        {
            run.Refuse(line.Number, entered.Refusal!, EnterpriseFields);
        }

        if (op.Actor.IsAdministrator && (line[ContactName].Length > 0 || line[UserName].Length > 0 || line[Email].Length > 0))
        {
            await AddAccountAsync(op, line, run, entered.Done ? entered.Value : null);
        }

        if (line[Butler].Length > 0 && city is not null && Enum.IsDefined(input.Tier))
        {
            await NameButlerAsync(op, line, run, town, served, input, entered.Done ? entered.Value : null);
        }
    }

    /// <summary>What is known of the contact person is not asked for twice.</summary>
    private async Task AddAccountAsync(Operation op, SheetLine<EnterpriseColumn> line, ImportRun run, Enterprise? enterprise)
    {
        var (password, hash) = run.SecretOf(line.Number);
        var input = new NewAccountInput
        {
            UserName = line[UserName].Length > 0 ? line[UserName] : Enterprises.CreditCode.Normalise(line[EnterpriseColumn.CreditCode]),
            DisplayName = line[ContactName],
            Phone = line[ContactPhone],
            Email = line[Email],
            EnterpriseId = enterprise?.Id ?? 0,
            Password = password,
        };
        var refusal = enterprise is not null ? (await Accounts.MakeAsync(op, input, hash)).Refusal : new NewAccountValidator().Refuse(input);
        if (refusal is null)
        {
            run.Accounts.Add(new FirstAccount(line.Number, TextRules.Kept(line[Name]), TextRules.Kept(line[ContactName]), PersonRules.NormaliseUserName(input.UserName), password));
            run.Counts = run.Counts with { Accounts = run.Counts.Accounts + 1 };
        }
        else if (enterprise is not null || line[UserName].Length > 0 || refusal.Field != nameof(input.UserName))
        {
            run.Refuse(line.Number, refusal, AccountFields); // a bad credit code is not named once more as a bad user name
        }
    }

    private static async Task NameButlerAsync(
        Operation op, SheetLine<EnterpriseColumn> line, ImportRun run, Town town, Dictionary<long, List<string>> served, NewEnterpriseInput input, Enterprise? enterprise)
    {
        var sought = line[Butler];
        var named = town.People.Where(p => Same(p.UserName, PersonRules.NormaliseUserName(sought)) || Same(p.Name, sought)).Select(p => p.Id).ToHashSet();
        var key = (input.Tier, input.EconomicCityId);
        if (!town.Candidates.TryGetValue(key, out var candidates))
        {
            town.Candidates[key] = candidates = [.. (await ButlerService.CandidatesAsync(op, input.Tier, input.EconomicCityId)).Select(c => c.AccountId)];
        }

        var fit = candidates.Where(named.Contains).ToList();
        var refusal = named.Count == 0 ? new Refusal("Import.ButlerUnknown", sought)
            : fit.Count == 0 ? ButlerService.Unfit(input.Tier, TextRules.Kept(input.Name))
            : fit.Count > 1 ? new Refusal("Import.ButlerAmbiguous", sought)
            : null;
        if (refusal is null && enterprise is not null)
        {
            refusal = (await ButlerService.NameFirstAsync(op, new ButlerInput { EnterpriseId = enterprise.Id, AccountId = fit[0] })).Refusal;
        }

        if (refusal is not null)
        {
            run.Refuse(line.Number, Butler, refusal);
        }
        else if (enterprise is not null)
        {
            (served.TryGetValue(fit[0], out var names) ? names : served[fit[0]] = []).Add(enterprise.Name);
            run.Counts = run.Counts with { Butlers = run.Counts.Butlers + 1 };
        }
    }

    private static bool Same(string one, string other) => one.Length > 0 && TextRules.Kept(one).Equals(TextRules.Kept(other), StringComparison.OrdinalIgnoreCase);

    private static Task<List<City>> CitiesAsync(Operation op, CancellationToken cancellation) => op.Db.Organisations
        .Where(o => o.Kind == OrganisationKind.EconomicCity && o.DisabledAt == null)
        .OrderBy(o => o.SortKey).Select(o => new City(o.Id, o.Name, o.EnglishName)).ToListAsync(cancellation);

    private static Task<List<Person>> PeopleAsync(Operation op, CancellationToken cancellation) => op.Db.Users
        .Where(a => a.EnterpriseId == null && a.DisabledAt == null)
        .Select(a => new Person(a.Id, a.UserName!, a.DisplayName)).ToListAsync(cancellation);

    private sealed record City(long Id, string Name, string EnglishName);

    private sealed record Person(long Id, string UserName, string Name);

    private sealed record Town(List<City> Cities, List<Person> People)
    {
        /// <summary>Who could be a butler, by tier and economic city: the same for all rows.</summary>
        public Dictionary<(EnterpriseTier, long), List<long>> Candidates { get; } = [];
    }
}
