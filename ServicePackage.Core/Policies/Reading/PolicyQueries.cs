using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>Finds clauses by what is typed and chosen, and reads them as they are shown.</summary>
internal static class PolicyQueries
{
    /// <summary>What a version says of itself.</summary>
    public static readonly Expression<Func<PolicyVersion, PolicyFacts>> Facts = v => new PolicyFacts
    {
        Title = v.Title,
        DocumentNumber = v.DocumentNumber,
        Issuer = v.Issuer,
        Level = v.Level,
        Kind = v.Kind,
        Place = v.Place,
        From = v.From,
        Until = v.Until,
        ValidityUnknown = v.ValidityUnknown,
        SourceAddress = v.SourceAddress,
        ToConfirm = v.ToConfirm,
        IsDemo = v.IsDemo,
    };

    /// <summary>A clause as it stands in the library's list.</summary>
    public static readonly Expression<Func<PolicyClause, ClauseRow>> Listed = ScopeQueries.With<PolicyClause, PolicyVersion, PolicyFacts, ClauseRow>(c => c.PolicyVersion, Facts, (c, facts) => new ClauseRow
    {
        PolicyId = c.PolicyVersion.PolicyId,
        ClauseId = c.ClauseId,
        Number = c.Number,
        Title = c.Title,
        Benefit = c.Benefit,
        Scope = c.Scope,
        Personalised = c.Personalised,
        WithoutApplication = c.WithoutApplication,
        Unit = c.ExecutingUnit == null ? null : new PolicyUnit(c.ExecutingUnit.Id, c.ExecutingUnit.Name, c.ExecutingUnit.EnglishName),
        Policy = facts,
        Windows = c.Windows.OrderBy(w => w.From).ThenBy(w => w.Id).Select(w => new WindowView(w.Kind, w.From, w.Until)).ToList(),
    });

    /// <summary>The clauses, in their order, with their windows, their interpretations and those of their enterprises that the reader sees; whoever drafts or carries a clause out reads all it names.</summary>
    public static async Task<IReadOnlyList<ClauseView>> ShownAsync(this IQueryable<PolicyClause> clauses, Operation op, CancellationToken cancellation)
    {
        var (centre, units, isEnterprise, interpretations) = (op.Actor.IsCentre, op.Actor.UnitIds, op.Actor.EnterpriseId is not null, op.Db.ClauseInterpretations.VisibleTo(op));
        var views = await clauses.OrderBy(c => c.Order).ThenBy(c => c.Id).AsSplitQuery().Select(c => new ClauseView
        {
            ClauseId = c.ClauseId,
            Order = c.Order,
            Number = c.Number,
            Title = c.Title,
            Text = c.Text,
            Unit = c.ExecutingUnit == null ? null : new PolicyUnit(c.ExecutingUnit.Id, c.ExecutingUnit.Name, c.ExecutingUnit.EnglishName),
            Scope = c.Scope,
            Benefit = c.Benefit,
            Materials = c.Materials,
            WhereToApply = c.WhereToApply,
            PaymentPromise = c.PaymentPromise,
            Topics = c.Topics,
            Personalised = c.Personalised,
            WithoutApplication = c.WithoutApplication,
            Condition = c.Condition,
            Terms = c.Terms,
            NamedInAll = isEnterprise ? 0 : c.Enterprises.Count,
            MaySeeEnterprises = centre || units.Contains(c.PolicyVersion.Policy.OrganisationId) || (c.ExecutingUnitId != null && units.Contains(c.ExecutingUnitId.Value)),
            Windows = c.Windows.OrderBy(w => w.From).ThenBy(w => w.Id).Select(w => new WindowView(w.Kind, w.From, w.Until)).ToList(),
            Interpretations = interpretations.Where(i => i.ClauseId == c.ClauseId).OrderByDescending(i => i.WrittenAt).ThenByDescending(i => i.Id)
                .Select(i => new InterpretationView(i.Text, i.WrittenAt, i.WrittenBy.DisplayName, new PolicyUnit(i.UnitId, i.Unit.Name, i.Unit.EnglishName))).ToList(),
        }).ToListAsync(cancellation);
        var named = views.Exists(v => v.Personalised) ? await NamedAsync(clauses, op, cancellation) : Enumerable.Empty<(long ClauseId, NamedEnterprise Enterprise)>().ToLookup(n => n.ClauseId, n => n.Enterprise);
        return [.. views.Select(v => v with { Enterprises = [.. named[v.ClauseId]], MayInterpret = PolicyAccess.CarriesOut(op.Actor, v.Unit?.Id), MayOffer = v.WithoutApplication && PolicyAccess.Decides(op.Actor, v.Unit?.Id) })];
    }

    private static async Task<ILookup<long, NamedEnterprise>> NamedAsync(IQueryable<PolicyClause> clauses, Operation op, CancellationToken cancellation)
    {
        var (all, units, seen) = (op.Actor.SeesEverything, op.Actor.UnitIds, op.Db.Enterprises.VisibleTo(op));
        var named = await clauses.SelectMany(c => c.Enterprises, (c, e) => new { c.ClauseId, c.ExecutingUnitId, c.PolicyVersion.Policy.OrganisationId, e.EnterpriseId, e.Enterprise.Name, e.Enterprise.SortKey })
            .Where(n => all || units.Contains(n.OrganisationId) || (n.ExecutingUnitId != null && units.Contains(n.ExecutingUnitId.Value)) || seen.Any(s => s.Id == n.EnterpriseId))
            .OrderBy(n => n.SortKey).ToListAsync(cancellation);
        return named.ToLookup(n => n.ClauseId, n => new NamedEnterprise(n.EnterpriseId, n.Name));
    }

    /// <summary>Those that say each part of the text, themselves or in the title, number or issuer of their policy. All for an empty text, none for one of signs alone.</summary>
    public static IQueryable<PolicyClause> Saying(this IQueryable<PolicyClause> clauses, string text, AppDbContext db) => clauses.SayingEach(text, db, (rows, hits, _) =>
    {
        var (themselves, versions) = (hits.Of(nameof(PolicyClause)), hits.Of(nameof(PolicyVersion)));
        return rows.Where(c => themselves.Contains(c.Id) || versions.Contains(c.PolicyVersionId));
    });

    /// <summary>Those that say each part of the text themselves.</summary>
    public static IQueryable<PolicyClause> SayingThemselves(this IQueryable<PolicyClause> clauses, string text, AppDbContext db) => clauses.SayingEach(text, db, (rows, hits, _) =>
    {
        var said = hits.Of(nameof(PolicyClause));
        return rows.Where(c => said.Contains(c.Id));
    });

    /// <summary>Those that say each part of the text in their title, number or issuer.</summary>
    public static IQueryable<PolicyVersion> Saying(this IQueryable<PolicyVersion> versions, string text, AppDbContext db) => versions.SayingEach(text, db, (rows, hits, _) =>
    {
        var said = hits.Of(nameof(PolicyVersion));
        return rows.Where(v => said.Contains(v.Id));
    });

    /// <summary>Narrowed as chosen, as of a day; withdrawn and expired ones only where they are asked for.</summary>
    public static IQueryable<PolicyClause> Narrowed(this IQueryable<PolicyClause> clauses, PolicyFilter filter, DateOnly today)
    {
        var narrowed = clauses.Standing(filter.Standing, today)
            .Where(c => filter.Level == null || c.PolicyVersion.Level == filter.Level)
            .Where(c => filter.Kind == null || c.PolicyVersion.Kind == filter.Kind)
            .Where(c => filter.UnitId == null || c.ExecutingUnitId == filter.UnitId);
        if (filter.Topic is { } topic)
        {
            narrowed = narrowed.Where(c => (c.Topics & topic) == topic);
        }

        var (open, toCome) = (PolicyScopes.IsOpen.At(today), PolicyScopes.IsToCome.At(today));
        return filter.Window switch
        {
            null => narrowed,
            WindowState.Open => narrowed.Where(c => c.Windows.AsQueryable().Any(open)),
            WindowState.ToCome => narrowed.Where(c => !c.Windows.AsQueryable().Any(open) && c.Windows.AsQueryable().Any(toCome)),
            WindowState.ToBeAnnounced => narrowed.Where(c => !c.Windows.AsQueryable().Any(open) && !c.Windows.AsQueryable().Any(toCome) && c.Windows.Any(w => w.Kind == WindowKind.ToBeAnnounced)),
            WindowState.Closed => narrowed.Where(c => c.Windows.Any() && !c.Windows.AsQueryable().Any(open) && !c.Windows.AsQueryable().Any(toCome) && c.Windows.All(w => w.Kind != WindowKind.ToBeAnnounced)),
            WindowState.NotSaid => narrowed.Where(c => !c.Windows.Any()),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Window, null),
        };
    }

    private static IQueryable<PolicyClause> Standing(this IQueryable<PolicyClause> clauses, PolicyStanding standing, DateOnly today) => standing switch
    {
        PolicyStanding.InForce => clauses.Published().InForce(today),
        PolicyStanding.NotBegun => clauses.Published().Where(PolicyScopes.HasNotBegun.Of<PolicyClause>(c => c.PolicyVersion).At(today)),
        PolicyStanding.Expired => clauses.Published().Where(PolicyScopes.HasExpired.Of<PolicyClause>(c => c.PolicyVersion).At(today)),
        PolicyStanding.Withdrawn => clauses.Where(PolicyScopes.IsWithdrawn.Of<PolicyClause>(c => c.PolicyVersion).Rule),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    /// <summary>Whichever closes first, first; then those that do not close, the policy published last first.</summary>
    public static IOrderedQueryable<PolicyClause> ClosingFirst(this IQueryable<PolicyClause> clauses, DateOnly today)
    {
        var open = PolicyScopes.IsOpen.At(today);
        return clauses.OrderBy(c => c.Windows.AsQueryable().Where(open).Min(w => w.Until) ?? DateOnly.MaxValue)
            .ThenByDescending(c => c.PolicyVersion.PublishedAt).ThenByDescending(c => c.PolicyVersionId).ThenBy(c => c.Order).ThenBy(c => c.Id);
    }
}
