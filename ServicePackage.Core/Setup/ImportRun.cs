using System.Security.Cryptography;
using System.Text.Json;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Setup;

/// <summary>What one pass over the rows of an import finds and makes.</summary>
internal sealed class ImportRun(IReadOnlyDictionary<int, (string Password, string Hash)> secrets)
{
    /// <summary>What is wrong so far.</summary>
    public List<ImportFault> Faults { get; } = [];

    /// <summary>What each row comes to, by its number.</summary>
    public Dictionary<int, ImportState> States { get; } = [];

    /// <summary>The accounts made so far.</summary>
    public List<FirstAccount> Accounts { get; } = [];

    /// <summary>The heads of columns that nothing was read from.</summary>
    public List<string> Unread { get; } = [];

    /// <summary>The names of what was there before and does not stand in the list.</summary>
    public List<string> Gone { get; } = [];

    /// <summary>Told how many rows are done; null while nobody waits for it.</summary>
    public IProgress<int>? Progress { get; init; }

    /// <summary>How much was made so far.</summary>
    public Imported Counts { get; set; } = new();

    /// <summary>The password of the account of a row and its hash: those given, or, while nothing is kept yet, a new one without.</summary>
    public (string Password, string Hash) SecretOf(int row) => secrets.TryGetValue(row, out var given) ? given : (FirstPasswordMaker.Make(), "");

    /// <summary>Writes down why a row cannot be taken.</summary>
    public void Refuse(int row, Enum? column, Refusal reason, string head = "")
    {
        States[row] = ImportState.Bad;
        if (!Faults.Exists(f => f.Row == row && Equals(f.Column, column) && f.Head == head))
        {
            Faults.Add(new ImportFault(row, column, reason) { Head = head });
        }
    }

    /// <summary>Writes down each finding of a form at the column of its field.</summary>
    public void Refuse(int row, Refusal refusal, IReadOnlyDictionary<string, Enum> columns)
    {
        foreach (var part in refusal.Details.Count > 0 ? refusal.Details : [refusal])
        {
            Refuse(row, columns.GetValueOrDefault(part.Field ?? ""), part);
        }
    }

    /// <summary>What the pass read and came to, as a fingerprint: the same list over the same town gives the same.</summary>
    public string HashOf<TColumn>(IReadOnlyList<SheetLine<TColumn>> lines)
        where TColumn : struct, Enum =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
        {
            Lines = lines.Select(l => new { l.Number, Cells = l.Cells.OrderBy(c => c.Key).Select(c => $"{c.Key}={c.Value}"), Others = l.Others.OrderBy(o => o.Key, StringComparer.Ordinal) }),
            States = States.OrderBy(s => s.Key).Select(s => $"{s.Key}={s.Value}"),
            Gone,
            Counts,
        })));

    /// <summary>Whether another pass came to the same: the same rows, the same accounts.</summary>
    public bool IsAs<TColumn>(ImportPreview<TColumn> preview)
        where TColumn : struct, Enum =>
        Faults.Count == 0
        && States.Count == preview.States.Count
        && States.All(s => preview.States.TryGetValue(s.Key, out var before) && before == s.Value)
        && HashOf(preview.Lines) == preview.Hash
        && Accounts.SequenceEqual(preview.Accounts);
}
