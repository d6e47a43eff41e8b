using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Mail;

/// <summary>Mails reach a real server: each once, whatever breaks on the way.</summary>
public abstract class SendingTests(TestDatabase database) : MailTests(database)
{
    [Fact]
    public async Task Notice_IsSentOnce_WithADemandAndALink()
    {
        Town.Centre();
        var city = Town.EconomicCity();
        var specialist = Town.Specialist(city);
        var address = Address(specialist);
        var number = await RaisedAsync(Town.EnterpriseUser(Town.Enterprise(city)));
        await ChooseAsync(specialist, MailTiming.AtOnce, MailTiming.AtOnce);
        var second = await RaisedAsync(Town.EnterpriseUser(Town.Enterprise(city)));

        Assert.Equal(1, await SweepAsync()); // the first waits for the digest
        Assert.Equal(0, await SweepAsync());

        var mail = Assert.Single(Office.Received);
        Assert.Equal(address, mail.To.Mailboxes.Single().Address);
        Assert.Equal(("企业服务", "service@malu.example"), (mail.From.Mailboxes.Single().Name, mail.From.Mailboxes.Single().Address));
        Assert.Equal($"办理情况：{second} 厂区门口<道路>积水", mail.Subject);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.EndsWith("@malu.example", mail.MessageId, StringComparison.Ordinal);
        Assert.Contains($"新诉求{second}“厂区门口<道路>积水”", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://service.malu.example/tickets/{second}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://service.malu.example/notices/mail", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("产业发展中心", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("&lt;道路&gt;", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<道路>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(number, mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_IsReadInTheReadersLanguage()
    {
        var reader = Reader();
        await ChooseAsync(reader, MailTiming.AtOnce, language: MailLanguage.English);
        await TellAsync(reader);

        await SweepAsync();

        var mail = Assert.Single(Office.Received);
        Assert.Equal("Something is waiting for you", mail.Subject);
        Assert.Contains("please review it by the close of 3 Mar 2026", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Change or switch off these mails", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_WhoseActIsDone_IsNotSentAnyMore()
    {
        var reader = Reader();
        await ChooseAsync(reader, MailTiming.AtOnce);
        await TellAsync(reader);
        Town.Write(db => db.Notices.Where(n => n.AccountId == reader.AccountId).ExecuteUpdate(n => n.SetProperty(x => x.DoneAt, Town.Clock.Now)));

        Assert.Equal(0, await SweepAsync());
        Assert.Empty(Office.Received);
    }

    [Fact]
    public async Task Enterprise_IsSentWhatItMustActOn_AndWhomToTurnTo()
    {
        var city = Town.EconomicCity();
        var specialist = Town.Specialist(city);
        var applicant = Town.EnterpriseUser(Town.Enterprise(city));
        Address(applicant);
        var number = await RaisedAsync(applicant);
        await using var db = Town.Look();
        var (ticket, name) = (await db.Tickets.SingleAsync(t => t.Number == number, Cancellation), (await db.Users.SingleAsync(a => a.Id == specialist.AccountId, Cancellation)).DisplayName);
        await Runner.ActAsSystemAsync(Town.Clock.Now, op =>
        {
            op.Tell(applicant.AccountId, "Asked.Confirmation", ticket.AsSubject(), late: false, number, ticket.Title, "@Move.Complete", "", "@ClockKind.Confirmation", "2026-03-05");
            op.Tell(applicant.AccountId, "Yours.Dispatch", ticket.AsSubject(), late: false, number, ticket.Title, "@Move.Dispatch", "王敏");
            return Task.CompletedTask;
        }, Cancellation);

        Assert.Equal(1, await SweepAsync());

        var mail = Assert.Single(Office.Received);
        Assert.StartsWith($"请办理：{number}", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"首问责任人{name}（{city.Name}，电话：{city.Phone}）", mail.TextBody, StringComparison.Ordinal);
        Assert.Single(await ItemsAsync(applicant));
    }

    [Fact]
    public async Task Nobody_WithoutAddress_Disabled_OrUnwilling_HasARow()
    {
        var (none, disabled, unwilling, unset) = (Town.Stranger(), Reader(), Reader(), Reader());
        Town.Write(db => db.Users.Single(a => a.Id == disabled.AccountId).DisabledAt = Town.Clock.Now);
        await ChooseAsync(unwilling, MailTiming.None);
        foreach (var person in new[] { none, disabled, unwilling })
        {
            await TellAsync(person);
        }

        await TellAsync(unset, by: new OperationRunner(Town.Contexts, Town.Clock, Town.Time, Town.Feed, Town.House, new Outbox(Options.Create(new MailSettings()))));

        foreach (var person in new[] { none, disabled, unwilling, unset })
        {
            Assert.Empty(await ItemsAsync(person));
        }
    }

    [Fact]
    public async Task Reader_WhoIsDisabledOrChangesTheAddress_BeforeItIsSent_GetsNothingOrGetsItThere()
    {
        var (leaving, moving, unwilling) = (Reader(), Reader(), Reader());
        foreach (var person in new[] { leaving, moving, unwilling })
        {
            await TellAsync(person);
        }

        Town.Write(db => db.Users.Single(a => a.Id == leaving.AccountId).DisabledAt = Town.Clock.Now);
        Address(moving, "new@town.example");
        await ChooseAsync(unwilling, MailTiming.None);

        Assert.Equal(1, await SweepAsync());

        Assert.Equal("new@town.example", Assert.Single(Office.Received).To.Mailboxes.Single().Address);
        Assert.Empty(await ItemsAsync(leaving));
        Assert.Empty(await ItemsAsync(unwilling));
    }

    [Fact]
    public async Task Server_DownForADay_GetsEachMailOnceWhenItIsBack()
    {
        var readers = Enumerable.Range(0, 3).Select(_ => Reader()).ToList();
        await Office.CloseAsync();
        foreach (var reader in readers)
        {
            await TellAsync(reader);
        }

        for (var hour = 0; hour < 24; hour++)
        {
            Assert.Equal(0, await SweepAsync());
            Town.Time.Advance(TimeSpan.FromHours(1));
        }

        var state = (await Desk.ReadAsync(Town.Administrator(), Cancellation)).Value;
        Assert.Equal((3, MailTrouble.Unreachable, 0), (state.Waiting, state.Trouble, state.Failed));
        Town.Time.Advance(TimeSpan.FromHours(2));
        Office.Open();

        Assert.Equal(3, await SweepAsync());
        Assert.Equal(0, await SweepAsync());
        Assert.Equal(3, Office.Received.Select(m => m.To.Mailboxes.Single().Address).Distinct().Count());
        Assert.Equal(3, Office.Received.Count);
        Assert.Equal(0, (await Desk.ReadAsync(Town.Administrator(), Cancellation)).Value.Waiting);
    }

    [Fact]
    public async Task Distance_GrowsFromAMinuteToAboutAnHour()
    {
        var reader = Reader();
        await TellAsync(reader);
        await Office.CloseAsync();
        var distances = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            await SweepAsync();
            var next = (await ItemsAsync(reader)).Single().NextTryAt!.Value;
            distances.Add((next - Town.Clock.Now).TotalMinutes);
            Assert.Equal(0, await SweepAsync()); // not due: not tried
            Assert.Equal(i + 1, (await ItemsAsync(reader)).Single().Tries);
            Town.Time.Advance(next - Town.Clock.Now);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 64, 64], distances);
    }

    [Fact]
    public async Task Program_KilledBetweenSendingAndMarking_RepeatsOnceWithTheSameMessageId()
    {
        var reader = Reader();
        await TellAsync(reader);
        var killed = new KilledContexts(Town.Contexts);
        Office.Taking = _ => killed.Kill();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Sweep(killed).RunAsync(Town.Clock.Now, Cancellation));
        Office.Taking = _ => { };

        Assert.Equal(0, await SweepAsync()); // it still belongs to the node that was killed
        Town.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await SweepAsync());
        Town.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SweepAsync());

        Assert.Equal(2, Office.Received.Count);
        Assert.Single(Office.Received.Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task Nodes_SendingAtOnce_SendEachMailOnce()
    {
        var reader = Reader();
        for (var i = 0; i < 20; i++)
        {
            await TellAsync(reader, number: $"2026-{i:00000}");
        }

        var sent = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(SweepAsync, Cancellation)));

        Assert.Equal(20, sent.Sum() + await SweepAsync());
        Assert.Equal(20, Office.Received.Count);
        Assert.Equal(20, Office.Received.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Refusal_ForGood_IsShownToTheAdministratorAlone_AndTriedAgainWhenAsked()
    {
        var (bad, good, administrator) = (Reader(), Reader(), Town.Administrator());
        var address = Address(bad, "nobody@town.example");
        Office.AnswerTo = to => to == address ? "550 5.1.1 <nobody@town.example> unknown" : "250 OK";
        await TellAsync(bad);
        await TellAsync(good);

        Assert.Equal(1, await SweepAsync());
        Town.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SweepAsync());

        var state = (await Desk.ReadAsync(administrator, Cancellation)).Value;
        var failed = Assert.Single(state.Latest);
        Assert.Equal((1, 0, bad.AccountId, MailTrouble.Refused, 550), (state.Failed, state.Waiting, failed.AccountId, failed.Trouble, failed.ReplyCode));
        Assert.Equal("NotFound", (await Desk.ReadAsync(Town.CentreLead(), Cancellation)).Refusal?.Code);
        Assert.Equal("NotFound", (await Desk.SendFailedAgainAsync(Town.CentreLead(), Guid.NewGuid(), Cancellation)).Refusal?.Code);

        Address(bad, "somebody@town.example");
        var command = Guid.NewGuid();
        Assert.Equal(1, (await Desk.SendFailedAgainAsync(administrator, command, Cancellation)).Value);
        Assert.Equal(1, (await Desk.SendFailedAgainAsync(administrator, command, Cancellation)).Value);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal("somebody@town.example", Office.Received[^1].To.Mailboxes.Single().Address);
        Assert.Equal(0, (await Desk.ReadAsync(administrator, Cancellation)).Value.Failed);
    }

    [Theory]
    [InlineData("a..b@qq.com")]
    [InlineData(".lee@corp.example")]
    [InlineData("no address")]
    public async Task Address_ThatNoMailCanHave_FailsAlone_AndOnceForAll(string address)
    {
        var (bad, good, administrator) = (Reader(), Reader(), Town.Administrator());
        Address(bad, address);
        for (var i = 0; i < 16; i++)
        {
            await TellAsync(bad, number: $"2026-{i:00000}");
            await ChooseAsync(bad, MailTiming.AtOnce);
        }

        await TellAsync(good);

        Assert.Equal(1, await SweepAsync());
        Assert.Single(Office.Received);
        var state = (await Desk.ReadAsync(administrator, Cancellation)).Value;
        Assert.Equal((0, 16), (state.Waiting, state.Failed));
        Assert.All(state.Latest, f => Assert.Equal((bad.AccountId, MailTrouble.Unwritable), (f.AccountId, f.Trouble)));
        Town.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SweepAsync());

        Address(bad, "b@qq.example");
        await Desk.SendFailedAgainAsync(administrator, Guid.NewGuid(), Cancellation);
        Assert.Equal(16, await SweepAsync());
    }

    [Fact]
    public async Task Mail_AboutWhatNoRoomKnows_FailsAloneAndIsNamed()
    {
        var (bad, good) = (Reader(), Reader());
        await TellAsync(bad);
        await TellAsync(good);
        await using (var db = Town.Look())
        {
            await db.Notices.Where(n => n.AccountId == bad.AccountId).ExecuteUpdateAsync(n => n.SetProperty(x => x.SubjectKind, "Planet").SetProperty(x => x.SubjectId, 3), Cancellation);
        }

        Assert.Equal(1, await SweepAsync());

        Assert.Single(Office.Received);
        var failed = Assert.Single((await Desk.ReadAsync(Town.Administrator(), Cancellation)).Value.Latest);
        Assert.Equal((bad.AccountId, MailTrouble.Unwritable), (failed.AccountId, failed.Trouble));
    }

    [Fact]
    public async Task Server_ThatAsksForAPasswordNobodySet_FailsNoMail_AndSaysSo()
    {
        var reader = Reader();
        Office.AnswerToSender = "530 5.7.0 Authentication required";
        await TellAsync(reader);

        Assert.Equal(0, await SweepAsync());

        var item = (await ItemsAsync(reader)).Single();
        Assert.Equal((MailTrouble.SignInRefused, 530, (DateTime?)null), (item.Trouble, item.ReplyCode, item.FailedAt));
        Office.AnswerToSender = "250 OK";
        Town.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task Refusal_ForNow_IsTriedAgainWithoutHoldingUpOthers_AndGivenUpAfterDays()
    {
        var (full, good) = (Reader(), Reader());
        var address = Address(full, "full@town.example");
        Office.AnswerTo = to => to == address ? "452 mailbox full" : "250 OK";
        await TellAsync(full);
        await TellAsync(good);

        Assert.Equal(1, await SweepAsync());
        Assert.Equal((MailTrouble.PutOff, 452), ((await ItemsAsync(full))[0].Trouble!.Value, (await ItemsAsync(full))[0].ReplyCode!.Value));
        Town.Time.Advance(MailRules.GiveUpAfter);
        Assert.Equal(0, await SweepAsync());

        Assert.NotNull((await ItemsAsync(full))[0].FailedAt);
        Assert.Null((await ItemsAsync(full))[0].NextTryAt);
    }

    /// <summary>A filter that dislikes one mail's text says so when the text begins, or hangs up.</summary>
    [Theory]
    [InlineData("554 5.7.1 refused", MailTrouble.Refused, true)]
    [InlineData("451 4.7.1 not now", MailTrouble.PutOff, false)]
    [InlineData("421 4.7.0 closing", MailTrouble.PutOff, false)]
    [InlineData(null, MailTrouble.PutOff, false)]
    public async Task Text_ThatTheServerDoesNotTake_KeepsNoOtherMail(string? answer, MailTrouble trouble, bool forGood)
    {
        var (disliked, good) = (Reader(), Reader());
        var address = Address(disliked, "disliked@town.example");
        Office.AnswerToData = to => to == address ? answer : "354 go on";
        await TellAsync(disliked);
        await TellAsync(good);

        Assert.Equal(1, await SweepAsync());

        var item = (await ItemsAsync(disliked)).Single();
        Assert.Equal((trouble, forGood), (item.Trouble!.Value, item.FailedAt is not null));
        Town.Time.Advance(MailRules.GiveUpAfter);
        Assert.Equal(0, await SweepAsync());
        Assert.NotNull((await ItemsAsync(disliked)).Single().FailedAt);
    }

    [Fact]
    public async Task Server_ThatHangsUpOnEveryMail_IsLeftAloneUntilTheNextRun()
    {
        var readers = Enumerable.Range(0, 5).Select(_ => Reader()).ToList();
        Office.AnswerToData = _ => null;
        foreach (var reader in readers)
        {
            await TellAsync(reader);
        }

        Assert.Equal(0, await SweepAsync());
        Assert.Equal(MailRules.MostHangUps, Office.Visits);

        Office.AnswerToData = _ => "354 go on";
        Town.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(5, await SweepAsync());
    }

    [Fact]
    public async Task Reader_WhoNoLongerSeesWhatItIsAbout_IsNotTold_ButOfWhatWasTakenAway()
    {
        var (city, other) = (Town.EconomicCity(), Town.EconomicCity("江桥经济城"));
        var enterprise = Town.Enterprise(city);
        var (sees, moved) = (Town.Specialist(city), Town.Specialist(other));
        foreach (var who in new[] { sees, moved })
        {
            Address(who);
            await ChooseAsync(who, MailTiming.AtOnce, MailTiming.AtOnce);
            await TellAboutAsync(who, "Asked.Review");
            await TellAboutAsync(who, "Moved.LostLead");
        }

        await SweepAsync();

        Assert.Equal(2, Office.Received.Count(m => m.To.Mailboxes.Single().Address == $"person{sees.AccountId}@town.example"));
        Assert.Single(Office.Received, m => m.To.Mailboxes.Single().Address == $"person{moved.AccountId}@town.example");

        Task TellAboutAsync(Caller whom, string kind) => Runner.ActAsSystemAsync(Town.Clock.Now, op =>
        {
            op.Tell(whom.AccountId, kind, new Subject(nameof(Enterprise), enterprise.Id), late: false, "2026-00001", "厂区门口道路积水", "@Move.Reassign", "王敏", "@ClockKind.Review", "2026-03-03");
            return Task.CompletedTask;
        }, Cancellation);
    }

    [Fact]
    public async Task Sender_Refused_FailsNoMail()
    {
        var reader = Reader();
        Office.AnswerToSender = "553 not your address";
        await TellAsync(reader);
        Assert.Equal(0, await SweepAsync());
        Assert.Equal((MailTrouble.SenderRefused, 553, (DateTime?)null), Of((await ItemsAsync(reader)).Single()));

        Office.AnswerToSender = "250 OK";
        Town.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await SweepAsync());

        static (MailTrouble?, int?, DateTime?) Of(MailItem item) => (item.Trouble, item.ReplyCode, item.FailedAt);
    }

    [Fact]
    public async Task Server_ThatAsksForAPassword_IsGivenIt_AndAWrongOneFailsNoMail()
    {
        var reader = Reader();
        Office.Password = "a-secret";
        (Settings.Value.User, Settings.Value.Password) = ("service", "wrong");
        await TellAsync(reader);
        Assert.Equal(0, await SweepAsync());
        Assert.Equal(MailTrouble.SignInRefused, (await ItemsAsync(reader)).Single().Trouble);
        Assert.Null((await ItemsAsync(reader)).Single().FailedAt);

        Settings.Value.Password = "a-secret";
        Town.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await SweepAsync());
    }

    [Fact]
    public async Task Server_ThatOffersNoEncryption_IsToldNothing()
    {
        var reader = Reader();
        await TellAsync(reader);
        Settings.Value.Security = "StartTls";

        Assert.Equal(0, await SweepAsync());

        Assert.Equal(MailTrouble.NotProtected, (await ItemsAsync(reader)).Single().Trouble);
        Assert.Empty(Office.Received);
    }

    [Fact]
    public async Task Sent_IsForgottenAfterItsTime_AndNothingThatWaits()
    {
        var (sent, waiting) = (Reader(), Reader());
        await TellAsync(sent);
        await SweepAsync();
        Town.Time.Advance(MailRules.Kept + TimeSpan.FromMinutes(1));
        await Office.CloseAsync();
        await TellAsync(waiting);

        await SweepAsync();

        Assert.Empty(await ItemsAsync(sent));
        Assert.Single(await ItemsAsync(waiting));
        Assert.Single(Office.Received);
    }

    public sealed class OnSqlite(SqliteDatabase database) : SendingTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SendingTests(database), IClassFixture<PostgresDatabase>;

    /// <summary>Gives contexts until the program is killed.</summary>
    private sealed class KilledContexts(IDbContextFactory<AppDbContext> contexts) : IDbContextFactory<AppDbContext>
    {
        private volatile bool _killed;

        public void Kill() => _killed = true;

        public AppDbContext CreateDbContext() => _killed ? throw new InvalidOperationException("Killed.") : contexts.CreateDbContext();
    }
}
