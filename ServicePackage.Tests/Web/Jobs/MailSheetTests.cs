using Bunit;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Tests.Web.Tickets;
using ServicePackage.Web.Features.Jobs;

namespace ServicePackage.Tests.Web.Jobs;

/// <summary>What the administrator sees of the mail.</summary>
public sealed class MailSheetTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Sheet_WithoutServer_SaysThatNoMailIsSent()
    {
        var sheet = await SheetAsync(Town.Administrator());

        Assert.Contains("未设置邮件服务器", sheet.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", sheet.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_ShowsWhatWaitsAndWhatFailed_AndLetsItBeSentAgain()
    {
        (Mail.Value.Host, Mail.Value.From, Mail.Value.PublicAddress) = ("mail.malu.example", "service@malu.example", "https://service.malu.example");
        Put(Officer, item => (item.NextTryAt, item.Trouble) = (Town.Clock.Now, MailTrouble.Unreachable));
        Put(Liaison, item => (item.FailedAt, item.Trouble, item.ReplyCode) = (Town.Clock.Now, MailTrouble.Refused, 550));

        var sheet = await SheetAsync(Town.Administrator());

        Assert.Contains("1封待发送，邮件服务器无法连接，稍后自动重试", sheet.Markup, StringComparison.Ordinal);
        Assert.Contains("1封发送失败", sheet.Find(".lamp-red").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/accounts/{Liaison.AccountId}", sheet.Find("td a").GetAttribute("href"));
        Assert.Equal("邮件服务器拒收（550）", sheet.FindAll("td")[1].TextContent);

        await sheet.Find("button").ClickAsync();

        sheet.WaitForAssertion(() => Assert.Contains("2封待发送", sheet.Markup, StringComparison.Ordinal));
        Assert.Empty(sheet.FindAll("table"));
    }

    [Fact]
    public async Task Sheet_ForAnybodyElse_IsEmpty() => Assert.DoesNotContain("<section", (await SheetAsync(CentreLead)).Markup, StringComparison.Ordinal);

    private Task<IRenderedComponent<MailSheet>> SheetAsync(Caller who) => DrawAsync<MailSheet>(who, (sheet, me) => sheet.Add(s => s.Me, me));

    private void Put(Caller whom, Action<MailItem> state)
    {
        var item = new MailItem
        {
            AccountId = whom.AccountId,
            MessageKey = Guid.NewGuid(),
            At = Town.Clock.Now,
            Notice = new Notice { AccountId = whom.AccountId, Kind = "Moved", At = Town.Clock.Now },
        };
        state(item);
        Town.Write(db => db.MailItems.Add(item));
    }
}
