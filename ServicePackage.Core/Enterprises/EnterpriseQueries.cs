using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>Finds enterprises by what is typed and chosen.</summary>
internal static class EnterpriseQueries
{
    /// <summary>So many digits of a telephone number say something.</summary>
    private const int FewestDigits = 4;

    /// <summary>Those the actor sees that pass the filter, as it is today.</summary>
    internal static async Task<IQueryable<Enterprise>> MatchingAsync(this Operation op, EnterpriseFilter filter, CancellationToken cancellation = default)
    {
        var query = (await op.Db.Enterprises.VisibleTo(op).NamedAsync(filter.Text, CreditCode.Normalise(filter.Text), cancellation))
            .Where(e => filter.Tier == null || e.Tier == filter.Tier)
            .Where(e => filter.EconomicCityId == null || e.EconomicCityId == filter.EconomicCityId)
            .Where(EnterpriseScopes.IsOnRoster.At(op.Today), (_, onRoster) => filter.Roster == RosterFilter.All || onRoster == (filter.Roster == RosterFilter.Current));
        if (filter.Title is not { } title)
        {
            return query;
        }

        var held = op.TitlesHeld().Where(i => i.Kind == title);
        return query.Where(e => held.Any(i => i.EnterpriseId == e.Id));
    }

    /// <summary>
    /// Those seen by the actor whose contact person's telephone contains the digits typed: only where the person is open to the actor at any time, for
    /// finding tells the number, and a look that would have to be logged is not one that somebody meant to take.
    /// </summary>
    internal static IQueryable<Enterprise> CalledAt(this Operation op, string text)
    {
        var digits = PhoneNumber.Normalise(text).Replace("-", "", StringComparison.Ordinal);
        var isNumber = digits.Length >= FewestDigits && digits.All(char.IsAsciiDigit);
        return op.Db.Enterprises.VisibleTo(op).Where(op.ContactPersonOpen()).Where(e => isNumber && e.ContactPhone.Replace("-", "").Contains(digits));
    }

    /// <summary>Those whose name is meant by the text; the names are few enough to be compared as people read them. With a code, also those whose credit code contains it.</summary>
    internal static async Task<IQueryable<Enterprise>> NamedAsync(this IQueryable<Enterprise> enterprises, string text, string code = "", CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return enterprises;
        }

        var (sought, names) = (Sought.Of(text), await enterprises.Select(e => new { e.Id, e.Name }).ToListAsync(cancellation));
        var named = names.Where(e => sought.IsIn(e.Name)).Select(e => e.Id).ToList();
        return enterprises.Where(e => EF.Parameter(named).Contains(e.Id) || (code != "" && e.CreditCode.Contains(code)));
    }

    /// <summary>
    /// The names that the town has on file for these credit codes: whoever knows the code of a firm may know its name, which is public. Asked by who proposes firms of
    /// other economic cities, too.
    /// </summary>
    internal static async Task<IReadOnlyDictionary<string, string>> OnFileAsync(this IQueryable<Enterprise> enterprises, List<string> codes, CancellationToken cancellation) =>
        await enterprises.Where(e => EF.Parameter(codes).Contains(e.CreditCode)).ToDictionaryAsync(e => e.CreditCode, e => e.Name, StringComparer.Ordinal, cancellation);
}
