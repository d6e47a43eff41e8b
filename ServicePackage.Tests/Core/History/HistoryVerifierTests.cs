using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.History;

/// <summary>Each test alters the rows as somebody with a database tool could.</summary>
public abstract class HistoryVerifierTests : TownTests
{
    private readonly HistoryVerifier _verifier;
    private readonly HistorySealer _sealer;
    private readonly Organisation _unit;

    protected HistoryVerifierTests(TestDatabase database)
        : base(database)
    {
        _verifier = new HistoryVerifier(Town.Contexts);
        _sealer = new HistorySealer(Town.Runner);
        _unit = Town.Unit();
    }

    [Fact]
    public async Task Verify_WhenNothingWasTouched_CountsWhatItChecked()
    {
        await Write(5);
        await Write(1, Town.Unit());
        await _sealer.SealAsync(Town.Clock.Now, Cancellation);
        await Write(2);
        await _sealer.SealAsync(Town.Clock.Now, Cancellation);
        await Write(1);

        Assert.Equal(new HistoryTally(9, 2, 2), (await _verifier.VerifyAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task Verify_WhenThereIsNone_IsContent() =>
        Assert.Equal(new HistoryTally(0, 0, 0), (await _verifier.VerifyAsync(Cancellation)).Value);

    [Theory]
    [InlineData("Content")]
    [InlineData("Changes")]
    [InlineData("Act")]
    [InlineData("AccountId")]
    [InlineData("At")]
    [InlineData("Internal")]
    public async Task Verify_WhenAnEntryWasAltered_NamesIt(string property)
    {
        await Write(5);
        Alter(3, e =>
        {
            object other = property switch
            {
                "AccountId" => 1L,
                "At" => e.At.AddMilliseconds(1),
                "Internal" => true,
                _ => "{}x",
            };
            typeof(HistoryEntry).GetProperty(property)!.SetValue(e, other);
        });

        await FindsAsync("History.Altered", 3);
    }

    [Fact]
    public async Task Verify_WhenAnEntryWasRemoved_NamesIt()
    {
        await Write(5);
        Remove(2);

        await FindsAsync("History.Missing", 2);
    }

    [Fact]
    public async Task Verify_WhenTheFirstEntryWasRemoved_NamesIt()
    {
        await Write(3);
        Remove(1);

        await FindsAsync("History.Missing", 1);
    }

    [Fact]
    public async Task Verify_WhenAnEntryWasRemovedAndTheGapClosed_NamesTheNext()
    {
        await Write(5);
        Remove(2);
        for (var i = 3; i <= 5; i++)
        {
            Alter(i, e => { e.Sequence--; e.Hash = HistoryRecorder.HashOf(e); });
        }

        await FindsAsync("History.Unlinked", 2);
    }

    [Fact]
    public async Task Verify_WhenTwoEntriesWereSwapped_NamesTheFirst()
    {
        await Write(5);
        Town.Write(db =>
        {
            var (second, third) = (Entry(db, 2), Entry(db, 3));
            (second.Content, third.Content) = (third.Content, second.Content);
        });

        await FindsAsync("History.Altered", 2);
    }

    [Fact]
    public async Task Verify_WhenASealedEndWasCutOff_NamesTheSealedEntry()
    {
        await Write(5);
        await _sealer.SealAsync(Town.Clock.Now, Cancellation);
        Remove(5);
        Remove(4);

        await FindsAsync("History.Cut", 5);
    }

    [Fact]
    public async Task Verify_WhenTheWholeHistoryWasRemoved_NamesTheSealedEntry()
    {
        await Write(3);
        await _sealer.SealAsync(Town.Clock.Now, Cancellation);
        Town.Write(db => db.History.ExecuteDelete());

        await FindsAsync("History.Cut", 3);
    }

    [Fact]
    public async Task Verify_WhenTheHistoryWasWrittenAnewWithFittingHashes_NamesTheSealedEntry()
    {
        await Write(3);
        await _sealer.SealAsync(Town.Clock.Now, Cancellation);
        var previous = "";
        for (var i = 1; i <= 3; i++)
        {
            Alter(i, e => { e.Content = "{\"n\":9}"; e.PreviousHash = previous; previous = e.Hash = HistoryRecorder.HashOf(e); });
        }

        await FindsAsync("History.Rewritten", 3);
    }

    [Fact]
    public async Task Verify_WhenASealWasAltered_NamesIt()
    {
        await Write(1);
        await _sealer.SealAsync(Town.Clock.Now, Cancellation);
        Town.Write(db => db.HistorySeals.Single().Heads = "[]");

        Assert.Equal("第1次封存记录被改动。", (await _verifier.VerifyAsync(Cancellation)).Refusal?.Sentence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Verify_WhenASealWasRemoved_NamesIt(int sequence)
    {
        for (var i = 0; i < 3; i++)
        {
            await Write(1);
            await _sealer.SealAsync(Town.Clock.Now, Cancellation);
        }

        Town.Write(db => db.HistorySeals.Where(s => s.Sequence == sequence).ExecuteDelete());

        Assert.Equal($"第{sequence}次封存记录缺失。", (await _verifier.VerifyAsync(Cancellation)).Refusal?.Sentence);
    }

    [Fact]
    public async Task Seal_WhenNothingIsNew_WritesNoSeal()
    {
        await Write(1);
        await _sealer.SealAsync(Town.Clock.Now, Cancellation);
        await _sealer.SealAsync(Town.Clock.Now, Cancellation);

        await using var db = Town.Look();
        Assert.Equal(1, await db.HistorySeals.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Seal_WhenTwoNodesSealAtOnce_KeepsOneSoundChain()
    {
        for (var round = 0; round < 5; round++)
        {
            await Write(2);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _sealer.SealAsync(Town.Clock.Now, Cancellation), Cancellation)));
        }

        Assert.Equal(new HistoryTally(10, 1, 5), (await _verifier.VerifyAsync(Cancellation)).Value);
    }

    private async Task Write(int times, Organisation? unit = null)
    {
        for (var i = 0; i < times; i++)
        {
            await Town.Runner.ActAsSystemAsync(Town.Clock.Now, op =>
            {
                op.Note(unit ?? _unit, "Check", new { n = i });
                return Task.CompletedTask;
            }, Cancellation);
        }
    }

    private async Task FindsAsync(string code, int sequence)
    {
        var found = (await _verifier.VerifyAsync(Cancellation)).Refusal;
        Assert.Equal(code, found?.Code);
        Assert.Equal([nameof(Organisation), _unit.Id, sequence], found!.Arguments);
    }

    private void Alter(int sequence, Action<HistoryEntry> alter) => Town.Write(db => alter(Entry(db, sequence)));

    private void Remove(int sequence) => Town.Write(db => db.History.Remove(Entry(db, sequence)));

    private HistoryEntry Entry(AppDbContext db, int sequence) => db.History.Single(h => h.SubjectId == _unit.Id && h.Sequence == sequence);

    public sealed class OnSqlite(SqliteDatabase database) : HistoryVerifierTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : HistoryVerifierTests(database), IClassFixture<PostgresDatabase>;
}
