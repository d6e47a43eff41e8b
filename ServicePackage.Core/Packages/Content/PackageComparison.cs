using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Events;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Packages;

/// <summary>Puts a package beside one issued before: clauses, services and demands by their keys.</summary>
internal static class PackageComparison
{
    /// <summary>What is different; null where there is none before, or it cannot be read any more. What passes by itself with its day, such as an event, is no difference.</summary>
    /// <param name="before">The version issued before.</param>
    /// <param name="draft">The package as it stands.</param>
    public static PackageChanges? Of(PackageEdition? before, PackageDraft draft) => before is not { Content: { } was } ? null : new(
        before.Year,
        before.Number,
        [
            .. new[]
            {
                Clauses(was, draft), Services(was, draft.Content), Seats(was, draft.Content), Recommended(was, draft.Content), Demands(was, draft.Content), Obtained(was, draft.Content), People(was, draft.Content),
            }.SelectMany(r => r).OrderBy(r => r.Kind),
        ]);

    /// <summary>Whether it is another than a version issued before; where that cannot be read, whether its key is another.</summary>
    public static bool IsAnother(PackageEdition before, PackageDraft draft) => Of(before, draft) is { } changes ? changes.Rows.Count > 0 : before.Key != PackageKey.Of(draft.Content);

    private static IEnumerable<PackageChange> Clauses(PackageContent before, PackageDraft draft)
    {
        var (was, now) = (before.Clauses.ToDictionary(c => c.ClauseId), draft.Content.Clauses.ToDictionary(c => c.ClauseId));
        foreach (var clause in draft.Content.Clauses)
        {
            if (!was.TryGetValue(clause.ClauseId, out var earlier))
            {
                yield return new PackageChange(PackageChangeKind.New, AboutOf(clause), clause.Title);
                continue;
            }

            if (earlier.Group != clause.Group)
            {
                yield return Changed(PackageAspect.Group, clause, Said.Of(() => Wording.Name(earlier.Group)), Said.Of(() => Wording.Name(clause.Group)));
            }

            if (earlier.Yuan != clause.Yuan)
            {
                yield return Changed(PackageAspect.Amount, clause, earlier.Amount, clause.Amount);
            }

            if ((earlier.IsPutForward, earlier.Word) != (clause.IsPutForward, clause.Word))
            {
                yield return Changed(PackageAspect.Word, clause, PackageWording.Said(earlier), PackageWording.Said(clause));
            }

            if (earlier.IsAppliedFor != clause.IsAppliedFor)
            {
                yield return Changed(PackageAspect.State, clause, Applied(earlier), Applied(clause));
            }

            if ((earlier.Window, earlier.WindowFrom, earlier.WindowUntil) != (clause.Window, clause.WindowFrom, clause.WindowUntil))
            {
                yield return Changed(PackageAspect.Window, clause, Said.Of(() => PackageWording.Window(earlier)), Said.Of(() => PackageWording.Window(clause)));
            }
        }

        foreach (var clause in before.Clauses.Where(c => !now.ContainsKey(c.ClauseId)))
        {
            yield return new PackageChange(PackageChangeKind.Gone, AboutOf(clause), clause.Title) { Why = WhyGone(clause.ClauseId, draft) };
        }
    }

    private static PackageGone WhyGone(long clauseId, PackageDraft draft) =>
        draft.LeftOut.FirstOrDefault(c => c.ClauseId == clauseId) is { } left ? left.ByEnterprise ? PackageGone.Declined : PackageGone.LeftOut
        : !draft.Weighed.TryGetValue(clauseId, out var eligibility) ? PackageGone.NotInForce
        : eligibility == Eligibility.Undecided ? PackageGone.Undecided
        : PackageGone.NotMet;

    private static IEnumerable<PackageChange> Services(PackageContent before, PackageContent after) => Things(
        before.Services.Select(s => (Key: s.PickId, s.Title, State: (Enum)s.State)), after.Services.Select(s => (Key: s.PickId, s.Title, State: (Enum)s.State)), key => new PackageAbout(nameof(Pick), key));

    private static IEnumerable<PackageChange> Seats(PackageContent before, PackageContent after)
    {
        var (was, now) = (before.Seats.ToDictionary(s => s.EventId), after.Seats.ToDictionary(s => s.EventId));
        var come = now.Values.Where(s => !was.ContainsKey(s.EventId)).Select(s => new PackageChange(PackageChangeKind.New, new PackageAbout(nameof(Event), s.EventId), s.Title));
        var moved =
            from seat in now.Values
            where was.TryGetValue(seat.EventId, out var earlier) && (earlier.StartsAt, earlier.Where, earlier.State, earlier.People) != (seat.StartsAt, seat.Where, seat.State, seat.People)
            select new PackageChange(PackageChangeKind.Changed, new PackageAbout(nameof(Event), seat.EventId), seat.Title) { Aspect = PackageAspect.State, Before = Held(was[seat.EventId]), After = Held(seat) };
        var gone = was.Values.Where(s => !now.ContainsKey(s.EventId) && TownTime.DayOf(s.EndsAt) >= after.On).Select(s => new PackageChange(PackageChangeKind.Gone, new PackageAbout(nameof(Event), s.EventId), s.Title) { Why = PackageGone.Ended });
        return [.. come, .. moved, .. gone];

        static Said Held(PackageSeat seat) => Said.Of(() => Wording.Sentence("PackageSeat.Held", PackageWording.Time(seat), seat.Where, PackageWording.Seat(seat)));
    }

    private static IEnumerable<PackageChange> Recommended(PackageContent before, PackageContent after)
    {
        var was = before.Recommended.Select(r => r.ServiceId).ToHashSet();
        return after.Recommended.Where(r => !was.Contains(r.ServiceId)).Select(r => new PackageChange(PackageChangeKind.New, new PackageAbout(nameof(Service), r.ServiceId), r.Title));
    }

    /// <summary>Whom to turn to, by name and telephone.</summary>
    private static IEnumerable<PackageChange> People(PackageContent before, PackageContent after)
    {
        var about = new PackageAbout(nameof(Enterprises.Enterprise), after.Enterprise.Id);
        foreach (var (role, was, now) in new[] { ("PackagePerson.Butler", Cards([before.Butler]), Cards([after.Butler])), ("PackagePerson.Leader", Cards(before.AllLeaders), Cards(after.AllLeaders)) })
        {
            if (was?.Chinese != now?.Chinese)
            {
                yield return new PackageChange(PackageChangeKind.Changed, about, Wording.InChinese(() => Wording.Text(role))) { Aspect = PackageAspect.Person, Before = was, After = now };
            }
        }

        static Said? Cards(IEnumerable<PackagePerson?> people)
        {
            var named = people.OfType<PackagePerson>().ToList();
            return named.Count == 0 ? null
                : new Said(string.Join('、', named.Select(p => $"{p.Name.Chinese} {p.Phone}".Trim())), named.Exists(p => p.Name.English.Length > 0) ? string.Join(", ", named.Select(p => $"{(p.Name.English.Length > 0 ? p.Name.English : p.Name.Chinese)} {p.Phone}".Trim())) : "");
        }
    }

    private static Said Applied(PackageClause clause) => Said.Of(() => Wording.Text(clause.IsAppliedFor ? "PackageClause.AppliedFor" : "PackageClause.NotAppliedFor"));

    private static IEnumerable<PackageChange> Demands(PackageContent before, PackageContent after)
    {
        var numbers = before.Demands.Concat(after.Demands).DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => d.Number);
        return Things(before.Demands.Select(d => (Key: d.Id, d.Title, State: (Enum)d.State)), after.Demands.Select(d => (Key: d.Id, d.Title, State: (Enum)d.State)), key => new PackageAbout(nameof(Ticket), key, numbers[key]));
    }

    /// <summary>What has come, gone, or stands elsewhere.</summary>
    private static IEnumerable<PackageChange> Things(IEnumerable<(long Key, string Title, Enum State)> before, IEnumerable<(long Key, string Title, Enum State)> after, Func<long, PackageAbout> about)
    {
        var (was, now) = (before.ToDictionary(t => t.Key), after.ToDictionary(t => t.Key));
        var come = now.Values.Where(t => !was.ContainsKey(t.Key)).Select(t => new PackageChange(PackageChangeKind.New, about(t.Key), t.Title));
        var moved =
            from thing in now.Values
            where was.TryGetValue(thing.Key, out var earlier) && !Equals(earlier.State, thing.State)
            select new PackageChange(PackageChangeKind.Changed, about(thing.Key), thing.Title) { Aspect = PackageAspect.State, Before = Said.Of(() => Wording.Name(was[thing.Key].State)), After = Said.Of(() => Wording.Name(thing.State)) };
        var ended = was.Values.Where(t => !now.ContainsKey(t.Key)).Select(t => new PackageChange(PackageChangeKind.Gone, about(t.Key), t.Title) { Why = PackageGone.Ended });
        return [.. come, .. moved, .. ended];
    }

    /// <summary>What was obtained since: granted, paid, or put right. What was of the year before is no difference.</summary>
    private static IEnumerable<PackageChange> Obtained(PackageContent before, PackageContent after)
    {
        var known = before.Obtained.Select(o => (o.Id, o.IsUnpaid, o.Yuan)).ToHashSet();
        return after.Obtained.Where(o => !known.Contains((o.Id, o.IsUnpaid, o.Yuan))).Select(o => new PackageChange(PackageChangeKind.Obtained, new PackageAbout(nameof(ClauseApplication), o.Id), o.Title) { Yuan = o.Yuan });
    }

    private static PackageChange Changed(PackageAspect aspect, PackageClause clause, Said? before, Said? after) =>
        new(PackageChangeKind.Changed, AboutOf(clause), clause.Title) { Aspect = aspect, Before = before, After = after };

    private static PackageAbout AboutOf(PackageClause clause) => new(nameof(Clause), clause.ClauseId, $"{clause.PolicyId}");
}
