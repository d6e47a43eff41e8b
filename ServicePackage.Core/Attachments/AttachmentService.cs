using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Attachments;

/// <summary>
/// Keeps files: uploaded before the command that uses them, belonging to their uploader alone until that command claims
/// them for its subject.
/// </summary>
public sealed class AttachmentService(OperationRunner runner, IDbContextFactory<AppDbContext> contexts, TownClock clock, TimeProvider realTime, IOptions<AttachmentSettings>? settings = null)
{
    private readonly AttachmentSettings _limits = settings?.Value ?? new AttachmentSettings();
    private readonly Pace _uploads = new(realTime, AttachmentRules.UploadsPerMinute, TimeSpan.FromMinutes(1));

    /// <summary>
    /// Stores a file for the caller. Refusals: Attachment.TooFast, Attachment.Empty, Attachment.TooLarge,
    /// Attachment.Quota, Attachment.NoSpace, Attachment.Kind and those that say what the file is instead (Heic, Picture, OldOffice, OtherOffice,
    /// Ofd, Encrypted, Macro, Archive, Broken), and those of a store that cannot take it. The content decides what it is; the extension of its
    /// name is put right. Runs for as long as the line takes, so it writes each chunk by itself and holds no transaction open;
    /// until the last step the file is incomplete and nobody can read or claim it. A refused or broken upload leaves
    /// nothing; one cut off by a crash is swept.
    /// </summary>
    /// <param name="caller">Who uploads.</param>
    /// <param name="fileName">The name as the browser gave it.</param>
    /// <param name="content">The bytes, read once to the end or to the limit.</param>
    /// <param name="cancellation">Ends the upload.</param>
    public async Task<Outcome<AttachmentItem>> StoreAsync(Caller caller, string? fileName, Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var allowed = await runner.ReadAsync<Nothing>(caller, op => Task.FromResult<Outcome<Nothing>>(
            _uploads.Allows(op.Actor.AccountId) ? Nothing.Value : new Refusal("Attachment.TooFast", _uploads.Times)), cancellation);
        if (!allowed.Done)
        {
            return allowed.Refusal!;
        }

        var name = AttachmentNames.Clean(fileName);
        var buffer = new byte[AttachmentRules.ChunkLength];
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (read == 0)
        {
            return new Refusal("Attachment.Empty", name);
        }

        if (AttachmentKind.Refuse(name, buffer.AsSpan(0, read)) is { } refusal)
        {
            return refusal;
        }

        var attachment = new Attachment { Id = Guid.CreateVersion7(), FileName = name, UploadedById = caller.AccountId, UploadedAt = clock.Now };
        Outcome<AttachmentItem>? outcome = null;
        try
        {
            return outcome = await WriteAsync(attachment, buffer, read, content, cancellation);
        }
        catch (Exception exception) when (StorageTrouble.RefusalOf(exception) is not null)
        {
            return StorageTrouble.RefusalOf(exception)!;
        }
        finally
        {
            if (outcome is not { Done: true })
            {
                await ThrowAwayAsync(attachment.Id);
            }
        }
    }

    /// <summary>Keeps a file that the program has written itself as one of a subject, inside the command that makes it; the subject is to have its key.</summary>
    internal static Attachment Keep(Operation op, Subject subject, string fileName, string contentType, byte[] content)
    {
        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(),
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            UploadedById = op.Actor.AccountId,
            UploadedAt = op.Now,
            FileName = AttachmentNames.Clean(fileName),
            ContentType = contentType,
            Length = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        };
        attachment.Chunks.AddRange(content.Chunk(AttachmentRules.ChunkLength).Select((bytes, i) => new AttachmentChunk { AttachmentId = attachment.Id, Index = i, Bytes = bytes }));
        op.Db.Attachments.Add(attachment);
        return attachment;
    }

    /// <summary>Throws away a file the caller uploaded and no command has claimed. Refusals: NotFound.</summary>
    public Task<Outcome<Nothing>> DiscardAsync(Caller caller, Guid commandId, Guid id, CancellationToken cancellation = default) =>
        runner.ChangeAsync<Nothing>(caller, commandId, async op =>
            await Unclaimed(op).Where(a => a.Id == id).ExecuteDeleteAsync(cancellation) == 1 ? Nothing.Value : Refusal.NotFound, cancellation);

    /// <summary>Opens a file the caller may read. Refusals: NotFound.</summary>
    public Task<Outcome<AttachmentContent>> OpenAsync(Caller caller, Guid id, CancellationToken cancellation = default) =>
        runner.ReadAsync<AttachmentContent>(caller, async op =>
        {
            var file = await op.Db.Attachments.VisibleTo(op).FirstOrDefaultAsync(a => a.Id == id, cancellation);
            return file is null
                ? Refusal.NotFound
                : new AttachmentContent(file.FileName, file.ContentType, new ChunkStream(contexts, file.Id, file.Length));
        }, cancellation);

    /// <summary>
    /// Makes files part of a subject, inside the command that refers to them: only wholly uploaded ones of the actor's own
    /// that no command has claimed; what the procedure itself demands, such as the sealed reply, is not limited. Null when done; refusals: Attachment.Gone, Attachment.TooMany. The caller raises the
    /// subject's version, so that two commands at once cannot exceed the limit together.
    /// </summary>
    public static async Task<Refusal?> ClaimAsync(Operation op, Subject subject, IReadOnlyCollection<Guid> ids, bool isInternal, bool limited = true, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0)
        {
            return null;
        }

        var seesInternal = op.Actor.EnterpriseId is null;
        var present = await op.Db.Attachments.Of(subject).CountAsync(a => seesInternal || !a.Internal, cancellation); // nobody is told of more than they see
        if (limited && present + wanted.Count > AttachmentRules.MostPerSubject)
        {
            return new Refusal("Attachment.TooMany", AttachmentRules.MostPerSubject, present + wanted.Count);
        }

        var files = await Unclaimed(op).Where(a => a.Sha256 != "" && wanted.Contains(a.Id)).ToListAsync(cancellation);
        if (files.Count < wanted.Count)
        {
            return new Refusal("Attachment.Gone");
        }

        foreach (var file in files)
        {
            (file.SubjectKind, file.SubjectId) = (subject.Kind, subject.Id);
            file.Internal = isInternal;
        }

        return null;
    }

    /// <summary>Deletes files that no command has claimed within <see cref="AttachmentRules.KeptUnclaimed"/>; gives their number.</summary>
    public async Task<int> SweepAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        var before = asOf - AttachmentRules.KeptUnclaimed;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Attachments.Where(a => a.SubjectKind == null && a.SubjectId == null && a.UploadedAt < before).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>What is said of a file beyond <see cref="AttachmentRules.LargestFile"/>.</summary>
    public static Refusal TooLarge(string? fileName) =>
        new Refusal("Attachment.TooLarge", AttachmentNames.Clean(fileName), AttachmentRules.LargestFile / (1024 * 1024));

    private static IQueryable<Attachment> Unclaimed(Operation op) =>
        op.Db.Attachments.Where(a => a.SubjectId == null && a.UploadedById == op.Actor.AccountId);

    /// <summary>What the store does not let go of now is swept later.</summary>
    private async Task ThrowAwayAsync(Guid id) => await StorageTrouble.GuardAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await db.Attachments.Where(a => a.Id == id).ExecuteDeleteAsync(CancellationToken.None);
    });

    /// <summary>Nobody fills the disk: neither one account with what it does not hand in, nor all together the last of it.</summary>
    private async Task<Refusal?> RefuseForSpaceAsync(AppDbContext db, Attachment attachment, CancellationToken cancellation)
    {
        if (db.BesideDatabase() < _limits.FreeMegabytes * AttachmentRules.Megabyte)
        {
            return new Refusal("Attachment.NoSpace");
        }

        var others = await db.Attachments
            .Where(a => a.SubjectKind == null && a.SubjectId == null && a.UploadedById == attachment.UploadedById && a.Id != attachment.Id)
            .SumAsync(a => a.Length, cancellation);
        return others + attachment.Length > _limits.UnclaimedMegabytes * AttachmentRules.Megabyte
            ? new Refusal("Attachment.Quota", _limits.UnclaimedMegabytes, (int)AttachmentRules.KeptUnclaimed.TotalHours)
            : null;
    }

    private async Task<Outcome<AttachmentItem>> WriteAsync(Attachment attachment, byte[] buffer, int read, Stream content, CancellationToken cancellation)
    {
        var beginning = buffer[..Math.Min(read, Markup.GuessedFrom)];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            db.Attachments.Add(attachment);
            await db.SaveChangesAsync(cancellation);
        }

        for (var index = 0; read > 0; index++)
        {
            attachment.Length += read;
            if (attachment.Length > AttachmentRules.LargestFile)
            {
                return TooLarge(attachment.FileName);
            }

            hash.AppendData(buffer, 0, read);
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            if (await RefuseForSpaceAsync(db, attachment, cancellation) is { } full)
            {
                return full;
            }

            await db.Attachments.Where(a => a.Id == attachment.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Length, attachment.Length), cancellation);
            db.AttachmentChunks.Add(new AttachmentChunk { AttachmentId = attachment.Id, Index = index, Bytes = buffer[..read] });
            await db.SaveChangesAsync(cancellation);
            read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        }

        await using (var stored = new ChunkStream(contexts, attachment.Id, attachment.Length))
        {
            var kind = await AttachmentKind.OfAsync(attachment.FileName, beginning, stored, cancellation);
            if (!kind.Done)
            {
                return kind.Refusal!;
            }

            (attachment.FileName, attachment.ContentType) = (kind.Value.Named(attachment.FileName), kind.Value.ContentType);
        }

        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            var completed = await db.Attachments.Where(a => a.Id == attachment.Id).ExecuteUpdateAsync(
                a => a.SetProperty(x => x.Length, attachment.Length).SetProperty(x => x.Sha256, sha256)
                    .SetProperty(x => x.FileName, attachment.FileName).SetProperty(x => x.ContentType, attachment.ContentType), cancellation);
            return completed == 1
                ? new AttachmentItem(attachment.Id, attachment.FileName, attachment.Length)
                : new Refusal("Attachment.Gone"); // swept while it was still coming in
        }
    }
}
