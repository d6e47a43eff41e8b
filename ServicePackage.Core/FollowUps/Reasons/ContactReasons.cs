using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.FollowUps;

/// <summary>That an enterprise was not contacted in the cadence (plan §五(六) 定期联系), and that it was.</summary>
internal static class ContactReasons
{
    /// <summary>The kind.</summary>
    public const string Kind = "Contact";

    /// <summary>Those of which the day by which they were to be contacted has come.</summary>
    public static IEnumerable<FollowUpReason> Standing(IEnumerable<FirmToLookAt> firms, ContactSettings settings, WorkingCalendar calendar, DateOnly today) =>
        from firm in firms
        let due = settings.ContactBy(firm.Last?.Day, firm.Begun, calendar)
        where due <= today
        select new FollowUpReason
        {
            EnterpriseId = firm.Id,
            Kind = Kind,
            Text = firm.Last is null ? "Contact.Never" : "Contact.Due",
            SubjectKind = nameof(Enterprise),
            SubjectId = firm.Id,
            Said = [FollowUpArgument.Of(due), .. firm.Last is { } last ? [FollowUpArgument.Of(last.Day)] : Array.Empty<string>()],
        };

    /// <summary>The contact held last with each of these enterprises, as what a reason was seen to by.</summary>
    public static async Task<IReadOnlyDictionary<long, FollowUpDone>> ContactedAsync(AppDbContext db, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation) =>
        (await db.LastContactsAsync(enterpriseIds, cancellation)).ToDictionary(
            c => c.Key, c => new FollowUpDone("Contacted", [FollowUpArgument.Of(c.Value.Day), FollowUpArgument.Of(c.Value.Who), FollowUpArgument.Of(c.Value.Way)]));

    /// <summary>Of reasons to contact an enterprise, the contacts they were seen to by.</summary>
    public static async Task<Dictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation)
    {
        var contacted = await ContactedAsync(db, [.. gone.Select(r => r.EnterpriseId).Distinct()], cancellation);
        return gone.Where(r => contacted.ContainsKey(r.EnterpriseId)).DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => contacted[r.EnterpriseId]);
    }
}
