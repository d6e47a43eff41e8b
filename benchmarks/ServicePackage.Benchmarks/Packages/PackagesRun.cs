using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Data;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.WorkingTime;
using ServiceProvider = Microsoft.Extensions.DependencyInjection.ServiceProvider;

namespace ServicePackage.Benchmarks.Packages;

/// <summary>
/// Packages in a copy of a demo town's SQLite file with 300 clauses and 200 services: the live package of one enterprise beside its bare queries, all packages issued with
/// their documents beside writing the same documents from what they say, and the search of the catalogue in 10,000 services beside 100. Wall time, medians; the copy is
/// thrown away.
/// </summary>
internal sealed class PackagesRun : IAsyncDisposable
{
    private const int Clauses = 300;
    private const int Services = 200;
    private const int ManyServices = 10_000;
    private const int FewServices = 100;
    private const int Times = 15;

    private readonly string _folder = Directory.CreateTempSubdirectory("servicepackage-packages-").FullName;
    private readonly ServiceProvider _services;

    private PackagesRun(string town)
    {
        File.Copy(town, Database);
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationManager()).AddData(Connection).AddTown().BuildServiceProvider();
    }

    private string Database => Path.Combine(_folder, "town.db");

    private string Connection => $"Data Source={Database}";

    public static async Task RunAsync(string town)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        await using var run = new PackagesRun(town);
        await run.MultiplyAsync();
        await run.LiveAsync();
        await run.IssueAsync();
        await run.SearchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private AppDbContext Look() => _services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();

    /// <summary>Clauses and services like those of the town, until there are enough.</summary>
    private async Task MultiplyAsync()
    {
        await using var db = Look();
        await db.Database.MigrateAsync();
        var versions = await db.PolicyVersions.AsNoTracking().Where(v => v.State == PolicyState.Published && v.Policy.WithdrawnAt == null).Include(v => v.Policy).Include(v => v.Clauses).ThenInclude(c => c.Windows).ToListAsync();
        var now = await db.PolicyClauses.Published().CountAsync();
        for (var i = 0; now < Clauses; i++)
        {
            var version = versions[i % versions.Count];
            var policy = new Policy { OrganisationId = version.Policy.OrganisationId, CreatedAt = version.ChangedAt, CreatedById = version.DraftedById };
            db.Policies.Add(policy);
            var copy = new PolicyVersion { Policy = policy, Number = 1, State = PolicyState.Published, Title = $"{version.Title}（{i}）", Issuer = version.Issuer, Level = version.Level, Kind = version.Kind, Place = version.Place, From = version.From, Until = version.Until, DraftedById = version.DraftedById, ChangedById = version.ChangedById, ChangedAt = version.ChangedAt, PublishedAt = version.PublishedAt, PublishedById = version.PublishedById };
            copy.Clauses.AddRange(version.Clauses.Where(c => !c.Personalised).Select(c => new PolicyClause
            {
                Clause = new Clause { Policy = policy },
                Order = c.Order,
                Number = c.Number,
                Title = c.Title,
                Text = c.Text,
                Benefit = c.Benefit,
                ExecutingUnitId = c.ExecutingUnitId,
                Condition = c.Condition,
                Terms = c.Terms,
                Windows = [.. c.Windows.Select(w => new ClauseWindow { Kind = w.Kind, From = w.From, Until = w.Until })],
            }));
            now += copy.Clauses.Count;
            db.PolicyVersions.Add(copy);
        }

        await db.SaveChangesAsync();
        await AddServicesAsync(Services);
    }

    private async Task AddServicesAsync(int until)
    {
        await using var db = Look();
        var versions = await db.ServiceVersions.AsNoTracking().Published().Include(v => v.Service).ToListAsync();
        for (var i = versions.Count; i < until; i++)
        {
            var like = versions[i % versions.Count];
            var service = new Service { ProviderId = like.Service.ProviderId, OrganisationId = like.Service.OrganisationId, CreatedAt = like.ChangedAt, CreatedById = like.DraftedById, CheckedOn = like.Service.CheckedOn };
            var copy = new ServiceVersion { Service = service, Number = 1, State = ServiceState.Published, Title = $"{like.Title}{i}", Initials = like.Initials, Class = like.Class, Level = like.Level, Text = like.Text, Forms = like.Forms, Fee = like.Fee, Audience = like.Audience, HowToGet = like.HowToGet, DraftedById = like.DraftedById, ChangedById = like.ChangedById, ChangedAt = like.ChangedAt, PublishedAt = like.PublishedAt };
            db.ServiceVersions.Add(copy);
            if (i % 1000 == 999)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task LiveAsync()
    {
        await using var db = Look();
        var own = await db.Users.Where(a => a.EnterpriseId != null && a.DisabledAt == null).OrderByDescending(a => db.Picks.Count(p => p.EnterpriseId == a.EnterpriseId)).Select(a => new { a.Id, a.EnterpriseId }).FirstAsync();
        var reader = _services.GetRequiredService<PackageReader>();
        Task<Outcome<PackageView>> ReadAsync() => reader.LiveAsync(new Caller(own.Id), own.EnterpriseId!.Value);
        using var heard = new Commands();
        var view = (await ReadAsync()).Value;
        var commands = heard.Stop();
        var live = await MedianAsync(ReadAsync);
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync();
        var bare = await MedianAsync(async () => await ReplayAsync(connection, commands));
        Console.WriteLine($"live package, {view.Content.Clauses.Count} clauses in it: {live.TotalMilliseconds:N1} ms; its {commands.Count} bare queries {bare.TotalMilliseconds:N1} ms; ratio {live / bare:N1}");
    }

    private async Task IssueAsync()
    {
        await using var db = Look();
        var lead = await db.Posts.Where(p => p.Kind == PostKind.CentreLead).Select(p => p.AccountId).FirstAsync();
        var lists = _services.GetRequiredService<PackageListService>();
        var watch = Stopwatch.StartNew();
        var list = (await lists.ListAsync(new Caller(lead), new PackageFilter())).Value;
        Console.WriteLine($"list of {list.Rows.Total} packages, first: {watch.Elapsed.TotalMilliseconds:N0} ms; median {(await MedianAsync(() => lists.ListAsync(new Caller(lead), new PackageFilter()))).TotalMilliseconds:N0} ms");
        var before = Working();
        watch.Restart();
        var issued = (await lists.IssueAsync(new Caller(lead), list.ToIssue)).Value;
        var time = watch.Elapsed;
        var after = Working();
        var ids = issued.Issued.ToList();
        var contents = (await db.PackageVersions.AsNoTracking().Where(v => ids.Contains(v.Id)).Select(v => v.Content).ToListAsync()).ConvertAll(c => System.Text.Json.JsonSerializer.Deserialize<PackageContent>(c, Json)!);
        var kind = new PackagePapers().DocumentKinds[0];
        var template = Template.Open(kind.BuiltIn, kind.Words).Value;
        watch.Restart();
        foreach (var content in contents)
        {
            using var into = new MemoryStream();
            PackagePapers.Write(content, new PackageImprint(2026, 1, content.On, "负责人"), template, into);
        }

        Console.WriteLine($"{issued.Issued.Count} packages issued with their documents: {time.TotalSeconds:N1} s; the documents alone {watch.Elapsed.TotalSeconds:N1} s; ratio {time / watch.Elapsed:N1}; working set {before:N0} MB before, {after:N0} MB after");
    }

    private async Task SearchAsync()
    {
        await using var db = Look();
        var somebody = await db.Posts.Where(p => p.Kind == PostKind.CentreLead).Select(p => p.AccountId).FirstAsync();
        var catalogue = _services.GetRequiredService<CatalogueService>();
        Task<Outcome<ServiceList>> FindAsync() => catalogue.ListAsync(new Caller(somebody), new ServiceFilter { Text = "辅导" });
        await db.ServiceVersions.Where(v => !db.Picks.Any(p => p.ServiceVersionId == v.Id) && v.Id > FewServices).ExecuteUpdateAsync(v => v.SetProperty(x => x.State, ServiceState.Superseded));
        var few = await MedianAsync(FindAsync);
        await AddServicesAsync(ManyServices);
        var many = await MedianAsync(FindAsync);
        Console.WriteLine($"catalogue search: {many.TotalMilliseconds:N1} ms in {await db.ServiceVersions.Published().CountAsync():N0} services, {few.TotalMilliseconds:N1} ms in some {FewServices}; ratio {many / few:N1}");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private static double Working()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }

    private static async Task<int> ReplayAsync(SqliteConnection connection, IReadOnlyList<(string Text, IReadOnlyList<(string Name, object? Value)> Given)> commands)
    {
        var read = 0;
        foreach (var (text, given) in commands)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = text;
            foreach (var (name, value) in given)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    read += rows.GetValue(i) is null ? 0 : 1;
                }
            }
        }

        return read;
    }

    private static async Task<TimeSpan> MedianAsync<T>(Func<Task<T>> measured)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i <= Times; i++)
        {
            var watch = Stopwatch.StartNew();
            await measured();
            times.Add(watch.Elapsed);
        }

        return times.Skip(1).Order().ElementAt(Times / 2); // the first also compiles
    }

    /// <summary>Hears what is asked of the database.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<(string Text, IReadOnlyList<(string Name, object? Value)> Given)> _heard = [];
        private readonly List<IDisposable> _ends = [];
        private bool _stopped;

        public Commands() => _ends.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public List<(string Text, IReadOnlyList<(string Name, object? Value)> Given)> Stop()
        {
            _stopped = true;
            return _heard;
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _ends.Add(value.Subscribe(this!));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (!_stopped && value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { } command })
            {
                _heard.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _ends.ForEach(e => e.Dispose());
    }
}
