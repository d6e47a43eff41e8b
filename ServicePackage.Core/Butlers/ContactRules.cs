using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Butlers;

/// <summary>The cadence of contacts; section "Contacts" of the configuration.</summary>
public sealed record ContactSettings : ISettings
{
    private const int LongestMonths = 24;

    private const int LongestApart = 60;

    /// <inheritdoc/>
    public static string Section => "Contacts";

    /// <summary>Each enterprise is contacted at least once in so many months (plan §五(六) 定期联系).</summary>
    public int EveryMonths { get; init; } = 3;

    /// <summary>A visit by somebody else within so many working days is warned of before a second one is saved.</summary>
    public int VisitsApart { get; init; } = 10;

    /// <summary>The last day by which the next contact is due, counted from the last one or, if there was none, from the beginning of the service.</summary>
    public DateOnly DueDay(DateOnly? lastContact, DateOnly begun) => (lastContact ?? begun).AddMonths(EveryMonths);

    /// <summary>The same where a rest day gives way to the next working day.</summary>
    public DateOnly ContactBy(DateOnly? lastContact, DateOnly begun, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.Add(DueDay(lastContact, begun), 0);
    }

    /// <inheritdoc/>
    public Refusal? Refuse() => SettingRules.Refuse(
        ($"{Section}:{nameof(EveryMonths)}", EveryMonths, 1, LongestMonths),
        ($"{Section}:{nameof(VisitsApart)}", VisitsApart, 0, LongestApart));
}

/// <summary>Who keeps contact with an enterprise, and what can be entered of it.</summary>
public static class ContactRules
{
    /// <summary>The longest name of whom one spoke with (characters).</summary>
    public const int LongestName = 100;

    /// <summary>The longest purpose of a plan (characters).</summary>
    public const int LongestPurpose = 200;

    /// <summary>The longest account of what was said (characters).</summary>
    public const int LongestSaid = 4000;

    /// <summary>How far back a contact can be entered, and how far ahead planned (days).</summary>
    public const int Reach = 366;

    /// <summary>A contact due within so many days, or past due, is chosen by itself where many are planned together.</summary>
    public const int Soon = 14;

    /// <summary>How many contacts a working day are proposed where many are planned together.</summary>
    public const int UsualPerDay = 4;

    /// <summary>The most contacts a working day.</summary>
    public const int MostPerDay = 20;

    /// <summary>The most enterprises whose contacts are planned together.</summary>
    public const int MostAtOnce = 300;

    /// <summary>
    /// The contacts a reader sees: the Centre and the town leaders all; otherwise those of the enterprises of the reader's economic city and
    /// of those the reader is the butler of, or covers for. Never the enterprise itself: what was said is the town's own note.
    /// </summary>
    public static IQueryable<Contact> VisibleTo(this IQueryable<Contact> contacts, Actor actor, AppDbContext db)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeesEverything)
        {
            return contacts;
        }

        var (me, cities, serving) = (actor.AccountId, actor.EconomicCityIds, db.ServingOn(actor.Today));
        return actor.EnterpriseId is not null
            ? contacts.Where(c => false)
            : contacts.Where(c => cities.Contains(c.Enterprise.EconomicCityId)
                || serving.Any(s => s.EnterpriseId == c.EnterpriseId && s.AccountId == me));
    }

    /// <summary>Whether the actor keeps contact with the enterprise: its butler or stand-in, its economic city, the Centre, a town leader.</summary>
    public static async Task<bool> KeepsContactAsync(this Operation op, Enterprise enterprise)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(enterprise);
        return op.Actor.SeesEverything
            || op.Actor.EconomicCityIds.Contains(enterprise.EconomicCityId)
            || await op.Db.ServedBy(op.Actor.AccountId, op.Today).AnyAsync(id => id == enterprise.Id);
    }
}
