using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Demo;

/// <summary>Sets the demo town up as an administrator would: organisations, people, enterprises, butlers.</summary>
internal sealed class Founding(IServiceProvider services, CommandIds commands, IReadOnlyList<Firm> firms)
{
    private static readonly DateOnly RosterBegins = new(2024, 1, 2);

    /// <summary>The organisations by their names.</summary>
    public Dictionary<string, long> Offices { get; } = [];

    private readonly AccountService _accounts = services.GetRequiredService<AccountService>();
    private int _phones;
    private Caller _administrator;

    /// <summary>The accounts by their keys.</summary>
    public Dictionary<string, long> People { get; } = [];

    /// <summary>The enterprises by their keys.</summary>
    public Dictionary<string, long> Firms { get; } = [];

    /// <summary>The telephones of the enterprises' contact persons.</summary>
    public Dictionary<string, string> FirmPhones { get; } = [];

    public async Task RunAsync(CancellationToken cancellation)
    {
        await AdministratorAsync();
        await OfficesAsync();
        foreach (var person in Cast.Leading)
        {
            await PersonAsync(person);
        }

        cancellation.ThrowIfCancellationRequested();
        await FirmsAsync();
        foreach (var person in Cast.Others)
        {
            await PersonAsync(person);
        }

        await ButlersAsync();
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancellation);
        await db.Users.ExecuteUpdateAsync(a => a.SetProperty(x => x.MustChangePassword, false), cancellation); // nobody signs in to the demo town with a secret
    }

    private async Task AdministratorAsync()
    {
        (await services.GetRequiredService<FirstAdministrator>()
            .CreateAsync(DemoAccounts.Prefix + Cast.Administrator, Cast.AdministratorName, DemoAccounts.Password, another: false)).MustBeDone("administrator");
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var post = await db.Posts.Include(p => p.Organisation).SingleAsync();
        _administrator = new Caller(People[Cast.Administrator] = post.AccountId);
        Offices[post.Organisation.Name] = post.OrganisationId;
    }

    private async Task OfficesAsync()
    {
        var organisations = services.GetRequiredService<OrganisationService>();
        foreach (var office in Cast.Offices)
        {
            var input = new NewOrganisationInput { Kind = office.Kind, Name = office.Name, EnglishName = office.EnglishName, Phone = office.Phone, Nature = office.Nature };
            Offices[office.Name] = (await organisations.CreateAsync(_administrator, commands.Next(), input)).MustBeDone(office.Name);
        }
    }

    private Task PersonAsync(Person person) =>
        AccountAsync(person.Key, person.Name, NextPhone(), [.. person.Posts.Select(p => new PostInput(p, Offices[person.Office]))], null);

    private async Task FirmsAsync()
    {
        var enterprises = services.GetRequiredService<EnterpriseService>();
        foreach (var (firm, number) in firms.Select((f, i) => (f, i + 1)))
        {
            var phone = FirmPhones[firm.Key] = NextPhone();
            var id = Firms[firm.Key] = (await enterprises.CreateAsync(_administrator, commands.Next(), new NewEnterpriseInput
            {
                Name = firm.FullName,
                CreditCode = Demo.Firms.CreditCodeOf(number),
                Tier = firm.Tier,
                Titles = firm.Titles,
                EconomicCityId = Offices[firm.City],
                Address = firm.Address,
                ContactName = firm.Contact,
                ContactPhone = phone,
                OnRosterFrom = RosterBegins,
            })).MustBeDone(firm.Name);
            foreach (var (name, place) in firm.People.Select((n, i) => (n, i + 1)))
            {
                await AccountAsync(place == 1 ? firm.Key : $"{firm.Key}-{place}", name, place == 1 ? phone : NextPhone(), [], id);
            }
        }
    }

    private async Task ButlersAsync()
    {
        var butlers = services.GetRequiredService<ButlerService>();
        foreach (var firm in firms.Where(f => f.Butler is not null))
        {
            var input = new ButlerInput { EnterpriseId = Firms[firm.Key], AccountId = People[firm.Butler!] };
            (await butlers.AssignAsync(_administrator, commands.Next(), input)).MustBeDone(firm.Name);
        }
    }

    private async Task AccountAsync(string key, string name, string phone, List<PostInput> posts, long? enterpriseId) =>
        People[key] = (await _accounts.CreateAsync(_administrator, commands.Next(), new NewAccountInput
        {
            UserName = DemoAccounts.Prefix + key,
            DisplayName = name,
            Phone = phone,
            Posts = posts,
            EnterpriseId = enterpriseId,
            Password = DemoAccounts.Password,
        })).MustBeDone(key);

    /// <summary>Numbers of a form that no carrier gives out.</summary>
    private string NextPhone() => $"1390000{++_phones:0000}";
}

/// <summary>The ids of the demo town's commands, the same every time.</summary>
internal sealed class CommandIds
{
    private int _last;

    public Guid Next() => new(++_last, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}

internal static class MustBe
{
    /// <summary>The value of an act of the demo town; a refusal there is a mistake in its data.</summary>
    public static T MustBeDone<T>(this Outcome<T> outcome, string what) => outcome.Done
        ? outcome.Value
        : throw new InvalidOperationException($"The demo town's {what} was refused: {outcome.Refusal!.Sentence}");
}
