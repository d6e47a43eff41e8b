using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Catalogue;

/// <summary>Which services stand, can be had and were looked at of late, said once for queries and rows. Days are Shanghai days.</summary>
public static class ServiceScopes
{
    /// <summary>The published version of a service that has not been withdrawn.</summary>
    public static readonly Scope<ServiceVersion> IsPublished = new(v => v.State == ServiceState.Published && v.Service.WithdrawnAt == null);

    /// <summary>Being written or under review.</summary>
    public static readonly Scope<ServiceVersion> IsDraft = new(v => v.State == ServiceState.Draft || v.State == ServiceState.Submitted);

    /// <summary>A last day that is over; none is never over.</summary>
    internal static readonly Scope<DateOnly?, DateOnly> IsOver = new((until, day) => until != null && until < day);

    /// <summary>A last check before a day, or none.</summary>
    internal static readonly Scope<DateOnly?, DateOnly> IsBefore = new((check, since) => check == null || check < since);

    /// <summary>Its last day is over.</summary>
    public static readonly Scope<ServiceVersion, DateOnly> HasEnded = IsOver.Of<ServiceVersion>(v => v.GoodUntil);

    /// <summary>Nobody has checked it since a day.</summary>
    public static readonly Scope<Service, DateOnly> IsUnchecked = IsBefore.Of<Service>(s => s.CheckedOn);

    /// <summary>Why a version cannot be had on a day: its service was withdrawn (Service.IsWithdrawn), or its last day is over. Null where it can.</summary>
    internal static Refusal? WhyNotToBeHad(ServiceVersion version, DateOnly day, string ended = "Service.Ended") =>
        version.Service.WithdrawnAt is not null ? new Refusal("Service.IsWithdrawn")
        : HasEnded.Holds(version, day) ? new Refusal(ended)
        : null;

    /// <summary>The published versions of services that have not been withdrawn.</summary>
    public static IQueryable<ServiceVersion> Published(this IQueryable<ServiceVersion> versions) => versions.Where(IsPublished.Rule);

    /// <summary>Of these, those that can be had on a day.</summary>
    public static IQueryable<ServiceVersion> ToBeHad(this IQueryable<ServiceVersion> versions, DateOnly day) => versions.Published().Where(HasEnded.At(day), (_, over) => !over);

    /// <summary>Those being written or under review.</summary>
    public static IQueryable<ServiceVersion> Drafts(this IQueryable<ServiceVersion> versions) => versions.Where(IsDraft.Rule);
}
