using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies.Demo;

/// <summary>A policy of the demo town.</summary>
/// <param name="By">Who enters it.</param>
/// <param name="Policy">What it says of itself.</param>
/// <param name="Clauses">Its clauses.</param>
internal sealed record Entry(string By, PolicyInput Policy, params IReadOnlyList<Part> Clauses);

/// <summary>A clause of it.</summary>
/// <param name="Clause">What it says.</param>
/// <param name="Unit">The name of who carries it out; null for nobody of the town.</param>
/// <param name="Firms">The keys of the enterprises it is for; none where it is for all.</param>
internal sealed record Part(ClauseInput Clause, string? Unit = null, params IReadOnlyList<string> Firms);

/// <summary>
/// The policy library of the demo town, entered through the services: what is published, some of it in plain words, one policy with a second version, one draft
/// under review and one sent back.
/// </summary>
internal sealed class Library(Stage stage)
{
    private const int PublishedBack = 18;
    private const int InterpretedBack = 9;
    private const int DraftedBack = 2;

    private readonly Dictionary<string, long> _ids = [];

    /// <summary>The three days on which something happens.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        Scene(PublishedBack, async (acts, cancellation) =>
        {
            foreach (var entry in Entries.Published(stage.Anchor))
            {
                await PublishAsync(acts, entry, cancellation);
            }
        }),
        Scene(InterpretedBack, async (acts, cancellation) =>
        {
            await acts.InterpretAsync("tax", _ids[Entries.Deduction], 0, Entries.DeductionInPlainWords, cancellation);
            await acts.InterpretAsync("labour", _ids[Entries.Skills], 0, Entries.SkillsInPlainWords, cancellation);
            await acts.InterpretAsync("finance", _ids[Entries.Arrears], 0, Entries.ArrearsInPlainWords, cancellation);
            await acts.RenewAsync(_ids[Entries.Rewards], Entries.RewardsLater, Entries.RewardsChange, cancellation);
        }),
        Scene(DraftedBack, async (acts, cancellation) =>
        {
            await acts.SubmitAsync(await acts.DraftAsync(Entries.UnderReview, cancellation), Entries.UnderReview.By, cancellation);
            var returned = await acts.DraftAsync(Entries.Returned, cancellation);
            await acts.SubmitAsync(returned, Entries.Returned.By, cancellation);
            await acts.SendBackAsync(returned, Entries.ReturnedBecause, cancellation);
        }),
    ];

    private async Task PublishAsync(LibraryActs acts, Entry entry, CancellationToken cancellation)
    {
        var id = _ids[entry.Policy.Title] = await acts.DraftAsync(entry, cancellation);
        await acts.SubmitAsync(id, entry.By, cancellation);
        await acts.PublishAsync(id, "", cancellation);
    }

    private Scene Scene(int back, Func<LibraryActs, CancellationToken, Task> play) =>
        new(TownTime.At(stage.Back(back), new TimeOnly(9, 5)), cancellation => play(new LibraryActs(stage.Services), cancellation));
}

/// <summary>The acts of the library's people, through the services.</summary>
internal sealed class LibraryActs(IServiceProvider services)
{
    private const string Reviewer = "lead";

    /// <summary>What the clauses ask, by their title; those that nobody could compute are not among them.</summary>
    private static readonly Dictionary<string, Condition> Conditions = ConditionJson.File<Dictionary<string, Condition>>("demo-conditions.json");

    private readonly PolicyDraftService _drafts = services.GetRequiredService<PolicyDraftService>();
    private readonly PolicyReviewService _review = services.GetRequiredService<PolicyReviewService>();
    private readonly DraftReader _reader = services.GetRequiredService<DraftReader>();
    private readonly CommandIds _commands = services.GetRequiredService<CommandIds>();
    private readonly Founding _town = services.GetRequiredService<Founding>();

    /// <summary>Enters a policy with its clauses.</summary>
    public async Task<long> DraftAsync(Entry entry, CancellationToken cancellation)
    {
        var caller = CallerOf(entry.By);
        var id = (await _drafts.NewAsync(caller, _commands.Next(), entry.Policy, cancellation)).MustBeDone(entry.Policy.Title);
        foreach (var part in entry.Clauses)
        {
            await SaveAsync(caller, id, part, cancellation);
        }

        return id;
    }

    /// <summary>Hands a draft in.</summary>
    public async Task SubmitAsync(long id, string by, CancellationToken cancellation) =>
        (await _drafts.SubmitAsync(CallerOf(by), _commands.Next(), new DraftAct(id, await VersionAsync(id, cancellation)), cancellation)).MustBeDone("policy handed in");

    /// <summary>The Centre publishes it.</summary>
    public async Task PublishAsync(long id, string note, CancellationToken cancellation) =>
        (await _review.PublishAsync(CallerOf(Reviewer), _commands.Next(), new PublishInput { PolicyId = id, Version = await VersionAsync(id, cancellation), ChangeNote = note }, cancellation)).MustBeDone("policy published");

    /// <summary>The Centre sends it back.</summary>
    public async Task SendBackAsync(long id, string reason, CancellationToken cancellation) =>
        (await _review.SendBackAsync(CallerOf(Reviewer), _commands.Next(), new SendBackInput { PolicyId = id, Version = await VersionAsync(id, cancellation), Reason = reason }, cancellation)).MustBeDone("policy sent back");

    /// <summary>Puts the first clauses of a policy in plain words.</summary>
    public async Task InterpretAsync(string by, long id, int place, string text, CancellationToken cancellation)
    {
        var clause = (await ReadAsync(id, cancellation)).Clauses[place];
        (await services.GetRequiredService<InterpretationService>()
            .WriteAsync(CallerOf(by), _commands.Next(), new InterpretationInput { ClauseId = clause.ClauseId, Text = text }, cancellation)).MustBeDone("interpretation");
    }

    /// <summary>Publishes a second version with one clause more.</summary>
    public async Task RenewAsync(long id, Part added, string note, CancellationToken cancellation)
    {
        var drafter = CallerOf("dispatcher");
        (await _drafts.NewVersionAsync(drafter, _commands.Next(), new DraftAct(id, (await ReadAsync(id, cancellation)).Version), cancellation)).MustBeDone("new version");
        await SaveAsync(drafter, id, added, cancellation);
        await SubmitAsync(id, "dispatcher", cancellation);
        await PublishAsync(id, note, cancellation);
    }

    private async Task SaveAsync(Caller caller, long id, Part part, CancellationToken cancellation)
    {
        var clause = part.Clause;
        (clause.PolicyId, clause.Version) = (id, await VersionAsync(id, cancellation));
        clause.ExecutingUnitId = part.Unit is null ? 0 : _town.Offices[part.Unit];
        (clause.Personalised, clause.EnterpriseIds) = (part.Firms.Count > 0, [.. part.Firms.Select(f => _town.Firms[f])]);
        (await _drafts.SaveClauseAsync(caller, _commands.Next(), clause, cancellation)).MustBeDone(clause.Title);
        if (Conditions.TryGetValue(clause.Title, out var condition))
        {
            var draft = (await _reader.ReadAsync(CallerOf(Reviewer), id, cancellation)).MustBeDone("draft");
            var key = draft.Clauses.Single(c => c.Title == clause.Title).ClauseId;
            (await services.GetRequiredService<ClauseConditionService>()
                .SaveAsync(caller, _commands.Next(), new ClauseConditionInput { PolicyId = id, ClauseId = key, Version = draft.Version, Condition = condition }, cancellation)).MustBeDone(clause.Title);
        }
    }

    private async Task<PolicyDetails> ReadAsync(long id, CancellationToken cancellation) =>
        (await services.GetRequiredService<PolicyService>().GetAsync(CallerOf(Reviewer), id, null, cancellation)).MustBeDone("policy");

    private async Task<int> VersionAsync(long id, CancellationToken cancellation) => (await _reader.ReadAsync(CallerOf(Reviewer), id, cancellation)).MustBeDone("draft").Version;

    private Caller CallerOf(string key) => new(_town.People[key]);
}
