using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Documents;

/// <summary>A template to write documents from.</summary>
/// <param name="Number">Its number within its kind; 0 for the one built in.</param>
/// <param name="Sha256">SHA-256 of its file, in hexadecimal.</param>
/// <param name="Template">To be filled.</param>
public sealed record ShelvedTemplate(int Number, string Sha256, Template Template);

/// <summary>
/// Gives the rooms that write documents the template that is in force, read once for all of them. It asks nobody's rights: whoever writes a document
/// need not see its template.
/// </summary>
public sealed class TemplateShelf
{
    private readonly ConcurrentDictionary<(string Kind, string Sha256), Template> _read = new();
    private readonly ConcurrentDictionary<string, string> _builtIn = new();

    /// <summary>
    /// The template in force of a kind. A kind that no room has is a bug. Refused Template.Outdated where the stored one has words that the kind does not have
    /// (any more).
    /// </summary>
    public async Task<Outcome<ShelvedTemplate>> InForceAsync(Operation op, string kind, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        var of = op.House.DocumentKinds().First(k => k.Name == kind);
        var stored = await op.Db.DocumentTemplateUses.InForce().Where(u => u.Kind == kind)
            .Join(op.Db.DocumentTemplates, u => u.TemplateId, t => (long?)t.Id, (u, t) => t).FirstOrDefaultAsync(cancellation);
        if (stored is null)
        {
            return new ShelvedTemplate(0, Sha256OfBuiltIn(of), Read(of, Sha256OfBuiltIn(of), of.BuiltIn).Value);
        }

        if (_read.TryGetValue((kind, stored.Sha256), out var known))
        {
            return new ShelvedTemplate(stored.Number, stored.Sha256, known);
        }

        var read = Read(of, stored.Sha256, await FileAsync(op, stored.FileId, cancellation));
        return read.Done ? new ShelvedTemplate(stored.Number, stored.Sha256, read.Value) : new Refusal("Template.Outdated", stored.Number);
    }

    /// <summary>The bytes of a file that is no larger than a template may be; of a larger one as many as show that.</summary>
    internal static async Task<byte[]> FileAsync(Operation op, Guid fileId, CancellationToken cancellation)
    {
        var chunks = await op.Db.AttachmentChunks.Where(c => c.AttachmentId == fileId).OrderBy(c => c.Index)
            .Take(TemplateRules.LargestMegabytes + 1).Select(c => c.Bytes).ToListAsync(cancellation);
        var file = new byte[chunks.Sum(c => c.Length)];
        var at = 0;
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(file, at);
            at += chunk.Length;
        }

        return file;
    }

    private string Sha256OfBuiltIn(DocumentKind kind) => _builtIn.GetOrAdd(kind.Name, _ => Convert.ToHexStringLower(SHA256.HashData(kind.BuiltIn)));

    private Outcome<Template> Read(DocumentKind kind, string sha256, byte[] file)
    {
        if (_read.TryGetValue((kind.Name, sha256), out var known))
        {
            return known;
        }

        var read = Template.Open(file, kind.Words);
        if (read.Done)
        {
            _read[(kind.Name, sha256)] = read.Value;
        }

        return read;
    }
}
