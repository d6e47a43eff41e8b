using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Packages;

/// <summary>A version that was issued.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Year">Its year.</param>
/// <param name="Number">Its number within the enterprise and the year.</param>
public sealed record IssuedPackage(long Id, int Year, int Number);

/// <summary>What came of issuing several in one transaction.</summary>
/// <param name="Issued">The keys of the versions.</param>
/// <param name="Left">Why the others were not, by enterprise.</param>
internal sealed record IssuedTogether(IReadOnlyList<long> Issued, IReadOnlyDictionary<long, Refusal> Left);

/// <summary>Issues packages 签发: numbered by enterprise and year, never changed afterwards (plan §三(二), §七(三)).</summary>
public sealed class PackageIssueService(OperationRunner operations, MomentSource moments, TemplateShelf shelf)
{
    /// <summary>
    /// Issues the package of an enterprise as the caller saw it. For its butler, its economic city and the Centre. Refused: NotFound where the caller sees no such
    /// enterprise; NotAllowed for itself and for who does not serve it; Package.OffRoster; Template.Outdated; Package.Changed where it is not what was seen any more; Package.Unchanged where
    /// the last version says the same. One that waits to be handed over is replaced by it, which keeps its due day. Somebody else who issues it at the same moment makes it stale.
    /// </summary>
    public Task<Outcome<IssuedPackage>> IssueAsync(Caller caller, Guid commandId, IssueInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<IssuedPackage>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var outcomes = await IssueAsync(op, [input], cancellation);
            return outcomes.Done ? outcomes.Value[input.EnterpriseId] : outcomes.Refusal!;
        }, cancellation);

    /// <summary>
    /// Issues those of some packages that can be, in one transaction; the others are named with the refusal of <see cref="IssueAsync(Caller, Guid, IssueInput, CancellationToken)"/>. Refused as
    /// a whole, and none issued: Template.Outdated; where somebody else issues one of them at the same moment, it is stale.
    /// </summary>
    internal Task<Outcome<IssuedTogether>> IssueTogetherAsync(Caller caller, IReadOnlyList<IssueInput> inputs, CancellationToken cancellation = default) =>
        operations.ChangeAsync<IssuedTogether>(caller, Guid.NewGuid(), async op =>
            (await IssueAsync(op, inputs, cancellation)).To(outcomes => new IssuedTogether(
                [.. outcomes.Values.Where(o => o.Done).Select(o => o.Value.Id)],
                outcomes.Where(o => !o.Value.Done).ToDictionary(o => o.Key, o => o.Value.Refusal!))), cancellation);

    /// <summary>What came of each, by enterprise, in as many reads for a page of them as for one.</summary>
    private async Task<Outcome<Dictionary<long, Outcome<IssuedPackage>>>> IssueAsync(Operation op, IReadOnlyList<IssueInput> inputs, CancellationToken cancellation)
    {
        var (ids, outcomes, issued) = (inputs.Select(i => i.EnterpriseId).ToList(), new Dictionary<long, Outcome<IssuedPackage>>(), new List<Draft>());
        var served = await op.ServedEnterprisesAsync(ids, cancellation);
        var moment = await moments.OfAsync(op, cancellation);
        var drafts = await op.PackagesAsync(ids, moment, cancellation);
        var versions = op.Db.PackageVersions.VisibleTo(op).Where(v => EF.Parameter(ids).Contains(v.EnterpriseId));
        var given = await versions.Where(v => v.HandedOverOn != null).Latest().Select(PackageEdition.Row).ToDictionaryAsync(v => v.EnterpriseId, cancellation);
        var waiting = (await versions.Where(v => v.State == PackageState.Issued).ToListAsync(cancellation)).ToLookup(v => v.EnterpriseId);
        foreach (var input in inputs)
        {
            var id = input.EnterpriseId;
            if (Refuse(op, served(id), input, drafts.GetValueOrDefault(id)) is { } refusal)
            {
                outcomes[id] = refusal;
                continue;
            }

            // The enterprise reads what is different from what it was given, not from what it never saw.
            var draft = drafts[id];
            var content = draft.Content with { Tasks = [.. draft.Content.Tasks.Where(t => t.Answer != PackageAnswer.Acknowledge)], Changes = PackageComparison.Of(given.GetValueOrDefault(id), draft) };
            issued.Add(new Draft(served(id).Value, Replace(op, input, content, draft.Last, [.. waiting[id]], moment), content));
        }

        if (issued.Count > 0 && await KeepAsync(op, issued, cancellation) is { } outdated)
        {
            return outdated;
        }

        issued.ForEach(d => outcomes[d.Enterprise.Id] = new IssuedPackage(d.Version.Id, d.Version.Year, d.Version.Number));
        return outcomes;
    }

    /// <summary>Why a package cannot be issued; null where it can.</summary>
    private static Refusal? Refuse(Operation op, Outcome<Enterprise> served, IssueInput input, PackageDraft? draft) =>
        !served.Done ? served.Refusal
            : !EnterpriseScopes.IsOnRoster.Holds(served.Value, op.Today) ? new Refusal("Package.OffRoster")
            : draft is null || PackageKey.Of(draft.Content) != input.Seen ? new Refusal("Package.Changed")
            : draft.Last is { } last && !PackageComparison.IsAnother(last, draft) ? new Refusal("Package.Unchanged", PackageWording.Label(last.Year, last.Number))
            : null;

    /// <summary>The new version, in place of those that wait to be handed over.</summary>
    private static PackageVersion Replace(Operation op, IssueInput input, PackageContent content, PackageEdition? last, IReadOnlyList<PackageVersion> waiting, Moment moment)
    {
        var due = TownTime.CloseOf(moment.Calendar.Add(op.Today, PackageRules.HandOverDays));
        foreach (var version in waiting)
        {
            (version.State, version.Version) = (PackageState.Superseded, version.Version + 1);
            due = version.HandOverDueAt < due ? version.HandOverDueAt : due; // issuing anew gives nobody more time
        }

        return op.Db.PackageVersions.Add(new PackageVersion
        {
            EnterpriseId = input.EnterpriseId,
            Year = op.Today.Year,
            Number = last?.Year == op.Today.Year ? last.Number + 1 : 1,
            IssuedAt = op.Now,
            IssuedById = op.Actor.AccountId,
            Content = PackageKey.Write(content),
            Key = input.Seen,
            State = PackageState.Issued,
            HandOverDueAt = due,
        }).Entity;
    }

    /// <summary>Saves the versions, each with its document from the template in force; the refusal of a template that is out of date.</summary>
    private async Task<Refusal?> KeepAsync(Operation op, IReadOnlyList<Draft> issued, CancellationToken cancellation)
    {
        var template = await shelf.InForceAsync(op, PackagePapers.Kind, cancellation);
        if (!template.Done)
        {
            return template.Refusal;
        }

        await op.SaveAsync(cancellation);
        foreach (var (enterprise, version, content) in issued)
        {
            using var paper = new MemoryStream();
            PackagePapers.Write(content, new PackageImprint(version.Year, version.Number, op.Today, op.Actor.Name), template.Value.Template, paper);
            var name = Wording.InChinese(() => Wording.Sentence("Package.FileName", content.Enterprise.Name, $"{version.Year}", version.Number));
            var file = AttachmentService.Keep(op, new Subject(nameof(PackageVersion), version.Id), name, AttachmentKind.Docx.ContentType, paper.ToArray());
            (version.TemplateNumber, version.FileId) = (template.Value.Number, file.Id);
            op.Note(enterprise, "IssuePackage", new { Version = $"{version.Year}-{version.Number}" });
        }

        return null;
    }

    private sealed record Draft(Enterprise Enterprise, PackageVersion Version, PackageContent Content);
}
