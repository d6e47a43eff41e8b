using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Mail;

/// <summary>What is sent together, once each working day at 08:30.</summary>
public abstract class DigestTests(TestDatabase database) : MailTests(database)
{
    [Fact]
    public async Task Digest_TellsWhatCameSince_InOneMail_At0830()
    {
        var reader = Reader();
        await ChooseAsync(reader, MailTiming.Daily);
        await TellAsync(reader, number: "2026-00001");
        await TellAsync(reader, number: "2026-00002");
        Town.GoTo(new DateOnly(2026, 3, 3), new TimeOnly(8, 29));
        Assert.Equal(0, await SweepAsync());
        Town.GoTo(new DateOnly(2026, 3, 3), new TimeOnly(8, 30));
        await TellAsync(reader, number: "2026-00003"); // for the next one

        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());

        var mail = Assert.Single(Office.Received);
        Assert.Equal("2026年3月3日通知汇总（2条）", mail.Subject);
        Assert.Contains("2026-00001", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("2026-00002", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-00003", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_LeavesOutWhatWasReadInTheProgram_AndIsNotSentWhereAllWas()
    {
        var reader = Reader();
        await ChooseAsync(reader, MailTiming.Daily);
        await TellAsync(reader, number: "2026-00001");
        await ReadAllAsync(reader);
        await TellAsync(reader, number: "2026-00002");
        Town.GoTo(new DateOnly(2026, 3, 3), new TimeOnly(8, 30));

        Assert.Equal(1, await SweepAsync());

        var mail = Assert.Single(Office.Received);
        Assert.Contains("2026-00002", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-00001", mail.TextBody, StringComparison.Ordinal);

        await TellAsync(reader, number: "2026-00003");
        await ReadAllAsync(reader);
        Town.GoTo(new DateOnly(2026, 3, 4), new TimeOnly(8, 30));

        Assert.Equal(0, await SweepAsync());
        Assert.Single(Office.Received);
        Assert.All(await ItemsAsync(reader), item => Assert.Null(item.NextTryAt));
    }

    [Fact]
    public async Task Digest_OfAFriday_ComesOnMonday_OverAMakeUpDayAsWell()
    {
        var reader = Reader();
        await ChooseAsync(reader, MailTiming.Daily);
        Town.GoTo(new DateOnly(2026, 3, 6), new TimeOnly(18, 0)); // a Friday
        await TellAsync(reader);
        Town.GoTo(new DateOnly(2026, 3, 7), new TimeOnly(8, 30));
        Assert.Equal(0, await SweepAsync());
        Town.GoTo(new DateOnly(2026, 3, 8), new TimeOnly(8, 30));
        Assert.Equal(0, await SweepAsync());
        Town.GoTo(new DateOnly(2026, 3, 9), new TimeOnly(8, 30));

        Assert.Equal(1, await SweepAsync());

        Town.GoTo(new DateOnly(2026, 5, 8), new TimeOnly(18, 0)); // before Saturday 9 May, a working day that makes up for the holiday
        await TellAsync(reader);
        Town.GoTo(new DateOnly(2026, 5, 9), new TimeOnly(8, 30));
        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task Digest_WhenTheProgramWasDown_ComesAfterwards()
    {
        var reader = Reader();
        await ChooseAsync(reader, MailTiming.Daily);
        await TellAsync(reader);
        Town.GoTo(new DateOnly(2026, 3, 4), new TimeOnly(15, 0));

        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task Digest_ThatWasPutOff_IsTriedAgainAsTheSameMail()
    {
        var reader = Reader();
        await ChooseAsync(reader, MailTiming.Daily);
        await TellAsync(reader);
        Town.GoTo(new DateOnly(2026, 3, 3), new TimeOnly(8, 30));
        Office.AnswerTo = _ => "451 later";
        Assert.Equal(0, await SweepAsync());
        var key = (await ItemsAsync(reader)).Single().MessageKey;
        await TellAsync(reader, number: "2026-00002");
        Town.Time.Advance(TimeSpan.FromMinutes(2));
        Office.AnswerTo = _ => "250 OK";

        Assert.Equal(1, await SweepAsync());

        var mail = Assert.Single(Office.Received);
        Assert.StartsWith($"{key:N}@", mail.MessageId, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-00002", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_AreSentAsEachWasChosen()
    {
        var reader = Reader(); // has chosen nothing: what waits at once, the rest in the digest
        await TellAsync(reader, "Asked.Review");
        await TellAsync(reader, "Level.Breach");
        await TellAsync(reader, "Level.Breach.Told");
        await TellAsync(reader, "Moved.Comment");

        Assert.Equal(2, await SweepAsync());
        Town.GoTo(new DateOnly(2026, 3, 3), new TimeOnly(8, 30));
        Assert.Equal(1, await SweepAsync());

        Assert.Equal([false, false, true, true], (await ItemsAsync(reader)).Select(m => m.Digest));
    }

    private async Task ReadAllAsync(Caller reader)
    {
        await using var db = Town.Look();
        var newest = await db.Notices.Where(n => n.AccountId == reader.AccountId).MaxAsync(n => n.Id, Cancellation);
        var outcome = await new NoticeService(Runner).MarkAllReadAsync(reader, Guid.NewGuid(), newest, cancellation: Cancellation);
        Assert.True(outcome.Done);
    }

    public sealed class OnSqlite(SqliteDatabase database) : DigestTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DigestTests(database), IClassFixture<PostgresDatabase>;
}
