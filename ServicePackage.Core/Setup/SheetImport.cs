using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Setup;

/// <summary>
/// Takes in a list by an XLSX file, all of it or nothing. It has no rules of its own: the rows go one by one through the acts that the single forms
/// give, or where these would ask the database for each, through the same validators and checks; in one transaction. The look beforehand is the same, taken back.
/// </summary>
public abstract class SheetImport<TColumn>(OperationRunner operations, AccountService accounts)
    where TColumn : struct, Enum
{
    /// <summary>Makes the accounts.</summary>
    private protected AccountService Accounts { get; } = accounts;

    /// <summary>The columns without which nothing can be read.</summary>
    private protected abstract IReadOnlyCollection<TColumn> Required { get; }

    /// <summary>Whether columns of other heads are read as well.</summary>
    private protected virtual bool TakesOthers => false;

    /// <summary>Nothing for whoever may import; refused as the single form refuses anybody else.</summary>
    public Task<Outcome<Nothing>> OpenAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<Nothing>(caller, async op => await RefuseAsync(op, cancellation) is { } refusal ? refusal : Nothing.Value, cancellation);

    /// <summary>An empty table with the heads, what may be chosen, and how it is filled in. Refused: who may not import.</summary>
    public Task<Outcome<SheetFile>> TemplateAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<SheetFile>(caller, async op => await RefuseAsync(op, cancellation) is { } refusal ? refusal : await TemplateAsync(op, cancellation), cancellation);

    /// <summary>
    /// What the file would come to, with everything that is wrong in it by row and column, and the first passwords. Nothing is kept. Refused: who may not
    /// import; Import.NotXlsx, Import.Broken, Import.TooLarge, Import.NoColumns, Import.NoRows, Import.TooManyRows.
    /// </summary>
    public async Task<Outcome<ImportPreview<TColumn>>> CheckAsync(Caller caller, byte[] content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var open = await OpenAsync(caller, cancellation);
        if (!open.Done)
        {
            return open.Refusal!;
        }

        var lines = SheetReader.Read(content, Required, TakesOthers);
        return !lines.Done ? lines.Refusal! : await operations.RehearseAsync<ImportPreview<TColumn>>(caller, async op =>
        {
            if ((await RefuseAsync(op, cancellation) ?? await RefuseListAsync(op, cancellation)) is { } refusal)
            {
                return refusal;
            }

            var run = new ImportRun(new Dictionary<int, (string, string)>());
            await PlayAllAsync(op, lines.Value, run, cancellation);
            return new ImportPreview<TColumn>(lines.Value, run.States, [.. run.Faults.OrderBy(f => f.Row)], run.Accounts, run.Counts) { Unread = run.Unread, Gone = run.Gone, Hash = run.HashOf(lines.Value) };
        }, cancellation);
    }

    /// <summary>
    /// Carries out what was looked at, in one transaction. Passwords are hashed before it; <paramref name="progress"/> is told how many are done; without accounts,
    /// how many rows are, of an import that says so. Refused: who
    /// may not import; Import.HasFaults; Import.Changed where the town has changed since, so that it would come to something else.
    /// </summary>
    public async Task<Outcome<Imported>> ImportAsync(Caller caller, Guid commandId, ImportPreview<TColumn> preview, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(preview);
        var open = await OpenAsync(caller, cancellation);
        if (!open.Done)
        {
            return open.Refusal!;
        }

        if (preview.Faults.Count > 0)
        {
            return new Refusal("Import.HasFaults", preview.Count(ImportState.Bad));
        }

        var secrets = new Dictionary<int, (string, string)>();
        foreach (var account in preview.Accounts)
        {
            var hash = await Task.Run(() => Accounts.HashOf(account.Password), cancellation); // slow on purpose: off the screen's own thread
            secrets[account.Row] = (account.Password, hash);
            progress?.Report(secrets.Count);
        }

        return await operations.ChangeAsync<Imported>(caller, commandId, async op =>
        {
            if ((await RefuseAsync(op, cancellation) ?? await RefuseListAsync(op, cancellation)) is { } refusal)
            {
                return refusal;
            }

            var run = new ImportRun(secrets) { Progress = preview.Accounts.Count == 0 ? progress : null };
            await PlayAllAsync(op, preview.Lines, run, cancellation);
            return run.IsAs(preview) ? run.Counts : new Refusal("Import.Changed");
        }, cancellation);
    }

    /// <summary>An import adds rows, and marks what it changes by itself; looking for changes in all earlier ones at each save would take most of the time.</summary>
    private async Task PlayAllAsync(Operation op, IReadOnlyList<SheetLine<TColumn>> lines, ImportRun run, CancellationToken cancellation)
    {
        op.Db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await PlayAsync(op, lines, run, cancellation);
        }
        finally
        {
            op.Db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Nothing for whoever may import.</summary>
    private protected virtual Task<Refusal?> RefuseAsync(Operation op, CancellationToken cancellation) => Task.FromResult(Refuse(op.Actor));

    /// <summary>The same, where the posts of a person say it.</summary>
    private protected abstract Refusal? Refuse(Actor actor);

    /// <summary>What is wrong with what holds of the list as a whole; null where nothing does or nothing is.</summary>
    private protected virtual Task<Refusal?> RefuseListAsync(Operation op, CancellationToken cancellation) => Task.FromResult(RefuseList(op));

    /// <summary>The same, where it needs no question to the database.</summary>
    private protected virtual Refusal? RefuseList(Operation op) => null;

    private protected abstract Task<SheetFile> TemplateAsync(Operation op, CancellationToken cancellation);

    /// <summary>Does what the rows say, and writes down what cannot be done.</summary>
    private protected abstract Task PlayAsync(Operation op, IReadOnlyList<SheetLine<TColumn>> lines, ImportRun run, CancellationToken cancellation);
}
