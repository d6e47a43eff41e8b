using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Layout;

namespace ServicePackage.Tests.Web.Hosting;

/// <summary>A store that takes nothing, or does not answer: reading goes on as far as it can, and everybody is told in a sentence.</summary>
public sealed class StorageTests(ProductionTown production, SqliteDatabase database) : IClassFixture<ProductionTown>, IClassFixture<SqliteDatabase>, IAsyncDisposable
{
    private readonly Faults _faults = new();
    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<App>? _program;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Town Town { get; } = new(database);

    /// <summary>The program with connections of its own: those of the test stay as they are.</summary>
    private IServiceProvider Services => (_program ??= production.With(database, services => services.ConfigureDbContext<SqliteAppDbContext>(o => o.AddInterceptors(_faults)))
        .WithWebHostBuilder(host => host.UseSetting("ConnectionStrings:ServicePackage", database.ConnectionString + ";Pooling=False"))).Services;

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }
    }

    [Fact]
    public async Task FullDisk_KeepsNobodyFromReading_AndIsToldWhereSomethingIsSaved()
    {
        var (person, name) = Person();
        using var client = await SignedInAsync(name);
        await SeenLongAgoAsync(person);
        _faults.Full = true;

        using var page = await client.GetAsync("/notices", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        using var ready = await client.GetAsync("/health/ready", Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: not writable (DiskFull)"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancellation)));
        Assert.Contains("服务器存储空间已满或不可写", await client.GetStringAsync("/notices", Cancellation), StringComparison.Ordinal);

        using var other = ProductionTown.ClientOf(_program!);
        using var signIn = await ProductionTown.SignInAsync(other, name, WebTown.Password, Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, signIn.StatusCode);
        Assert.Contains("服务器存储空间已满或不可写", await signIn.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        _faults.Full = false;
        await Services.GetRequiredService<JobRunner>().RunAsync("TicketSweep", Cancellation);
        using var again = await client.GetAsync("/health/ready", Cancellation);
        Assert.Equal("Healthy", await again.Content.ReadAsStringAsync(Cancellation));
        Assert.DoesNotContain("服务器存储空间已满", await client.GetStringAsync("/notices", Cancellation), StringComparison.Ordinal);
    }

    /// <summary>The telephone of a closed demand is shown with a note of the look: where none can be written, the page is there without it.</summary>
    [Fact]
    public async Task FullDisk_OnAClosedDemand_ShowsItWithoutTheTelephone()
    {
        var (city, unit) = (Town.EconomicCity(), Town.Unit());
        var (officer, dispatcher, applicant) = (Town.Officer(unit), Town.Dispatcher(), Town.EnterpriseUser(Town.Enterprise(city)));
        Town.Specialist(city);
        await using var scope = Services.CreateAsyncScope();
        await using var db = Town.Look();
        var raised = await scope.ServiceProvider.GetRequiredService<RaiseService>().RaiseAsync(applicant, Guid.NewGuid(), new RaiseInput
        {
            Type = TicketType.Consultation,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = "社保缴费咨询",
            Text = "请问如何办理。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        }, Cancellation);
        var moves = scope.ServiceProvider.GetRequiredService<TicketService>();
        foreach (var (who, move, given) in new[]
        {
            (dispatcher, Move.Dispatch, new MoveInput { UnitId = unit.Id }),
            (officer, Move.Accept, new MoveInput()),
            (officer, Move.Complete, new MoveInput { Text = "已答复办理流程和所需材料。" }),
            (applicant, Move.ConfirmDone, new MoveInput()),
            (applicant, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied }),
        })
        {
            var version = await db.Tickets.Where(t => t.Number == raised.Value.Number).Select(t => t.Version).SingleAsync(Cancellation);
            Assert.True((await moves.MakeAsync(who, Guid.NewGuid(), raised.Value.Number, version, move, given, Cancellation)).Done);
        }

        var pages = scope.ServiceProvider.GetRequiredService<TicketPageService>();
        _faults.Full = true;
        Assert.Equal("", (await pages.GetAsync(officer, raised.Value.Number, Cancellation)).Value.ContactPhone);
        _faults.Full = false;
        Assert.Equal("13800000000", (await pages.GetAsync(officer, raised.Value.Number, Cancellation)).Value.ContactPhone);
    }

    [Fact]
    public async Task SmallDisk_FilledToItsLastByte_IsReadFromAllTheSame()
    {
        using var disk = SmallDisk.Mount();
        var (person, name) = Person();
        await using (var db = Town.Look())
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(disk.Folder, "town.db")}", Cancellation);
        }

        _program = production.With(database, _ => { })
            .WithWebHostBuilder(host => host.UseSetting("ConnectionStrings:ServicePackage", $"Data Source={Path.Combine(disk.Folder, "town.db")}"));
        using var client = await SignedInAsync(name);
        await using (var db = await _program.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(Cancellation))
        {
            await SeenLongAgoAsync(db, person);
        }

        disk.Fill();

        using var page = await client.GetAsync("/notices", Cancellation);
        using var ready = await client.GetAsync("/health/ready", Cancellation);
        using var other = ProductionTown.ClientOf(_program);
        using var signIn = await ProductionTown.SignInAsync(other, name, WebTown.Password, Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("Unhealthy: not writable (DiskFull)", await ready.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("服务器存储空间已满或不可写", await signIn.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        disk.Clear();
        using var then = await ProductionTown.SignInAsync(other, name, WebTown.Password, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, then.StatusCode);
        await _program.DisposeAsync();
    }

    [Fact]
    public async Task FullDisk_LetsPeopleSignOut()
    {
        var (_, name) = Person();
        using var client = await SignedInAsync(name);
        var token = await ProductionTown.TokenOfAsync(client, "/", Cancellation);
        _faults.Full = true;

        using var left = await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        using var home = await client.GetAsync("/", Cancellation);
        Assert.StartsWith("/account/sign-in", home.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FullDisk_RefusesACommandInASentence_WhateverItWrites()
    {
        var city = Town.EconomicCity();
        Town.Specialist(city);
        Town.Dispatcher();
        var applicant = Town.EnterpriseUser(Town.Enterprise(city));
        await Services.GetRequiredService<TopicSeeder>().SeedAsync(Cancellation);
        var topic = await TopicAsync();
        var files = Services.GetRequiredService<AttachmentService>();
        var sessions = Services.GetRequiredService<SessionService>();
        _faults.Full = true;

        var raised = await Services.GetRequiredService<RaiseService>().RaiseAsync(applicant, Guid.NewGuid(), new RaiseInput { Title = "夜间装卸", TopicId = topic, Text = "请协调夜间装卸。" }, Cancellation);
        using var content = new MemoryStream(SampleFiles.Pdf());
        var stored = await files.StoreAsync(applicant, "说明.pdf", content, Cancellation);
        var begun = await sessions.BeginAsync(applicant.AccountId, Cancellation);

        Assert.Equal(["DiskFull", "DiskFull", "DiskFull"], new[] { raised.Refusal?.Code, stored.Refusal?.Code, begun.Refusal?.Code });
    }

    [Fact]
    public async Task LockHeldByAnother_IsToldInASentence_AndReadingGoesOn()
    {
        var (person, name) = Person();
        using var client = await SignedInAsync(name);
        await SeenLongAgoAsync(person);
        await using var another = new SqliteConnection(database.ConnectionString);
        await another.OpenAsync(Cancellation);
        await using var held = another.BeginTransaction(deferred: false);

        using var page = await client.GetAsync("/notices", Cancellation);
        using var ready = await client.GetAsync("/health/ready", Cancellation);
        using var other = ProductionTown.ClientOf(_program!);
        using var signIn = await ProductionTown.SignInAsync(other, name, WebTown.Password, Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("Unhealthy: not writable (Busy)", await ready.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("数据库正忙", await signIn.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoDatabase_IsToldOnAPageThatNeedsNone()
    {
        var (_, name) = Person();
        using var client = await SignedInAsync(name);
        _faults.Gone = true;

        foreach (var address in new[] { "/", "/notices" })
        {
            using var answer = await client.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("数据库没有响应", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        using var other = ProductionTown.ClientOf(_program!);
        using var ready = await other.GetAsync("/health/ready", Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: no answer"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancellation)));
        using var signIn = await ProductionTown.SignInAsync(other, name, WebTown.Password, Cancellation);
        Assert.Contains("数据库没有响应", await signIn.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        _faults.Gone = false;
        using var back = await client.GetAsync("/notices", Cancellation);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode); // nobody was signed out by it
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsTroubleWithTheDatabase()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=nobody;Database=none;Timeout=5");

        var thrown = await Assert.ThrowsAnyAsync<NpgsqlException>(() => connection.OpenAsync(Cancellation));

        Assert.Equal("NoDatabase", StorageTrouble.RefusalOf(thrown)?.Code);
    }

    private (Caller Person, string Name) Person()
    {
        var person = Town.Officer(Town.Unit());
        return (person, Passwords.Give(Town, person));
    }

    private async Task<HttpClient> SignedInAsync(string name)
    {
        _ = Services;
        var client = ProductionTown.ClientOf(_program!);
        using var welcome = await ProductionTown.SignInAsync(client, name, WebTown.Password, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, welcome.StatusCode);
        return client;
    }

    /// <summary>So that the next request has something to write.</summary>
    private async Task SeenLongAgoAsync(Caller person)
    {
        await using var db = Town.Look();
        await SeenLongAgoAsync(db, person);
    }

    private static Task<int> SeenLongAgoAsync(AppDbContext db, Caller person) => db.Sessions.Where(s => s.AccountId == person.AccountId)
        .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-2)), Cancellation);

    private async Task<long> TopicAsync()
    {
        await using var db = Town.Look();
        return await db.Topics.Select(t => t.Id).FirstAsync(Cancellation);
    }

    /// <summary>What the test does to the connections of the program alone: SQLite itself refuses each write, or the database is gone.</summary>
    private sealed class Faults : DbConnectionInterceptor
    {
        public bool Full { get; set; }

        public bool Gone { get; set; }

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Gone ? throw new NpgsqlException("gone", new SocketException((int)SocketError.ConnectionRefused)) : ValueTask.FromResult(result);

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA query_only = {(Full ? 1 : 0)}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
