using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Screens;

/// <summary>The three towns that pages are looked at in, each a database file in a folder that is thrown away.</summary>
internal static class Towns
{
    public const string Empty = "empty";
    public const string Full = "full";
    public const string Long = "long";

    private const string Syllables = "多功能新能源智能网联汽车核心零部件研发制造检测认证一体化综合服务";
    private const string Letters = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";

    /// <summary>The model over a database file.</summary>
    public static AppDbContext Open(string database) =>
        new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite($"Data Source={database};Pooling=False").Options);

    /// <summary>Makes the file of a town in the folder; the long one from the full one, which must be there.</summary>
    public static async Task<string> MakeAsync(string town, string folder)
    {
        var database = Path.Combine(folder, town + ".db");
        if (File.Exists(database))
        {
            await (await TownServer.StartAsync(database)).DisposeAsync(); // kept from an earlier run; a start brings it up to date
            return database;
        }

        switch (town)
        {
            case Empty:
                await SetUpAsync(database);
                break;
            case Full:
                await using (await TownServer.StartAsync(database, fill: true))
                {
                    return database;
                }

            case Long:
                await LengthenAsync(Path.Combine(folder, Full + ".db"), database);
                break;
        }

        return database;
    }

    /// <summary>The folder of the towns while something is done with them; thrown away unless it is to be kept.</summary>
    public static async Task<T> InAsync<T>(string? kept, Func<string, Task<T>> act)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("towns").FullName : Directory.CreateDirectory(kept).FullName;
        try
        {
            return await act(folder);
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>A town on its first day: an administrator by the verb, its organisations and people, and one enterprise that has asked for nothing.</summary>
    private static async Task SetUpAsync(string database)
    {
        await TownServer.RunVerbAsync(database, DemoAccounts.Password, "admin", "create", "--user", DemoAccounts.Prefix + "admin", "--name", "吴建平");
        await using var db = Open(database);
        var hash = (await db.Users.SingleAsync()).PasswordHash!;
        var city = Office(OrganisationKind.EconomicCity, "经济城A", "Economic City A");
        var unit = Office(OrganisationKind.CooperatingDepartment, "城建办", "Urban Construction Office");
        var centre = Office(OrganisationKind.Centre, "产业发展中心", "Industry Centre");
        var leadership = Office(OrganisationKind.Leadership, "镇领导班子", "Town Leadership");
        var administration = await db.Organisations.SingleAsync();
        Add("dispatcher", "周敏", centre, PostKind.Dispatcher);
        Add("lead", "沈国强", centre, PostKind.CentreLead);
        Add("general", "顾明华", leadership, PostKind.GeneralLiaison);
        Add("leader", "徐志远", leadership, PostKind.TownLeader);
        Add("build", "朱伟", unit, PostKind.Officer);
        Add("build-liaison", "陈丽华", unit, PostKind.Liaison);
        Add("build-head", "黄永康", unit, PostKind.Head);
        Add("city-a", "王思佳", city, PostKind.Specialist);
        Add("city-a-manager", "金卫东", city, PostKind.GeneralManager);
        Add("auditor", "严正", administration, PostKind.Auditor);
        Add("chengguang", "林晓东", null, null).Enterprise = new Enterprise
        {
            Name = "上海澄光传感技术有限公司（演示）",
            CreditCode = "91000000MA0DEM0013",
            Tier = EnterpriseTier.Town,
            EconomicCity = Office(OrganisationKind.EconomicCity, "经济城B", "Economic City B"),
            ContactName = "林晓东",
            ContactPhone = "13900000001",
            OnRosterFrom = new DateOnly(2026, 1, 1),
        };
        await db.SaveChangesAsync();

        Organisation Office(OrganisationKind kind, string name, string english) =>
            db.Organisations.Add(new Organisation { Kind = kind, Name = name, EnglishName = english, Phone = "021-60000001" }).Entity;

        Account Add(string key, string name, Organisation? office, PostKind? post)
        {
            var user = DemoAccounts.Prefix + key;
            var account = new Account { UserName = user, NormalizedUserName = user.ToUpperInvariant(), DisplayName = name, PasswordHash = hash, SecurityStamp = user };
            if (office is not null)
            {
                account.Posts.Add(new Post { Organisation = office, Kind = post!.Value });
            }

            return db.Users.Add(account).Entity;
        }
    }

    /// <summary>The full town with every name as long as its rules allow: half of them Chinese, half in letters without a break.</summary>
    private static async Task LengthenAsync(string full, string database)
    {
        await using (var connection = new SqliteConnection($"Data Source={full};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO $to"; // the file alone lacks what still stands in its journal
            copy.Parameters.AddWithValue("$to", database);
            await copy.ExecuteNonQueryAsync();
        }

        await using var db = Open(database);
        foreach (var enterprise in await db.Enterprises.ToListAsync())
        {
            enterprise.Name = Lengthened(enterprise.Name, enterprise.Id, EnterpriseRules.LongestName);
            enterprise.Address = Lengthened(enterprise.Address, enterprise.Id, EnterpriseRules.LongestAddress);
            enterprise.ContactName = Lengthened(enterprise.ContactName, enterprise.Id, EnterpriseRules.LongestContact);
        }

        foreach (var organisation in await db.Organisations.ToListAsync())
        {
            organisation.Name = Lengthened(organisation.Name, organisation.Id, OrganisationValidator.LongestName);
            organisation.EnglishName = Lengthened(organisation.EnglishName, 1, OrganisationValidator.LongestEnglishName);
        }

        foreach (var account in await db.Users.ToListAsync())
        {
            account.DisplayName = Lengthened(account.DisplayName, account.Id, PersonRules.LongestName);
        }

        foreach (var ticket in await db.Tickets.ToListAsync())
        {
            db.Entry(ticket).Property(t => t.Title).CurrentValue = Lengthened(ticket.Title, ticket.Id, RaiseInputValidator.LongestTitle);
        }

        await db.SaveChangesAsync();
    }

    private static string Lengthened(string name, long id, int longest)
    {
        var filler = id % 2 == 0 ? Syllables : Letters;
        return string.Concat(Enumerable.Repeat(filler, (longest / filler.Length) + 1).Prepend(name))[..longest];
    }
}
