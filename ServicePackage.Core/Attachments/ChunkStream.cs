using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Attachments;

/// <summary>
/// Reads a stored file, one chunk in memory at a time and each with a context of its own, so that a slow download
/// holds no connection.
/// </summary>
internal sealed class ChunkStream(IDbContextFactory<AppDbContext> contexts, Guid attachmentId, long length) : Stream
{
    private byte[] _chunk = [];
    private int _index = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (NeedsChunk(buffer.Length))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            Take(await Chunk(db).FirstOrDefaultAsync(cancellationToken));
        }

        return Copy(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        if (NeedsChunk(buffer.Length))
        {
            using var db = contexts.CreateDbContext();
            Take(Chunk(db).FirstOrDefault());
        }

        return Copy(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(position, nameof(offset));
        return _position = position;
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private int Wanted => (int)(_position / AttachmentRules.ChunkLength);

    private bool NeedsChunk(int count) => count > 0 && _position < length && Wanted != _index;

    private IQueryable<byte[]> Chunk(AppDbContext db)
    {
        var index = Wanted;
        return db.AttachmentChunks.Where(c => c.AttachmentId == attachmentId && c.Index == index).Select(c => c.Bytes);
    }

    private void Take(byte[]? bytes)
    {
        _chunk = bytes ?? throw new EndOfStreamException($"Chunk {Wanted} of attachment {attachmentId} is gone.");
        _index = Wanted;
    }

    private int Copy(Span<byte> buffer)
    {
        if (_position >= length)
        {
            return 0;
        }

        var rest = _chunk.AsSpan((int)(_position % AttachmentRules.ChunkLength));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }
}
