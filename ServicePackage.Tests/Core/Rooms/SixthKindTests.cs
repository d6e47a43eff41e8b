using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.History;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Search;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Rooms;

/// <summary>
/// A kind of subject that no room of the program has: petitions, in a table of the test's own, each seen by its owner alone. It has
/// files, notices with their mails, search hits and a history without a change in any shared room.
/// </summary>
public abstract class SixthKindTests : TownTests, IAsyncDisposable
{
    private readonly PostOffice _office = new();
    private readonly IOptions<MailSettings> _settings;
    private readonly House _house = new([new PetitionRoom()]);
    private readonly OperationRunner _runner;
    private readonly Caller _owner;
    private readonly Caller _stranger;
    private readonly Petition _petition;

    protected SixthKindTests(TestDatabase database)
        : base(database)
    {
        Town.Write(db => db.MailItems.ExecuteDelete());
        new CalendarSeeder(Town.Runner, Town.Clock).SeedAsync().GetAwaiter().GetResult();
        _settings = Options.Create(new MailSettings { Host = "127.0.0.1", Port = $"{_office.Port}", Security = "None", From = "town@town.example", PublicAddress = "https://town.example" });
        _runner = new OperationRunner(Town.Contexts, Town.Clock, Town.Time, Town.Feed, _house, new Outbox(_settings));
        (_owner, _stranger) = (Town.Officer(Town.Unit()), Town.Officer(Town.Unit()));
        Town.Write(db => db.Users.Single(a => a.Id == _owner.AccountId).Email = $"owner{_owner.AccountId}@town.example");
        _petition = new Petition(_owner.AccountId * 10);
        Town.Write(db =>
        {
            db.Database.ExecuteSqlRaw("""CREATE TABLE IF NOT EXISTS "Petitions" ("Id" BIGINT PRIMARY KEY, "OwnerId" BIGINT NOT NULL)""");
            db.Database.ExecuteSql($"""INSERT INTO "Petitions" VALUES ({_petition.Id}, {_owner.AccountId})""");
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task File_OfAPetition_IsReadByWhoSeesIt()
    {
        var files = new AttachmentService(_runner, Town.Contexts, Town.Clock, Town.Time);
        var stored = await files.StoreAsync(_owner, "说明.pdf", new MemoryStream(SampleFiles.Pdf()), Cancellation);
        Assert.True((await _runner.ChangeAsync<Nothing>(_owner, Guid.NewGuid(), async op =>
            await AttachmentService.ClaimAsync(op, _petition.AsSubject(), [stored.Value.Id], isInternal: false, cancellation: Cancellation) is { } refusal ? refusal : Nothing.Value, Cancellation)).Done);

        Assert.True((await files.OpenAsync(_owner, stored.Value.Id, Cancellation)).Done);
        Assert.Equal(Refusal.NotFound, (await files.OpenAsync(_stranger, stored.Value.Id, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Notice_OfAPetition_NamesItAndWhatItWaitsForAndGoesOutByMail()
    {
        await _runner.ActAsSystemAsync(Town.Clock.Now, op =>
        {
            op.Tell(_owner.AccountId, "Asked.Signature", _petition.AsSubject(), late: false, "P-1", "请愿", "@Move.Dispatch", "王敏");
            op.Tell(_stranger.AccountId, "Asked.Signature", _petition.AsSubject(), late: false, "P-1", "请愿", "@Move.Dispatch", "王敏");
            return Task.CompletedTask;
        }, Cancellation);

        var notices = new NoticeService(_runner);
        var told = Assert.Single((await notices.ListAsync(_owner, new NoticeFilter(), Cancellation)).Value.Items);
        Assert.Equal(("Petition", _petition.Id, "P-1", "Signature"), (told.About?.Kind, told.About?.Id, told.About?.Number, told.Waits));
        Assert.Null(Assert.Single((await notices.ListAsync(_stranger, new NoticeFilter(), Cancellation)).Value.Items).About);

        var sweep = new MailSweep(Town.Contexts, new CalendarSource(), _settings, Town.Clock, NullLogger<MailSweep>.Instance, _house, new MailLinks(about => $"/petitions/{about.Number}", "/notices", "/notices/mail"));
        Assert.Equal(1, await sweep.RunAsync(Town.Clock.Now, Cancellation));
        Assert.Contains("https://town.example/petitions/P-1", Assert.Single(_office.Received).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FindsAPetition_ForWhoSeesItAlone()
    {
        var finder = new FindService(_runner);

        Assert.Equal("P-1", Assert.Single((await finder.FindAsync(_owner, "请愿", Cancellation)).Value).Name.Number);
        Assert.Empty((await finder.FindAsync(_stranger, "请愿", Cancellation)).Value);
    }

    [Fact]
    public async Task History_OfAPetition_IsAChainThatVerifies()
    {
        var heard = new List<ServicePackage.Core.Live.Change>();
        using (Town.Feed.Subscribe(heard.AddRange))
        {
            Assert.True((await _runner.ChangeAsync<Nothing>(_owner, Guid.NewGuid(), op =>
            {
                op.Note(_petition, "Sign", new { By = "王敏" });
                return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
            }, Cancellation)).Done);
        }

        Assert.Contains(new ServicePackage.Core.Live.Change("Petition", _petition.Id), heard);
        await using var db = Town.Look();
        var entry = await db.History.SingleAsync(h => h.Subject == "Petition" && h.SubjectId == _petition.Id, Cancellation);
        Assert.Equal((1, "Sign", HistoryRecorder.HashOf(entry)), (entry.Sequence, entry.Act, entry.Hash));
    }

    private sealed class Petition(long id) : IHistoried
    {
        public long Id => id;

        string IHistoried.Subject => "Petition";

        long IHistoried.SubjectId => id;
    }

    private sealed class PetitionRoom : ISubjects, IFinds
    {
        public IReadOnlyList<SubjectKind> Subjects { get; } = [new PetitionKind()];

        public async Task<IReadOnlyList<FoundRow>> FindAsync(Operation op, string text, int most, CancellationToken cancellation) =>
            "请愿".Contains(text, StringComparison.Ordinal)
                ? [.. (await Subjects[0].VisibleTo(op).Take(most).ToListAsync(cancellation))
                    .Select(n => new FoundRow(n, "", "", DayKind.Workday))]
                : [];
    }

    private sealed class PetitionKind : SubjectKind
    {
        public override string Kind => "Petition";

        public override IQueryable<SubjectName> VisibleTo(Operation op) =>
            op.Db.Database.SqlQuery<long>($"""SELECT "Id" AS "Value" FROM "Petitions" WHERE "OwnerId" = {op.Actor.AccountId}""")
                .Select(id => new SubjectName { Kind = "Petition", Id = id, Number = "P-1", Title = "请愿" });

        public override Task<IReadOnlyList<(long Id, string What)>> AwaitedAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyList<(long, string)>>([.. ids.Select(id => (id, "Signature"))]);
    }

    public sealed class OnSqlite(SqliteDatabase database) : SixthKindTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SixthKindTests(database), IClassFixture<PostgresDatabase>;
}
