using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Mail;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Mail;

/// <summary>What a person chooses to be sent.</summary>
public abstract class MailWishServiceTests(TestDatabase database) : MailTests(database)
{
    [Fact]
    public async Task Get_WhenNothingWasChosen_ShowsWhatHolds()
    {
        var reader = Reader();

        var shown = (await Wishes.GetAsync(reader, Cancellation)).Value;

        Assert.Equal((0, MailLanguage.Chinese, MailTiming.AtOnce, MailTiming.Daily), (shown.Wish.Version, shown.Wish.Language, shown.Wish.Waits, shown.Wish.Concerns));
        Assert.Equal(Enum.GetValues<MailGroup>(), shown.Groups);
        Assert.Equal($"person{reader.AccountId}@town.example", shown.Address);
        Assert.Equal([MailGroup.Waits, MailGroup.Weekly], (await Wishes.GetAsync(Town.EnterpriseUser(Town.Enterprise()), Cancellation)).Value.Groups);
    }

    [Fact]
    public async Task Save_KeepsTheChoice_AndStandsInTheHistory()
    {
        var reader = Reader();
        await ChooseAsync(reader, MailTiming.None, MailTiming.AtOnce, MailLanguage.English);

        var shown = (await Wishes.GetAsync(reader, Cancellation)).Value.Wish;

        Assert.Equal((1, MailLanguage.English, MailTiming.None, MailTiming.AtOnce), (shown.Version, shown.Language, shown.Waits, shown.Concerns));
        await using var db = Town.Look();
        var entry = await db.History.SingleAsync(h => h.Subject == nameof(Account) && h.SubjectId == reader.AccountId, Cancellation);
        Assert.Equal("ChooseMail", entry.Act);
    }

    [Fact]
    public async Task Save_OnAStaleCopyOrWithoutAChoice_IsRefusedAndWritesNothing()
    {
        var reader = Reader();
        var stale = (await Wishes.GetAsync(reader, Cancellation)).Value.Wish;
        await ChooseAsync(reader, MailTiming.None);

        Assert.Equal("Stale", (await Wishes.SaveAsync(reader, Guid.NewGuid(), stale, Cancellation)).Refusal?.Code);
        var unchosen = new MailWishInput { Version = 1, Waits = (MailTiming)9, Concerns = MailTiming.Daily, Escalations = MailTiming.Daily };
        var refusal = (await Wishes.SaveAsync(reader, Guid.NewGuid(), unchosen, Cancellation)).Refusal!;

        Assert.Equal(["Language", "Waits"], refusal.Details.Select(d => d.Field));
        Assert.Equal((1, MailTiming.None), ((await Wishes.GetAsync(reader, Cancellation)).Value.Wish.Version, (await Wishes.GetAsync(reader, Cancellation)).Value.Wish.Waits));
    }

    public sealed class OnSqlite(SqliteDatabase database) : MailWishServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : MailWishServiceTests(database), IClassFixture<PostgresDatabase>;
}
