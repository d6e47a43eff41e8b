using System.Text.RegularExpressions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Setup;

/// <summary>Finds the enterprises that the rows of a list speak of, each once.</summary>
/// <param name="enterprises">Those that there are.</param>
/// <param name="name">The column of the name.</param>
/// <param name="code">The column of the credit code, which counts before the name.</param>
/// <param name="skipUnknown">Whether rows of firms that the town does not know are left out, rather than refused.</param>
internal sealed partial class SheetFirms<TColumn>(IReadOnlyCollection<Enterprise> enterprises, TColumn name, TColumn code, bool skipUnknown)
    where TColumn : struct, Enum
{
    private readonly Dictionary<string, Enterprise> _byCode = enterprises.ToDictionary(e => e.CreditCode, StringComparer.Ordinal);
    private readonly ILookup<string, Enterprise> _byName = enterprises.ToLookup(e => e.Name, StringComparer.Ordinal);
    private readonly Dictionary<long, int> _rows = [];

    /// <summary>The enterprise of a row, by its code where one is given, else by its name. Null where none can be said for certain, or an earlier row speaks of it: the run then knows why.</summary>
    public Enterprise? Find(SheetLine<TColumn> line, ImportRun run)
    {
        var named = _byName[TextRules.Kept(line[name])].ToList();
        var given = CreditCode.Normalise(line[code]);
        List<Enterprise> found = given.Length == 0 ? named : _byCode.TryGetValue(given, out var one) ? [one] : [];
        if (found.Count != 1)
        {
            LeaveOut(line, found.Count, run, isOfTheTown: named.Count > 0);
        }
        else if (named.Count > 0 && !named.Contains(found[0]))
        {
            run.Refuse(line.Number, code, new Refusal("Import.CodeNotOfName", line[code])); // of two firms of the town
        }
        else if (!_rows.TryAdd(found[0].Id, line.Number))
        {
            run.Refuse(line.Number, name, new Refusal("Import.TwiceInList", _rows[found[0].Id]));
        }
        else
        {
            return found[0];
        }

        return null;
    }

    /// <summary>A row that names no firm of the town for certain. One whose name is the town's while its code is not is never left out: what the list says would be missing there, unnoticed.</summary>
    private void LeaveOut(SheetLine<TColumn> line, int found, ImportRun run, bool isOfTheTown)
    {
        if (line[code].Length > 0 && (isOfTheTown || CutNumber().IsMatch(line[code])))
        {
            run.Refuse(line.Number, code, new Refusal("Import.CodeNotOfName", line[code]));
        }
        else if (found > 1)
        {
            run.Refuse(line.Number, code, new Refusal("Import.FirmAmbiguous", line[name]));
        }
        else if (skipUnknown && (line[code].Length > 0 || line[name].Length > 0))
        {
            run.States[line.Number] = ImportState.Skipped;
        }
        else
        {
            run.Refuse(line.Number, line[code].Length > 0 ? code : name, new Refusal("Import.FirmUnknown"));
        }
    }

    /// <summary>A code that a spreadsheet took for a number and cut: 9.13E+17.</summary>
    [GeneratedRegex(@"^\d(\.\d+)?E\+?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex CutNumber();
}
