using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Words;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Policies;

/// <summary>Says in the reader's language how far an application is.</summary>
public static class FollowWords
{
    private const decimal TenThousand = 10_000m;

    /// <summary>An amount in yuan: 30万元, CNY 300,000.</summary>
    public static string Money(decimal yuan) => FactWording.Number(FactKind.Money, yuan, yuan);

    /// <summary>The steps behind it and where it stands, in their order: 已申报 9月3日, 已核准 30万元 10月8日, 未兑付.</summary>
    public static IReadOnlyList<string> Progress(ApplicationRow row, IStringLocalizer<FollowTexts> texts, DayWords days)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(days);
        return [.. Steps()];

        IEnumerable<string> Steps()
        {
            yield return texts[row.WithoutApplication ? "Progress.Offered" : "Progress.Applied", days.Day(row.BegunOn)];
            if (row.DecidedOn is { } decided)
            {
                yield return row.State is ApplicationState.Refused ? texts["Progress.Refused", days.Day(decided)]
                    : row.State is ApplicationState.Declined ? texts["Progress.Declined", days.Day(decided)]
                    : row.Amount is { } amount ? texts[row.WithoutApplication ? "Progress.AgreedMoney" : "Progress.GrantedMoney", Money(amount), days.Day(decided)]
                    : texts[row.WithoutApplication ? "Progress.Agreed" : "Progress.Granted", days.Day(decided)];
            }

            if (row is { PaidOn: { } paid, PaidAmount: { } sum })
            {
                yield return texts["Progress.Paid", Money(sum), days.Day(paid)];
            }
            else if (row.State == ApplicationState.Withdrawn)
            {
                yield return row.WithdrawnOn is { } withdrawn ? texts["Progress.Withdrawn", days.Day(withdrawn)] : Wording.Name(row.State);
            }
            else if (row.State == ApplicationState.Applied)
            {
                yield return texts["Progress.Undecided"];
            }
            else if (row.State == ApplicationState.Offered)
            {
                yield return row.Amount is { } offered ? texts["Progress.AwaitedMoney", Money(offered)] : texts["Progress.Awaited"];
            }
            else if (row.DaysUnpaid(days.Today) is { } unpaid)
            {
                yield return texts["Progress.Unpaid", unpaid];
            }
        }
    }

    /// <summary>An amount as it stands in a field, with the unit in which it is short.</summary>
    public static (string Amount, MoneyUnit Unit) Typed(decimal? yuan) => yuan switch
    {
        null => ("", MoneyUnit.TenThousand),
        { } some when some % 100 == 0 => ((some / TenThousand).ToString("0.##", CultureInfo.InvariantCulture), MoneyUnit.TenThousand),
        { } some => (some.ToString("0.##", CultureInfo.InvariantCulture), MoneyUnit.Yuan),
    };
}
