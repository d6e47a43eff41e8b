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
            var served = await op.ServedEnterpriseAsync(input.EnterpriseId, cancellation);
            if (!served.Done)
            {
                return served.Refusal!;
            }

            var enterprise = served.Value;
            if (!EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
            {
                return new Refusal("Package.OffRoster");
            }

            var moment = await moments.OfAsync(op, cancellation);
            var draft = (await op.PackagesAsync([enterprise.Id], moment, cancellation))[enterprise.Id];
            var key = PackageKey.Of(draft.Content);
            if (key != input.Seen)
            {
                return new Refusal("Package.Changed");
            }

            var lastId = await op.Db.PackageVersions.VisibleTo(op).Where(v => v.EnterpriseId == enterprise.Id).MaxAsync(v => (long?)v.Id, cancellation);
            var last = lastId is { } id ? await PackageReader.EditionAsync(op, id, cancellation) : null;
            if (last is not null && !PackageComparison.IsAnother(last, draft))
            {
                return new Refusal("Package.Unchanged", PackageWording.Label(last.Year, last.Number));
            }

            // The enterprise reads what is different from what it was given, not from what it never saw.
            var givenId = await op.Db.PackageVersions.VisibleTo(op).Where(v => v.EnterpriseId == enterprise.Id && v.HandedOverOn != null).MaxAsync(v => (long?)v.Id, cancellation);
            var content = draft.Content with { Tasks = [.. draft.Content.Tasks.Where(t => t.Answer != PackageAnswer.Acknowledge)], Changes = givenId is { } given ? PackageComparison.Of(given == lastId ? last : await PackageReader.EditionAsync(op, given, cancellation), draft) : null };
            var due = TownTime.CloseOf(moment.Calendar.Add(op.Today, PackageRules.HandOverDays));
            foreach (var waiting in await op.Db.PackageVersions.VisibleTo(op).Where(v => v.EnterpriseId == enterprise.Id && v.State == PackageState.Issued).ToListAsync(cancellation))
            {
                (waiting.State, waiting.Version) = (PackageState.Superseded, waiting.Version + 1);
                due = waiting.HandOverDueAt < due ? waiting.HandOverDueAt : due; // issuing anew gives nobody more time
            }

            var version = new PackageVersion
            {
                EnterpriseId = enterprise.Id,
                Year = op.Today.Year,
                Number = last?.Year == op.Today.Year ? last.Number + 1 : 1,
                IssuedAt = op.Now,
                IssuedById = op.Actor.AccountId,
                Content = PackageKey.Write(content),
                Key = key,
                State = PackageState.Issued,
                HandOverDueAt = due,
            };
            op.Db.PackageVersions.Add(version);
            await op.SaveAsync(cancellation);
            if (await WriteAsync(op, version, content, cancellation) is { } outdated)
            {
                return outdated;
            }

            op.Note(enterprise, "IssuePackage", new { Version = $"{version.Year}-{version.Number}" });
            return new IssuedPackage(version.Id, version.Year, version.Number);
        }, cancellation);

    /// <summary>Writes the document of a version from the template in force, and keeps it as it is; the refusal of a template that is out of date.</summary>
    private async Task<Refusal?> WriteAsync(Operation op, PackageVersion version, PackageContent content, CancellationToken cancellation)
    {
        var template = await shelf.InForceAsync(op, PackagePapers.Kind, cancellation);
        if (!template.Done)
        {
            return template.Refusal;
        }

        using var paper = new MemoryStream();
        PackagePapers.Write(content, new PackageImprint(version.Year, version.Number, op.Today, op.Actor.Name), template.Value.Template, paper);
        var file = AttachmentService.Keep(op, new Subject(nameof(PackageVersion), version.Id), Wording.InChinese(() => Wording.Sentence("Package.FileName", content.Enterprise.Name, $"{version.Year}", version.Number)), AttachmentKind.Docx.ContentType, paper.ToArray());
        (version.TemplateNumber, version.FileId) = (template.Value.Number, file.Id);
        return null;
    }
}
