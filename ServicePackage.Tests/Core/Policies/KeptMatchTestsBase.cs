using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>A town in which matches are kept and told.</summary>
public abstract class KeptMatchTestsBase(TestDatabase database) : MatchTestsBase(database)
{
    protected ClausePushService Pushes => new(Town.Runner);

    /// <summary>Registered here, with staff enough for <see cref="MatchTestsBase.Staff"/>.</summary>
    protected async Task MeetAsync(Enterprise? enterprise = null)
    {
        await SayAsync("reg_place", "310114106", enterprise);
        await SayAsync("staff", "120", enterprise);
    }

    protected Task<int> SweepAsync(DateTime? asOf = null) => Town.Weighing.RunAsync(asOf ?? Town.Clock.Now, Cancellation);

    /// <summary>Whoever is due is told.</summary>
    protected Task<int> TellAsync() => Town.Telling.RunAsync(Town.Clock.Now, Cancellation);

    protected IReadOnlyList<(long Enterprise, long Clause)> Open()
    {
        using var db = Town.Look();
        return [.. db.Matches.AsNoTracking().Open().OrderBy(m => m.Id).AsEnumerable().Select(m => ValueTuple.Create(m.EnterpriseId, m.ClauseId))];
    }

    protected DateOnly? Turn()
    {
        using var db = Town.Look();
        return db.MatchTurns.AsNoTracking().Single(t => t.EnterpriseId == Enterprise.Id).NextTurn;
    }

    /// <summary>The digests a person was told, as sentences.</summary>
    protected IReadOnlyList<string> DigestsOf(Caller who)
    {
        using var db = Town.Look();
        return [.. db.Notices.AsNoTracking().Where(n => n.AccountId == who.AccountId && n.Kind.StartsWith("Weekly.")).OrderBy(n => n.Id).AsEnumerable()
            .Select(n => ServicePackage.Core.Notices.NoticeWording.Sentence(n.Kind, System.Text.Json.JsonSerializer.Deserialize<List<string>>(n.Arguments)!))];
    }
}
