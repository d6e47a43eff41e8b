using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Organisations;

/// <summary>
/// Merges a unit, department or economic city into another of its kind. Its open duties pass on with their clocks, in one transaction; no due day
/// moves; each demand's history tells it; the old one is disabled. There is no way back.
/// </summary>
public sealed class OrganisationMerge(OperationRunner operations)
{
    /// <summary>What a merger would pass on, who works there, and into which it could go. Refuses all but the administrator; Organisation.Indispensable.</summary>
    public Task<Outcome<MergePreview>> PreviewAsync(Caller caller, long id, CancellationToken cancellation = default) =>
        operations.ReadAsync<MergePreview>(caller, async op =>
        {
            if (OrganisationService.RefuseChange(op.Actor) is { } notAllowed)
            {
                return notAllowed;
            }

            var organisation = await op.Db.Organisations.FirstOrDefaultAsync(o => o.Id == id && o.DisabledAt == null, cancellation);
            return organisation is null ? Refusal.NotFound
                : OrganisationService.OneOnly.Contains(organisation.Kind) ? new Refusal("Organisation.Indispensable", organisation.Kind)
                : new MergePreview(
                    await OrganisationDuties.CountAsync(op, id, cancellation),
                    await op.Db.Organisations.Where(o => o.Kind == organisation.Kind && o.Id != id && o.DisabledAt == null).InOrder().AsRows().ToListAsync(cancellation),
                    await op.Db.Posts.Where(p => p.OrganisationId == id).Holders().ToListAsync(cancellation));
        }, cancellation);

    /// <summary>
    /// Merges. Refuses all but the administrator; a stale copy; Organisation.Indispensable; Organisation.MergeTargetMissing, MergeSelf, MergeTargetGone
    /// or MergeKind on the other organisation; Organisation.MergeName where the name was not typed; Organisation.MergeMustMove for somebody left
    /// behind who is still a butler, a first-asked person or an officer.
    /// </summary>
    public Task<Outcome<Merged>> MergeAsync(Caller caller, Guid commandId, MergeInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Merged>(caller, commandId, async op =>
        {
            if (OrganisationService.RefuseChange(op.Actor) is { } notAllowed)
            {
                return notAllowed;
            }

            await OrganisationLock.TakeAsync(op.Db, input.Id, cancellation);
            var from = await op.Db.Organisations.FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
            if (from is null)
            {
                return Refusal.NotFound;
            }

            if (from.Version != input.Version || from.DisabledAt is not null)
            {
                return Refusal.Stale;
            }

            var into = await op.Db.Organisations.FirstOrDefaultAsync(o => o.Id == input.IntoId, cancellation);
            if (Refuse(from, into, input) is { } refusal)
            {
                return refusal;
            }

            var leavers = await MovePeopleAsync(op, from.Id, into!.Id, input.People, cancellation);
            await op.SaveAsync(cancellation); // the posts: who comes along keeps what they handle
            var passed = new Dictionary<string, int>();
            foreach (var room in op.House.Of<IMerges>())
            {
                passed[room.Passes] = await room.PassAsync(op, from, into, cancellation);
            }

            from.DisabledAt = op.Now;
            from.Version++;
            into.Version++; // whoever disables or merges it at the same time is refused as stale
            op.Note(from, Successors.Merge, new MergeEntry(into.Name, into.Id));
            op.Note(into, "TakeOver", new { From = from.Name });
            await op.SaveAsync(cancellation);
            foreach (var person in leavers)
            {
                var held = await op.Db.Posts.Where(p => p.AccountId == person.Id).Select(p => new PostInput(p.Kind, p.OrganisationId)).ToListAsync(cancellation);
                if (await AccountDuties.RefusalAsync(op, person.Id, held) is not null)
                {
                    return new Refusal("Organisation.MergeMustMove", person.DisplayName) { Field = nameof(input.People) };
                }
            }

            await TellAsync(op, from, into, passed, cancellation);
            return new Merged(passed);
        }, cancellation);

    /// <summary>Whoever gives out the work of the organisation that takes over learns what came, and from whom; with nobody there, its head, and else the Centre's lead.</summary>
    private static async Task TellAsync(Operation op, Organisation from, Organisation into, Dictionary<string, int> passed, CancellationToken cancellation)
    {
        var posts = await op.Db.Posts.Where(p => p.Account.DisabledAt == null && (p.OrganisationId == into.Id || p.Kind == PostKind.CentreLead))
            .Select(p => new { p.AccountId, p.Kind }).ToListAsync(cancellation);
        var told = new PostKind[][] { [PostKind.Liaison, PostKind.GeneralManager], [PostKind.Head], [PostKind.CentreLead] }
            .Select(kinds => posts.Where(p => kinds.Contains(p.Kind)).Select(p => p.AccountId).ToList()).FirstOrDefault(p => p.Count > 0) ?? [];
        foreach (var accountId in told)
        {
            op.Tell(accountId, "OrganisationMerged", null, late: false,
                [from.Name, into.Name, .. passed.Where(p => p.Value > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"@Merged.{p.Key}|{p.Value}"))]);
        }
    }

    private static Refusal? Refuse(Organisation from, Organisation? into, MergeInput input) =>
        OrganisationService.OneOnly.Contains(from.Kind) ? new Refusal("Organisation.Indispensable", from.Kind)
        : input.IntoId == 0 ? new Refusal("Organisation.MergeTargetMissing") { Field = nameof(input.IntoId) }
        : input.IntoId == from.Id ? new Refusal("Organisation.MergeSelf") { Field = nameof(input.IntoId) }
        : into is null or { DisabledAt: not null } ? new Refusal("Organisation.MergeTargetGone") { Field = nameof(input.IntoId) }
        : into.Kind != from.Kind ? new Refusal("Organisation.MergeKind", from.Kind, into.Kind) { Field = nameof(input.IntoId) }
        : Sought.Same(input.Name, from.Name) || (from.EnglishName.Length > 0 && Sought.Same(input.Name, from.EnglishName)) ? null
        : new Refusal("Organisation.MergeName", from.Name) { Field = nameof(input.Name) };

    /// <summary>Posts go along with those chosen and with disabled accounts, so that these keep what they had; gives who is left without their posts here.</summary>
    private static async Task<IReadOnlyList<Account>> MovePeopleAsync(Operation op, long fromId, long intoId, List<long> chosen, CancellationToken cancellation)
    {
        var posts = await op.Db.Posts.Include(p => p.Account).Where(p => p.OrganisationId == fromId).OrderBy(p => p.Id).ToListAsync(cancellation);
        var held = (await op.Db.Posts.Where(p => p.OrganisationId == intoId).Select(p => new { p.AccountId, p.Kind }).ToListAsync(cancellation)).ToHashSet();
        foreach (var post in posts)
        {
            var goes = chosen.Contains(post.AccountId) || post.Account.DisabledAt is not null;
            if (goes && held.Add(new { post.AccountId, post.Kind }))
            {
                post.OrganisationId = intoId;
            }
            else
            {
                op.Db.Posts.Remove(post);
            }
        }

        var people = posts.Select(p => p.Account).Distinct().ToList();
        people.ForEach(a => a.Version++);
        return [.. people.Where(a => a.DisabledAt is null && !chosen.Contains(a.Id))];
    }
}
