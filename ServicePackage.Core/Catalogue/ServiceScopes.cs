using ServicePackage.Core.Data;

namespace ServicePackage.Core.Catalogue;

/// <summary>Which services stand, can be had and were looked at of late, said once for queries and rows. Days are Shanghai days.</summary>
public static class ServiceScopes
{
    /// <summary>The published version of a service that has not been withdrawn.</summary>
    public static readonly Scope<ServiceVersion> IsPublished = new(v => v.State == ServiceState.Published && v.Service.WithdrawnAt == null);

    /// <summary>Being written or under review.</summary>
    public static readonly Scope<ServiceVersion> IsDraft = new(v => v.State == ServiceState.Draft || v.State == ServiceState.Submitted);

    /// <summary>Its last day is over.</summary>
    public static readonly Scope<ServiceVersion, DateOnly> HasEnded = new((v, day) => v.GoodUntil != null && v.GoodUntil < day);

    /// <summary>Nobody has checked it since a day.</summary>
    public static readonly Scope<Service, DateOnly> IsUnchecked = new((s, since) => s.CheckedOn == null || s.CheckedOn < since);

    /// <summary>The published versions of services that have not been withdrawn.</summary>
    public static IQueryable<ServiceVersion> Published(this IQueryable<ServiceVersion> versions) => versions.Where(IsPublished.Rule);

    /// <summary>Of these, those that can be had on a day.</summary>
    public static IQueryable<ServiceVersion> ToBeHad(this IQueryable<ServiceVersion> versions, DateOnly day) => versions.Published().Where(HasEnded.At(day), (_, over) => !over);

    /// <summary>Those being written or under review.</summary>
    public static IQueryable<ServiceVersion> Drafts(this IQueryable<ServiceVersion> versions) => versions.Where(IsDraft.Rule);
}
