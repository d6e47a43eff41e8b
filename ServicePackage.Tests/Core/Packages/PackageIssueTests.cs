using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Packages;

/// <summary>Packages are issued, compared, handed over and acknowledged. The town's day is Monday 2 March 2026.</summary>
public abstract class PackageIssueTests(TestDatabase database) : PackageTestsBase(database)
{
    [Fact]
    public async Task Versions_AreNumberedByEnterpriseAndYear()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        Assert.Equal((2026, 1), Label(await IssueAsync()));
        Clause("扩岗补贴");
        Assert.Equal((2026, 2), Label(await IssueAsync(Dispatcher)));
        GoTo(new DateOnly(2027, 1, 4));
        Clause("培训补贴");

        Assert.Equal((2027, 1), Label(await IssueAsync()));

        Assert.Equal([(2027, 1), (2026, 2), (2026, 1)], (await LiveAsync()).Versions.Select(v => (v.Year, v.Number)));
    }

    [Fact]
    public async Task Version_NeverChanges_WhateverBecomesOfItsPolicies()
    {
        await MeetAsync();
        var (policy, clause) = Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;
        Town.Write(db =>
        {
            db.PolicyClauses.Single(c => c.ClauseId == clause).Title = "另一个名称";
            db.Policies.Single(p => p.Id == policy).WithdrawnAt = Town.Clock.Now;
        });

        Assert.Empty((await LiveAsync()).Content.Clauses);
        Assert.Equal("稳岗补贴", Assert.Single((await VersionAsync(id)).Content.Clauses).Title);
    }

    [Fact]
    public async Task Version_KeepsItsDocument_WrittenFromTheTemplateInForce_ForWhomeverSeesTheVersion()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;
        var attachments = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time);

        var file = (await VersionAsync(id)).Row.File!;
        Assert.Equal($"{Enterprise.Name}服务包（2026第1版）.docx", file.FileName);
        Assert.Equal(Refusal.NotFound, (await attachments.OpenAsync(Own, file.Id, Cancellation)).Refusal);
        Must(await HandOverAsync(id));
        await using var content = Must(await attachments.OpenAsync(Own, file.Id, Cancellation)).Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Cancellation);

        using var document = WordprocessingDocument.Open(bytes, isEditable: false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains(Enterprise.Name, text, StringComparison.Ordinal);
        Assert.Contains("稳岗补贴", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        await using var db = Town.Look();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), db.Attachments.Single(a => a.Id == file.Id).Sha256);
    }

    [Fact]
    public async Task Issue_OfWhatHasChangedSinceItWasSeen_IsRefused_AndSoIsTheSameAgain()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var seen = (await LiveAsync()).Key;
        Clause("扩岗补贴");

        var refused = await Issuing.IssueAsync(Butler, Guid.NewGuid(), new IssueInput { EnterpriseId = Enterprise.Id, Seen = seen }, Cancellation);

        Assert.Equal("Package.Changed", refused.Refusal?.Code);
        Assert.Empty((await LiveAsync()).Versions);
        Must(await IssueAsync());
        Assert.True((await LiveAsync()).IsIssued);
        Assert.Equal("Package.Unchanged", (await IssueAsync()).Refusal?.Code);
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Today);
        Assert.Equal("Package.OffRoster", (await IssueAsync()).Refusal?.Code);
    }

    [Fact]
    public async Task TwoWhoIssueAtOnce_MakeOneVersion()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var seen = (await LiveAsync()).Key;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            Issuing.IssueAsync(i % 2 == 0 ? Butler : Dispatcher, Guid.NewGuid(), new IssueInput { EnterpriseId = Enterprise.Id, Seen = seen }, Cancellation))));

        Assert.Single(outcomes, o => o.Done);
        Assert.All(outcomes.Where(o => !o.Done), o => Assert.Contains(o.Refusal!.Code, new[] { "Package.Unchanged", "Stale" }));
        Assert.Single((await LiveAsync()).Versions);
    }

    [Fact]
    public async Task Comparison_SaysWhatIsNewGoneChangedAndObtained_AndWhy()
    {
        await MeetAsync();
        var (kept, _) = (Clause("稳岗补贴").ClauseId, Clause("扩岗补贴").ClauseId);
        var (expired, left) = (Clause("培训补贴"), Clause("用工补贴").ClauseId);
        var application = await AppliedAsync(kept);
        Must(await HandOverAsync(Must(await IssueAsync()).Id));
        Town.Write(db =>
        {
            db.PolicyVersions.Single(v => v.PolicyId == expired.PolicyId).Until = Today.AddDays(-1);
            db.PolicyClauses.Where(c => c.ClauseId == kept).SelectMany(c => c.Windows).Single().Until = Today.AddDays(40);
        });
        Must(await ChooseAsync(left, PackagePlace.LeftOut, "企业近期不招聘"));
        Clause("技改补贴");
        Must(await StepAsync(Drafter, application, ApplicationStep.Grant));

        var id = Must(await IssueAsync()).Id;

        var changes = (await VersionAsync(id)).Content.Changes!;
        Assert.Equal((2026, 1), (changes.Year, changes.Number));
        Assert.Equal(["技改补贴"], changes.Of(PackageChangeKind.New).Select(c => c.Title));
        Assert.Equivalent(new[] { ("培训补贴", (PackageGone?)PackageGone.NotInForce), ("用工补贴", PackageGone.LeftOut) }, changes.Of(PackageChangeKind.Gone).Select(c => (c.Title, c.Why)), strict: true);
        var window = Assert.Single(changes.Of(PackageChangeKind.Changed), c => c.Aspect == PackageAspect.Window);
        Assert.Equal(("稳岗补贴", (PackageAspect?)PackageAspect.Window), (window.Title, window.Aspect));
        Assert.Contains("4月11日", window.After?.Chinese, StringComparison.Ordinal);
        Assert.Contains("11 Apr", window.After?.English, StringComparison.Ordinal);
        Assert.Equal([("稳岗补贴", (decimal?)300_000m)], changes.Of(PackageChangeKind.Obtained).Select(c => (c.Title, c.Yuan)));
    }

    [Fact]
    public async Task Package_IsAnotherExactlyWhereTheComparisonSaysWhy()
    {
        await MeetAsync();
        var (_, clause) = Clause("稳岗补贴");
        Must(await IssueAsync());
        Assert.True((await LiveAsync()).IsIssued);

        Must(await ChooseAsync(clause, PackagePlace.PutForward, "请留意截止日期"));

        var view = await LiveAsync();
        Assert.False(view.IsIssued);
        Assert.Equal([(PackageAspect.Word, (string?)null, "重点推荐：请留意截止日期")], view.Changes!.Rows.Select(r => (r.Aspect!.Value, r.Before?.Chinese, r.After!.Chinese)));
        Must(await IssueAsync());
        Town.Write(db => db.Users.Single(a => a.Id == Butler.AccountId).PhoneNumber = "021-59150001");
        Assert.Equal([PackageAspect.Person], (await LiveAsync()).Changes!.Rows.Select(r => r.Aspect!.Value));
        Assert.True(Must(await Lists.ListAsync(Dispatcher, new PackageFilter(), Cancellation)).Rows.Items.Single(r => r.EnterpriseId == Enterprise.Id).IsChanged);
    }

    [Fact]
    public async Task Obtained_OfTheYearBefore_MakesNoOtherPackage()
    {
        var (_, clause) = await AskingAsync(null, "专项扶持", named: Enterprise);
        var application = await AppliedAsync(clause, daysAgo: 0);
        Must(await StepAsync(Drafter, application, ApplicationStep.Grant));
        GoTo(new DateOnly(2026, 12, 31));
        Assert.Single((await LiveAsync()).Content.Obtained);
        Must(await IssueAsync());

        GoTo(new DateOnly(2027, 1, 4));

        var view = await LiveAsync();
        Assert.Empty(view.Content.Obtained);
        Assert.True(view.IsIssued);
    }

    [Fact]
    public async Task Comparison_IsWithWhatTheEnterpriseWasGiven_AndWhatItNeverWasIsReplaced()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var first = Must(await IssueAsync()).Id;
        Must(await HandOverAsync(first));
        Clause("扩岗补贴");
        var second = Must(await IssueAsync()).Id;
        Clause("培训补贴");
        Assert.Equal(PackageState.HandedOver, Must(await Lists.OfEnterpriseAsync(Own, Enterprise.Id, Cancellation)).State);

        var third = Must(await IssueAsync()).Id;

        var changes = (await VersionAsync(third)).Content.Changes!;
        Assert.Equal(1, changes.Number);
        Assert.Equivalent(new[] { "扩岗补贴", "培训补贴" }, changes.Of(PackageChangeKind.New).Select(c => c.Title), strict: true);
        Assert.Equal(PackageState.Superseded, Version(second).State);
        GoTo(new DateOnly(2026, 5, 6));
        Assert.False((await VersionAsync(second)).Row.IsLate);
        Assert.True((await VersionAsync(third)).Row.IsLate);
        Assert.Equal(Version(second).HandOverDueAt, Version(third).HandOverDueAt); // issuing anew gives nobody more time
        Must(await HandOverAsync(third));
        await using var db = Town.Look();
        Assert.Equal([third], db.Notices.Where(n => n.AccountId == Own.AccountId && n.DoneAt == null).Select(n => n.SubjectId!.Value));
    }

    [Fact]
    public async Task Comparison_SaysThatAConditionIsNotMetAnyMore()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        Must(await IssueAsync());
        Town.Time.Advance(TimeSpan.FromMinutes(1));
        await SayAsync("staff", "20");

        Assert.Equal([PackageGone.NotMet], (await LiveAsync()).Changes!.Rows.Select(r => r.Why!.Value));
        Assert.Null((await LiveAsync(Own)).Changes);
    }

    [Fact]
    public async Task HandOver_OnLine_AsksForTheReceipt_WhichTheEnterpriseGives()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;
        Assert.Equal(Refusal.NotFound, (await Packages.VersionAsync(Own, id, Cancellation)).Refusal);
        Assert.Equal("Package.NotHandedOver", (await AcknowledgeAsync(id, Butler)).Refusal?.Code);

        Must(await HandOverAsync(id));

        Assert.Equal(["Asked.PackageReceipt"], Told(Own));
        Assert.Equal("Package.AlreadyHandedOver", (await HandOverAsync(id)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await AcknowledgeAsync(id, Town.EnterpriseUser(Town.Enterprise(City)))).Refusal);
        Must(await AcknowledgeAsync(id));
        var row = (await VersionAsync(id, Own)).Row;
        Assert.Equal((PackageState.Acknowledged, Today, ""), (row.State, row.AcknowledgedOn, row.RecordedBy));
        Assert.Equal("Package.AlreadyAcknowledged", (await AcknowledgeAsync(id)).Refusal?.Code);
        await using var db = Town.Look();
        Assert.All(db.Notices.Where(n => n.AccountId == Own.AccountId), n => Assert.NotNull(n.DoneAt));
    }

    [Fact]
    public async Task HandOver_AtAVisit_TakesADayAndAName_AndTheReceiptThereAndThen()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;

        Assert.Equal(("Missing", nameof(HandOverInput.To)), Of(await HandOverAsync(id, HandOverWay.AtVisit, fill: i => i.To = " ")));
        Assert.Equal(("Package.DayToCome", nameof(HandOverInput.Day)), Of(await HandOverAsync(id, HandOverWay.AtVisit, fill: i => i.Day = Today.AddDays(1))));
        Assert.Equal(("Package.BeforeIssue", nameof(HandOverInput.Day)), Of(await HandOverAsync(id, HandOverWay.AtVisit, fill: i => i.Day = Today.AddDays(-1))));
        Assert.Equal("NotChosen", (await HandOverAsync(id, fill: i => i.Way = null)).Refusal?.Code);
        Assert.Equal(Refusal.Stale, (await HandOverAsync(id, fill: i => i.Version = 7)).Refusal);
        Assert.Equal(PackageState.Issued, Version(id).State);

        Must(await HandOverAsync(id, HandOverWay.AtVisit, fill: i => i.IsAcknowledged = true));

        var row = (await VersionAsync(id)).Row;
        Assert.Equal((PackageState.Acknowledged, "陈晓明", "陈晓明", Today), (row.State, row.HandedTo, row.AcknowledgedName, row.AcknowledgedOn));
        Assert.NotEqual("", row.RecordedBy);
        Assert.Equal(["PackageReceiptRecorded"], Told(Own));
    }

    [Fact]
    public async Task HandOver_AtAVisit_CountsAsAContactOnce_AndHoldsTheVisitThatWasPlannedForTheDay()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var planned = Must(await new ContactService(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>()).PlanContactAsync(Butler, Guid.NewGuid(), new PlanContactInput { EnterpriseId = Enterprise.Id, Way = ContactWay.Visit, Day = Today, Purpose = "送服务包" }));
        Must(await HandOverAsync(Must(await IssueAsync()).Id, HandOverWay.AtVisit));
        Clause("扩岗补贴");
        Must(await HandOverAsync(Must(await IssueAsync()).Id, HandOverWay.AtVisit, Dispatcher));

        await using var db = Town.Look();
        var contact = Assert.Single(db.Contacts.Where(c => c.EnterpriseId == Enterprise.Id));
        Assert.Equal((planned, ContactWay.Visit, Today, "陈晓明", "送达企业服务包（2026 第1版）"), (contact.Id, contact.Way, contact.Day, contact.WithWhom, contact.Said));
        Assert.Equal((Butler.AccountId, true), (contact.AccountId, contact.HeldAt is not null));
        Clause("用工补贴");
        Must(await HandOverAsync(Must(await IssueAsync()).Id));
        Assert.Equal(1, db.Contacts.Count()); // on line is no contact
    }

    [Fact]
    public async Task Receipt_IsRecordedByWhoeverServesTheEnterprise_WithNameAndDay()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;
        GoTo(Today.AddDays(1));
        Must(await HandOverAsync(id, HandOverWay.AtVisit));

        Assert.Equal("Missing", (await AcknowledgeAsync(id, Butler, i => i.Name = "")).Refusal?.Code);
        Assert.Equal("Package.BeforeHandOver", (await AcknowledgeAsync(id, Butler, i => i.Day = Today.AddDays(-1))).Refusal?.Code);
        Assert.Equal("Package.DayToCome", (await AcknowledgeAsync(id, Butler, i => i.Day = Today.AddDays(1))).Refusal?.Code);
        Must(await AcknowledgeAsync(id, Butler, i => i.Name = "周会计"));

        Assert.Equal(("周会计", PackageState.Acknowledged), (Version(id).AcknowledgedName, Version(id).State));
    }

    [Fact]
    public async Task HandOver_IsOfTheLastVersionAlone_AndOnLineOnlyWhereSomebodyIs()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var first = Must(await IssueAsync()).Id;
        Clause("扩岗补贴");
        var second = Must(await IssueAsync()).Id;

        Assert.Equal("Package.NotLatest", (await HandOverAsync(first)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await HandOverAsync(second, who: Own)).Refusal);
        Town.Write(db => db.Users.Single(a => a.Id == Own.AccountId).DisabledAt = Town.Clock.Now);
        Assert.Equal("Package.NobodyOnLine", (await HandOverAsync(second)).Refusal?.Code);
    }

    [Fact]
    public async Task Version_IsLate_AfterTheCloseOfTheTenthWorkingDay()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var id = Must(await IssueAsync()).Id;
        Assert.Equal(TownTime.CloseOf(new DateOnly(2026, 3, 16)), Version(id).HandOverDueAt);

        Town.GoTo(new DateOnly(2026, 3, 16), new TimeOnly(17, 0));
        Assert.False((await VersionAsync(id)).Row.IsLate);
        Town.GoTo(new DateOnly(2026, 3, 16), new TimeOnly(17, 1));
        Assert.True((await VersionAsync(id)).Row.IsLate);
        Must(await HandOverAsync(id));
        Assert.False((await VersionAsync(id)).Row.IsLate);
    }

    private static (int, int) Label(Outcome<IssuedPackage> issued) => (Must(issued).Year, Must(issued).Number);

    private static (string?, string?) Of<T>(Outcome<T> outcome) => (outcome.Refusal?.Code, outcome.Refusal?.Field);

    public sealed class OnSqlite(SqliteDatabase database) : PackageIssueTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PackageIssueTests(database), IClassFixture<PostgresDatabase>;
}
