using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Data;

/// <summary>
/// Knows whether anything can be saved, from how the last writes went; open screens hear when that changes. The jobs write every minute, so
/// that trouble which is over does not stay. Only rows that were saved tell: a transaction that wrote nothing ends well on a full disk too.
/// </summary>
public sealed class StorageWatch(LiveFeed feed) : ISaveChangesInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor, IDbConnectionInterceptor
{
    private Refusal? _trouble;

    /// <summary>What keeps things from being saved; null while all is well.</summary>
    public Refusal? Trouble => Volatile.Read(ref _trouble);

    /// <summary>Something failed: trouble, where it is the store's.</summary>
    public void Met(Exception? exception)
    {
        if (StorageTrouble.RefusalOf(exception) is { } trouble && Interlocked.Exchange(ref _trouble, trouble)?.Code != trouble.Code)
        {
            feed.Publish([new Change(Change.Storage, 0)]);
        }
    }

    /// <summary>Something was saved: the trouble is over.</summary>
    public void Wrote()
    {
        if (Trouble is not null && Interlocked.Exchange(ref _trouble, null) is not null)
        {
            feed.Publish([new Change(Change.Storage, 0)]);
        }
    }

    /// <inheritdoc/>
    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Saved(result);
        return result;
    }

    /// <inheritdoc/>
    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Saved(result);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public void SaveChangesFailed(DbContextErrorEventData eventData) => Met(eventData?.Exception);

    /// <inheritdoc/>
    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => MetAsync(eventData?.Exception);

    /// <inheritdoc/>
    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Met(eventData?.Exception);

    /// <inheritdoc/>
    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) => MetAsync(eventData?.Exception);

    /// <inheritdoc/>
    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Met(eventData?.Exception);

    /// <inheritdoc/>
    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) => MetAsync(eventData?.Exception);

    /// <inheritdoc/>
    public void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) => Met(eventData?.Exception);

    /// <inheritdoc/>
    public Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default) => MetAsync(eventData?.Exception);

    private void Saved(int rows)
    {
        if (rows > 0)
        {
            Wrote();
        }
    }

    private Task MetAsync(Exception? exception)
    {
        Met(exception);
        return Task.CompletedTask;
    }
}
