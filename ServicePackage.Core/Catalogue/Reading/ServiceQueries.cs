using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>Finds services by what is typed and chosen, and reads them as they are shown.</summary>
internal static class ServiceQueries
{
    /// <summary>What a version says.</summary>
    public static readonly Expression<Func<ServiceVersion, ServiceFacts>> Facts = v => new ServiceFacts
    {
        Title = v.Title,
        Class = v.Class,
        Level = v.Level,
        Provider = new ServiceProvider(v.Service.ProviderId, v.Service.Provider.Name, v.Service.Provider.EnglishName, v.Service.Provider.Nature),
        Text = v.Text,
        Forms = v.Forms,
        Fee = v.Fee,
        FeeWords = v.FeeWords,
        FeeYuan = v.FeeYuan,
        Audience = v.Audience,
        HowToGet = v.HowToGet,
        Contact = v.Contact,
        Phone = v.Phone,
        SourceAddress = v.SourceAddress,
        GoodUntil = v.GoodUntil,
        IsDemo = v.IsDemo,
    };

    /// <summary>The same as a row of a list.</summary>
    public static readonly Expression<Func<ServiceVersion, ServiceRow>> Row = v => new ServiceRow
    {
        ServiceId = v.ServiceId,
        CheckedOn = v.Service.CheckedOn,
        Facts = new ServiceFacts
        {
            Title = v.Title,
            Class = v.Class,
            Level = v.Level,
            Provider = new ServiceProvider(v.Service.ProviderId, v.Service.Provider.Name, v.Service.Provider.EnglishName, v.Service.Provider.Nature),
            Text = v.Text,
            Forms = v.Forms,
            Fee = v.Fee,
            FeeWords = v.FeeWords,
            FeeYuan = v.FeeYuan,
            Audience = v.Audience,
            GoodUntil = v.GoodUntil,
            IsDemo = v.IsDemo,
        },
    };

    /// <summary>
    /// Those that say each part of the text, in their title, in their description, or by the initials of their title; or whose provider is called so. All for an empty text,
    /// none for one of signs alone. Providers are few enough to be compared as people read them.
    /// </summary>
    public static async Task<IQueryable<ServiceVersion>> SayingAsync(this IQueryable<ServiceVersion> versions, string text, AppDbContext db, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return versions;
        }

        var providers = await db.Organisations.Where(o => o.Kind == OrganisationKind.Provider).Select(o => new { o.Id, o.Name, o.EnglishName }).ToListAsync(cancellation);
        return versions.SayingEach(text, db, (narrowed, hits, part) =>
        {
            var (said, sought) = (hits.Of(nameof(ServiceVersion)), Sought.Of(part));
            var called = providers.Where(p => sought.IsIn(p.Name, p.EnglishName)).Select(p => p.Id).ToList();
            return called.Count == 0 ? narrowed.Where(v => said.Contains(v.Id)) : narrowed.Where(v => said.Contains(v.Id) || EF.Parameter(called).Contains(v.Service.ProviderId));
        });
    }

    /// <summary>Narrowed as chosen, as of a day; those that ended or were withdrawn only where they are asked for.</summary>
    public static IQueryable<ServiceVersion> Matching(this IQueryable<ServiceVersion> versions, ServiceFilter filter, DateOnly today)
    {
        var narrowed = versions.Where(v => v.State == ServiceState.Published)
            .Where(v => filter.Class == null || v.Class == filter.Class)
            .Where(v => filter.Fee == null || v.Fee == filter.Fee)
            .Where(v => filter.Level == null || v.Level == filter.Level)
            .Where(v => filter.Nature == null || v.Service.Provider.Nature == filter.Nature);
        if (filter.Form is { } form)
        {
            narrowed = narrowed.Where(v => (v.Forms & form) == form);
        }

        return filter.Show switch
        {
            ServiceShow.ToBeHad => narrowed.ToBeHad(today),
            ServiceShow.Unchecked => narrowed.ToBeHad(today).Unchecked(today),
            ServiceShow.Ended => narrowed.Published().Where(ServiceScopes.HasEnded.At(today)),
            ServiceShow.Withdrawn => narrowed.Where(v => v.Service.WithdrawnAt != null),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Show, null),
        };
    }

    /// <summary>Those that nobody has checked for six months.</summary>
    public static IQueryable<ServiceVersion> Unchecked(this IQueryable<ServiceVersion> versions, DateOnly today) =>
        versions.Where(ServiceScopes.IsUnchecked.Of<ServiceVersion>(v => v.Service).At(ServiceRules.CheckedSince(today)));

    /// <summary>By class, in the order of the plan, then as their titles are read.</summary>
    public static IOrderedQueryable<ServiceVersion> ByClass(this IQueryable<ServiceVersion> versions) => versions
        .OrderBy(v => v.Class == ServiceClass.StartUp ? 0
            : v.Class == ServiceClass.Innovation ? 1
            : v.Class == ServiceClass.Digital ? 2
            : v.Class == ServiceClass.Talent ? 3
            : v.Class == ServiceClass.Consulting ? 4
            : v.Class == ServiceClass.Finance ? 5
            : v.Class == ServiceClass.Market ? 6 : 7)
        .ThenBy(v => v.SortKey).ThenBy(v => v.Id);
}
