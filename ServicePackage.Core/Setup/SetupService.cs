using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Setup;

/// <summary>What a town needs before it can work, in the order in which it is set up.</summary>
public enum SetupTask
{
    /// <summary>The Centre, the leadership, those who handle demands, an economic city.</summary>
    Organisations,

    /// <summary>Somebody in every post without which the procedure stands still.</summary>
    People,

    /// <summary>Enterprises on the roster.</summary>
    Enterprises,

    /// <summary>An account for each of them.</summary>
    EnterpriseAccounts,

    /// <summary>A butler for each of them.</summary>
    Butlers,

    /// <summary>The working calendar of this year.</summary>
    Calendar,

    /// <summary>That of the next year, which is published in its autumn.</summary>
    NextCalendar,

    /// <summary>A mail server.</summary>
    Mail,
}

/// <summary>How it stands with one of them.</summary>
/// <param name="Task">Which.</param>
/// <param name="There">How many there are.</param>
/// <param name="Missing">How many are missing; 0 when it is done.</param>
/// <param name="MayWait">Whether the town can begin without it.</param>
public sealed record SetupStep(SetupTask Task, int There, int Missing, bool MayWait = false)
{
    /// <summary>Whether it is done.</summary>
    public bool Done => Missing == 0;
}

/// <summary>A post that nobody in use holds.</summary>
public sealed record MissingPost(long OrganisationId, string Organisation, string OrganisationEnglish, IReadOnlyList<PostKind> Posts);

/// <summary>How far a town is set up.</summary>
/// <param name="Steps">What there is to do, in order.</param>
/// <param name="MissingKinds">The kinds of organisation of which there is none.</param>
/// <param name="MissingPosts">The organisations that lack somebody.</param>
/// <param name="Year">The present year.</param>
public sealed record SetupView(IReadOnlyList<SetupStep> Steps, IReadOnlyList<OrganisationKind> MissingKinds, IReadOnlyList<MissingPost> MissingPosts, int Year)
{
    /// <summary>Whether the town has all that it needs.</summary>
    public bool IsComplete => Steps.All(s => s.Done || s.MayWait);
}

/// <summary>Counts in the database how far a town is set up, for the administrator's first page.</summary>
public sealed class SetupService(OperationRunner operations, IOptions<MailSettings> mail)
{
    private const int CalendarDueMonth = 12;

    /// <summary>
    /// The posts that each kind of organisation needs: who dispatches and decides at the Centre, the general liaison (plan §五(五)), a liaison and an
    /// officer of whoever handles demands, the general manager of an economic city, who stands in for its butlers.
    /// </summary>
    private static readonly Dictionary<OrganisationKind, PostKind[]> Needed = new()
    {
        [OrganisationKind.Centre] = [PostKind.Dispatcher, PostKind.CentreLead],
        [OrganisationKind.Leadership] = [PostKind.GeneralLiaison],
        [OrganisationKind.Unit] = [PostKind.Liaison, PostKind.Officer],
        [OrganisationKind.CooperatingDepartment] = [PostKind.Liaison, PostKind.Officer],
        [OrganisationKind.EconomicCity] = [PostKind.GeneralManager],
    };

    /// <summary>What is done and what is still to be done. NotFound for anybody but an administrator.</summary>
    public Task<Outcome<SetupView>> ReadAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<SetupView>(caller, async op =>
        {
            if (!op.Actor.IsAdministrator)
            {
                return Refusal.NotFound;
            }

            var organisations = await op.Db.Organisations
                .Where(o => o.DisabledAt == null && o.Kind != OrganisationKind.Administration && o.Kind != OrganisationKind.Provider)
                .OrderBy(o => o.Kind).ThenBy(o => o.SortKey)
                .Select(o => new { o.Id, o.Name, o.EnglishName, o.Kind, Held = o.Posts.Where(p => p.Account.DisabledAt == null).Select(p => p.Kind).ToList() })
                .ToListAsync(cancellation);
            var kinds = Needed.Keys.Where(k => k != OrganisationKind.CooperatingDepartment && !organisations.Exists(o => o.Kind == k)).ToList(); // a unit may do without a department
            var posts = organisations
                .Select(o => new MissingPost(o.Id, o.Name, o.EnglishName, [.. Needed[o.Kind].Except(o.Held)]))
                .Where(m => m.Posts.Count > 0).ToList();
            var people = await op.Db.Users.CountAsync(a => a.EnterpriseId == null && a.DisabledAt == null && a.Posts.Any(p => p.Organisation.DisabledAt == null), cancellation);

            var roster = op.Db.Enterprises.VisibleTo(op).OnRoster(op.Today);
            var enterprises = await roster.CountAsync(cancellation);
            var withAccount = await roster.CountAsync(e => op.Db.Users.Any(a => a.EnterpriseId == e.Id && a.DisabledAt == null), cancellation);
            var withButler = await roster.CountAsync(e => op.Db.ButlerAssignments.Current().Any(b => b.EnterpriseId == e.Id), cancellation);
            var years = await op.Db.CalendarYears.Where(y => y.Year == op.Today.Year || y.Year == op.Today.Year + 1).Select(y => y.Year).ToListAsync(cancellation);

            return new SetupView(
                [
                    new(SetupTask.Organisations, organisations.Count, kinds.Count),
                    new(SetupTask.People, people, posts.Sum(p => p.Posts.Count) + (organisations.Count == 0 ? 1 : 0)),
                    new(SetupTask.Enterprises, enterprises, enterprises == 0 ? 1 : 0),
                    new(SetupTask.EnterpriseAccounts, withAccount, enterprises == 0 ? 1 : enterprises - withAccount, MayWait: true),
                    new(SetupTask.Butlers, withButler, enterprises == 0 ? 1 : enterprises - withButler),
                    Of(SetupTask.Calendar, years.Contains(op.Today.Year), mayWait: false),
                    Of(SetupTask.NextCalendar, years.Contains(op.Today.Year + 1), mayWait: op.Today.Month < CalendarDueMonth),
                    Of(SetupTask.Mail, mail.Value.IsOn, mayWait: true),
                ], kinds, posts, op.Today.Year);
        }, cancellation);

    private static SetupStep Of(SetupTask task, bool done, bool mayWait) => new(task, done ? 1 : 0, done ? 0 : 1, mayWait);
}
