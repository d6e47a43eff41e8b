using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies.Demo;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Policies;

/// <summary>What the policies' room gives to the house.</summary>
public sealed class PolicyRoom : ISubjects, IDoors, IFinds, IOrganisationDuties, IMerges, IRecords, IFactNeeds, IHears, IJobs, ISeeds, IFollowUpReasons
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new PolicySubject(), new ApplicationSubject(), new DigestSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [PolicyDoors.Policies, PolicyDoors.OwnPolicies, PolicyDoors.Served, PolicyDoors.Drafts, PolicyDoors.Applications, PolicyDoors.TakeUp];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(Policy), op => op.Db.PolicyVersions.Where(v => !op.Db.PolicyVersions.Any(l => l.PolicyId == v.PolicyId && l.Number > v.Number))
            .Select(v => new RecordedName { Id = v.PolicyId, Name = v.Title }),
            "EnterPolicy", "ChangeDraft", "RemoveFile", "SplitText", "SaveClause", "SaveCondition", "MoveClause", "RemoveClause", "SubmitPolicy", "TakeBackPolicy", "DiscardDraft",
            "NewPolicyVersion", "PublishPolicy", "SendBackPolicy", "WithdrawPolicy", "InterpretClause", "PassPolicy", ClausePreviewService.Look, ClausePushService.Push),
        new RecordedKind(nameof(Enterprise), "AnswerClause", "TakeBackClauseAnswer", "JudgeCriterion", InterestService.Called),
        new RecordedKind(nameof(Enterprise), ["ApplyForClause", "OfferClause", "CorrectApplication", "TakeBackApplicationStep", .. Enum.GetNames<ApplicationStep>().Select(s => $"Application.{s}")]),
    ];

    /// <summary>Weighs what is to be weighed anew.</summary>
    public static Job Weighing { get; } =
        Job.Of<MatchSweep>("MatchSweep", 8, TimeSpan.FromMinutes(1), (sweep, asOf, cancellation) => sweep.RunAsync(asOf, cancellation));

    /// <summary>Tells of new matches, once a week.</summary>
    public static Job Telling { get; } =
        Job.Of<DigestSweep>("DigestSweep", 9, TimeSpan.FromMinutes(1), (sweep, asOf, cancellation) => sweep.RunAsync(asOf, cancellation));

    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } = [Weighing, Telling];

    /// <inheritdoc/>
    public void Hear(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        WeighedChanges.Hear(op);
        OfferAsking.Hear(op);
    }

    /// <summary>Published policies by title, number and issuer, then clauses by what they say; of each those first that close first.</summary>
    public async Task<IReadOnlyList<FoundRow>> FindAsync(Operation op, string text, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var policies = await op.Db.PolicyVersions.VisibleTo(op).Published().Saying(text, op.Db).OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id).Take(most)
            .Select(v => new FoundRow(new SubjectName { Kind = nameof(Policy), Id = v.PolicyId, Title = v.Title }, "", v.DocumentNumber, v.Level)).ToListAsync(cancellation);
        var clauses = await op.Db.PolicyClauses.VisibleTo(op).Published().SayingThemselves(text, op.Db).ClosingFirst(op.Today).Take(most)
            .Select(c => new FoundRow(new SubjectName { Kind = nameof(PolicyClause), Id = c.ClauseId, Number = c.Number, Title = c.Title }, "", c.PolicyVersion.Title, c.PolicyVersion.Level)).ToListAsync(cancellation);
        return [.. policies, .. clauses];
    }

    /// <summary>The clauses in force today that ask for each.</summary>
    public async Task<IReadOnlyDictionary<string, int>> NeedsAsync(Operation op, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        var clauses = await op.Db.PolicyClauses.VisibleTo(op).Published().InForce(op.Today).Where(c => c.Condition != null).Select(c => new { c.PolicyVersion.Place, c.Condition }).ToListAsync(cancellation);
        return clauses.Select(c => PlaceFirst.Before(c.Place, ConditionJson.Weighable(c.Condition))).OfType<Condition>()
            .SelectMany(c => KnownReading.AskedBy([c], Criteria.OfTheProgram)).CountBy(code => code).ToDictionary();
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation) => PolicyDuties.CountAsync(op, organisationId, cancellation);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> FollowUpKinds => PolicyReasons.Kinds;

    /// <inheritdoc/>
    public Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation) =>
        PolicyReasons.StandingAsync(db, at, enterpriseIds, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation) =>
        PolicyReasons.DoneAsync(db, at, gone, cancellation);

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => [.. new Library(stage).Scenes(), .. new Followed(stage).Scenes(), .. new Replies(stage).Scenes()];

    /// <inheritdoc/>
    public string Passes => nameof(Policy);

    /// <inheritdoc/>
    public Task<int> PassAsync(Operation op, Organisation from, Organisation into, CancellationToken cancellation) => PolicyDuties.PassAsync(op, from, into, cancellation);
}

/// <summary>Policies as subjects, called by the title published last of those the reader sees; by that of the draft before.</summary>
internal sealed class PolicySubject : SubjectKind
{
    public override string Kind => nameof(Policy);

    public override IQueryable<SubjectName> VisibleTo(Operation op)
    {
        var versions = op.Db.PolicyVersions.VisibleTo(op);
        return op.Db.Policies.VisibleTo(op).Select(p => new SubjectName
        {
            Kind = nameof(Policy),
            Id = p.Id,
            Title = versions.Where(v => v.PolicyId == p.Id).OrderByDescending(v => v.PublishedAt != null).ThenByDescending(v => v.Number).Select(v => v.Title).First(),
        });
    }

    /// <summary>The files that came with a version are for those to whom all of it is open, those of a draft for those who read it.</summary>
    public override IQueryable<OpenFiles> FilesOpenTo(Operation op) => op.Db.PolicyVersions.VisibleTo(op).WholeTo(op)
        .Select(v => new OpenFiles
        {
            Id = v.PolicyId,
            Internal = v.PublishedAt == null,
            After = v.PublishedAt == null ? null : v.Policy.Versions.Where(e => e.Number < v.Number).Max(e => e.PublishedAt),
            By = v.PublishedAt,
        });
}

/// <summary>Applications as subjects of notices, called by the clause.</summary>
internal sealed class ApplicationSubject : SubjectKind
{
    public override string Kind => nameof(ClauseApplication);

    public override IQueryable<SubjectName> VisibleTo(Operation op) => op.Db.ClauseApplications.VisibleTo(op)
        .Select(a => new SubjectName { Kind = nameof(ClauseApplication), Id = a.Id, Title = a.PolicyClause.Title });

    /// <summary>The consent of the enterprise to what it was offered, from itself and those who may speak for it.</summary>
    public override async Task<IReadOnlyList<(long Id, string What)>> AwaitedAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        var keys = ids.ToList();
        var open = await op.Db.ClauseApplications.VisibleTo(op).Offers().Where(a => EF.Parameter(keys).Contains(a.Id)).Select(a => new { a.Id, a.EnterpriseId }).ToListAsync(cancellation);
        var spokenFor = await ApplicationAccess.SpokenForAsync(op, [.. open.Select(a => a.EnterpriseId).Distinct()], cancellation);
        return [.. open.Where(a => spokenFor.Contains(a.EnterpriseId)).Select(a => (a.Id, OfferAsking.Consent))];
    }
}
