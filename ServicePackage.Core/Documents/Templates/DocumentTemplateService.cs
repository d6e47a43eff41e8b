using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Documents;

/// <summary>Keeps the templates that documents are written from (plan §七(三)). For the Centre; for everybody else there are none.</summary>
public sealed class DocumentTemplateService(OperationRunner operations)
{
    /// <summary>The act of the first sample of a template that was opened.</summary>
    internal const string LookAtSample = "OpenTemplateSample";

    /// <summary>The kinds of document, each with the template in force. Refused NotFound for everybody but the Centre.</summary>
    public Task<Outcome<IReadOnlyList<DocumentKindItem>>> ListAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<DocumentKindItem>>(caller, async op =>
        {
            if (!op.Actor.IsCentre)
            {
                return Refusal.NotFound;
            }

            var uses = (await UsesAsync(op, op.Db.DocumentTemplateUses.InForce(), cancellation)).ToDictionary(u => u.Kind);
            var newest = await op.Db.DocumentTemplates.VisibleTo(op).GroupBy(t => t.Kind).Select(g => new { Kind = g.Key, Number = g.Max(t => t.Number) }).ToDictionaryAsync(n => n.Kind, n => n.Number, cancellation);
            return op.House.DocumentKinds().Select(k => uses.GetValueOrDefault(k.Name) is var use && use.Kind is null
                ? new DocumentKindItem(k.Name, 0, null, "", newest.GetValueOrDefault(k.Name))
                : new DocumentKindItem(k.Name, use.Item.Number, use.Item.At, use.Item.By, newest.GetValueOrDefault(k.Name))).ToList();
        }, cancellation);

    /// <summary>A kind with its words, its templates and which was in force when. Refused NotFound for everybody but the Centre, and where there is no such kind.</summary>
    public Task<Outcome<DocumentKindView>> ReadAsync(Caller caller, string kind, CancellationToken cancellation = default) =>
        operations.ReadAsync<DocumentKindView>(caller, async op =>
        {
            if (Find(op, kind) is not { } of)
            {
                return Refusal.NotFound;
            }

            var uses = await UsesAsync(op, op.Db.DocumentTemplateUses.Where(u => u.Kind == kind), cancellation);
            var inForce = uses is [var last, ..] ? last.Item.Number : 0;
            var stored = await op.Db.DocumentTemplates.VisibleTo(op).Where(t => t.Kind == kind).OrderByDescending(t => t.Number)
                .Select(t => new DocumentTemplateItem(t.Number, t.FileName, t.Note, t.UploadedAt, op.Db.Users.Where(a => a.Id == t.UploadedById).Select(a => a.DisplayName).First(), t.Number == inForce)).ToListAsync(cancellation);
            var samples = await of.SamplesAsync(op, cancellation);
            return new DocumentKindView(
                kind, [.. Lines(of.Words, 0)], [.. samples.Select(s => new SampleItem(s.Key, s.Title))],
                [.. stored, new DocumentTemplateItem(0, "", "", null, "", inForce == 0)],
                [.. uses.Select(u => u.Item)],
                uses is [var latest, ..] ? latest.Order : 0);
        }, cancellation);

    /// <summary>
    /// Takes a template in; it is not in force yet. Gives its number. Refused: NotFound for everybody but the Centre and where there is no such kind; a word
    /// missing on what is different; Attachment.Gone; whatever <see cref="Template.Open"/> refuses, with what is wrong in the details. Nothing is kept then.
    /// </summary>
    public Task<Outcome<int>> UploadAsync(Caller caller, Guid commandId, DocumentTemplateInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (Find(op, input.Kind) is not { } of)
            {
                return Refusal.NotFound;
            }

            if (new DocumentTemplateValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var fileId = input.FileIds[0];
            if (await op.Db.Attachments.VisibleTo(op).Where(a => a.Id == fileId && a.SubjectId == null).FirstOrDefaultAsync(cancellation) is not { } file)
            {
                return new Refusal("Attachment.Gone");
            }

            var opened = Template.Open(await TemplateShelf.FileAsync(op, fileId, cancellation), of.Words);
            if (!opened.Done)
            {
                return opened.Refusal!;
            }

            var row = new DocumentTemplate
            {
                Kind = input.Kind,
                Number = await op.Db.DocumentTemplates.Where(t => t.Kind == input.Kind).CountAsync(cancellation) + 1,
                FileName = file.FileName,
                FileId = fileId,
                Sha256 = file.Sha256,
                Note = input.Note.Trim(),
                UploadedAt = op.Now,
                UploadedById = op.Actor.AccountId,
            };
            op.Db.DocumentTemplates.Add(row);
            op.Note(row, "UploadTemplate");
            await op.SaveAsync(cancellation);
            return await AttachmentService.ClaimAsync(op, row.AsSubject(), [fileId], isInternal: true, cancellation: cancellation) is { } notClaimed ? notClaimed : row.Number;
        }, cancellation);

    /// <summary>
    /// Puts a template in force; documents written from now on are written from it, those written before stay. Refused: NotFound for everybody but the Centre
    /// and where there is no such template; Template.InForce where it is already; Stale where another was put in force meanwhile; Template.NotLookedAt where nobody has opened a
    /// sample of it yet.
    /// </summary>
    public Task<Outcome<Nothing>> PutInForceAsync(Caller caller, Guid commandId, PutInForceInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (Find(op, input.Kind) is not { } of)
            {
                return Refusal.NotFound;
            }

            var template = await op.Db.DocumentTemplates.VisibleTo(op).FirstOrDefaultAsync(t => t.Kind == input.Kind && t.Number == input.Number, cancellation);
            if (template is null && input.Number != 0)
            {
                return Refusal.NotFound;
            }

            var now = await op.Db.DocumentTemplateUses.InForce().FirstOrDefaultAsync(u => u.Kind == input.Kind, cancellation);
            if ((now?.Order ?? 0) != input.Seen)
            {
                return Refusal.Stale;
            }

            if (now?.TemplateId == template?.Id)
            {
                return new Refusal("Template.InForce");
            }

            if (template is not null && Template.Open(await TemplateShelf.FileAsync(op, template.FileId, cancellation), of.Words) is { Refusal: { } outdated })
            {
                return outdated;
            }

            if (template is not null && !await IsLookedAtAsync(op, template, cancellation))
            {
                return new Refusal("Template.NotLookedAt");
            }

            var use = new DocumentTemplateUse { Kind = input.Kind, Order = input.Seen + 1, TemplateId = template?.Id, BeforeId = now?.TemplateId, At = op.Now, ById = op.Actor.AccountId };
            op.Db.DocumentTemplateUses.Add(use);
            op.Note(use, template is null ? "PutBuiltInTemplateInForce" : "PutTemplateInForce");
            return Nothing.Value;
        }, cancellation);

    /// <summary>The file of a template, to change it in a word processor. Refused NotFound for everybody but the Centre, and where there is none.</summary>
    public Task<Outcome<DocumentDownload>> OpenAsync(Caller caller, string kind, int number, CancellationToken cancellation = default) =>
        operations.ReadAsync<DocumentDownload>(caller, async op =>
            await FileAsync(op, kind, number, cancellation) is { } file ? new DocumentDownload(Named(kind, number), file) : Refusal.NotFound, cancellation);

    /// <summary>
    /// A template filled with a sample; that one was opened is noted once in the history of the template. Refused NotFound for everybody but the Centre, and where there is no such template or sample; what
    /// <see cref="Template.Open"/> refuses where the program's words have changed since it was uploaded.
    /// </summary>
    public Task<Outcome<DocumentDownload>> FillSampleAsync(Caller caller, string kind, int number, string sample, CancellationToken cancellation = default) =>
        operations.ReadAsync<DocumentDownload>(caller, async op =>
        {
            if (await FileAsync(op, kind, number, cancellation) is not { } file || Find(op, kind) is not { } of
                || (await of.SamplesAsync(op, cancellation)).FirstOrDefault(s => s.Key == sample) is not { } filled)
            {
                return Refusal.NotFound;
            }

            var opened = Template.Open(file, of.Words);
            if (!opened.Done)
            {
                return opened.Refusal!;
            }

            if (!op.NotesNoLook && await op.Db.DocumentTemplates.VisibleTo(op).FirstOrDefaultAsync(t => t.Kind == kind && t.Number == number, cancellation) is { } template
                && !await IsLookedAtAsync(op, template, cancellation))
            {
                op.Note(template, LookAtSample);
            }

            using var content = new MemoryStream();
            opened.Value.Fill(filled.Content, content);
            return new DocumentDownload($"{Path.GetFileNameWithoutExtension(Named(kind, number))}-{AttachmentNames.Clean(filled.Title)}.docx", content.ToArray());
        }, cancellation);

    private static Task<bool> IsLookedAtAsync(Operation op, DocumentTemplate template, CancellationToken cancellation) =>
        op.Db.History.AnyAsync(h => h.Subject == nameof(DocumentTemplate) && h.SubjectId == template.Id && h.Act == LookAtSample, cancellation);

    private static DocumentKind? Find(Operation op, string kind) => op.Actor.IsCentre ? op.House.DocumentKinds().FirstOrDefault(k => k.Name == kind) : null;

    private static async Task<byte[]?> FileAsync(Operation op, string kind, int number, CancellationToken cancellation) =>
        Find(op, kind) is not { } of ? null
        : number == 0 ? of.BuiltIn
        : await op.Db.DocumentTemplates.VisibleTo(op).FirstOrDefaultAsync(t => t.Kind == kind && t.Number == number, cancellation) is { } template ? await TemplateShelf.FileAsync(op, template.FileId, cancellation)
        : null;

    private static string Named(string kind, int number) => AttachmentNames.Clean($"{Wording.Sentence("Template.FileName", Wording.Text($"DocumentKind.{kind}"), number)}.docx");

    private static IEnumerable<TemplateWordLine> Lines(TemplateWords words, int depth) =>
        words.Singles.Select(w => new TemplateWordLine($"{{{{{w.Name}}}}}", "", w.Meaning, depth))
            .Concat(words.Rows.SelectMany(r => Lines(r.Words, depth + 1).Prepend(new TemplateWordLine($"{{{{#{r.Name}}}}}", $"{{{{/{r.Name}}}}}", r.Meaning, depth))));

    private static async Task<List<(string Kind, int Order, TemplateUseItem Item)>> UsesAsync(Operation op, IQueryable<DocumentTemplateUse> uses, CancellationToken cancellation) =>
        [.. (await uses.OrderByDescending(u => u.Order).Select(u => new
        {
            u.Kind,
            u.Order,
            u.At,
            Number = op.Db.DocumentTemplates.Where(t => t.Id == u.TemplateId).Select(t => t.Number).FirstOrDefault(),
            By = op.Db.Users.Where(a => a.Id == u.ById).Select(a => a.DisplayName).FirstOrDefault() ?? "",
        }).ToListAsync(cancellation)).Select(u => (u.Kind, u.Order, new TemplateUseItem(u.Number, u.At, u.By)))];
}
