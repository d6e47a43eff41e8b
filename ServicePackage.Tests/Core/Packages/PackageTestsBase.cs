using ServicePackage.Core.Documents;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Packages;

/// <summary>A town with an enterprise, its butler, and clauses it meets. The town's day is Monday 2 March 2026.</summary>
public abstract class PackageTestsBase(TestDatabase database) : FollowingTestsBase(database)
{
    protected PackageReader Packages => new(Town.Runner, Moments);

    protected PackageChoiceService Choices => new(Town.Runner);

    protected PackageIssueService Issuing => new(Town.Runner, Moments, Shelf);

    protected HandOverService Handing => new(Town.Runner);

    protected PackageListService Lists => new(Town.Runner, Moments, Issuing);

    protected TemplateShelf Shelf { get; } = new();

    protected static MomentSource Moments => new(new CalendarSource(), new Unchanging<ProcedureSettings>());

    /// <summary>The clauses' first windows are from ten days ago to twenty days hence.</summary>
    protected (long PolicyId, long ClauseId) Clause(string title, string? condition = Staff) => Town.PublishedClause(Unit, Drafter, title, condition);

    /// <summary>It is registered in the town's district and has enough people for what asks for some.</summary>
    protected async Task MeetAsync()
    {
        await SayAsync("reg_place", "310114");
        await SayAsync("staff", "120");
    }

    protected async Task<PackageView> LiveAsync(Caller? who = null) => Must(await Packages.LiveAsync(who ?? Butler, Enterprise.Id, Cancellation));

    protected async Task<PackageVersionView> VersionAsync(long id, Caller? who = null) => Must(await Packages.VersionAsync(who ?? Butler, id, Cancellation));

    protected Task<Outcome<Nothing>> ChooseAsync(long clauseId, PackagePlace place, string word = "", Caller? who = null, int version = 0) =>
        Choices.ChooseAsync(who ?? Butler, Guid.NewGuid(), new PackageChoiceInput { EnterpriseId = Enterprise.Id, ClauseId = clauseId, Place = place, Word = word, Version = version }, Cancellation);

    /// <summary>The package as it stands is issued.</summary>
    protected async Task<Outcome<IssuedPackage>> IssueAsync(Caller? who = null) =>
        await Issuing.IssueAsync(who ?? Butler, Guid.NewGuid(), new IssueInput { EnterpriseId = Enterprise.Id, Seen = (await LiveAsync()).Key }, Cancellation);

    protected async Task<Outcome<Nothing>> HandOverAsync(long id, HandOverWay way = HandOverWay.Online, Caller? who = null, Action<HandOverInput>? fill = null)
    {
        var input = new HandOverInput { Id = id, Version = Version(id).Version, Way = way, Day = Today, To = "陈晓明" };
        fill?.Invoke(input);
        return await Handing.HandOverAsync(who ?? Butler, Guid.NewGuid(), input, Cancellation);
    }

    protected async Task<Outcome<Nothing>> AcknowledgeAsync(long id, Caller? who = null, Action<AcknowledgeInput>? fill = null)
    {
        var input = new AcknowledgeInput { Id = id, Version = Version(id).Version, Day = Today, Name = "陈晓明" };
        fill?.Invoke(input);
        return await Handing.AcknowledgeAsync(who ?? Own, Guid.NewGuid(), input, Cancellation);
    }

    protected PackageVersion Version(long id)
    {
        using var db = Town.Look();
        return db.PackageVersions.Single(v => v.Id == id);
    }

    protected void GoTo(DateOnly day) => Town.GoTo(day, new TimeOnly(9, 0));
}
