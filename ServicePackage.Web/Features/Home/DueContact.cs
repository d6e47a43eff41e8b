using ServicePackage.Core.Enterprises;

namespace ServicePackage.Web.Features.Home;

/// <summary>An enterprise that its butler is to contact.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Days">Days since the last contact; null before the first.</param>
/// <param name="Day">The day by which, or on which (Shanghai).</param>
/// <param name="Planned">Whether that day was planned.</param>
/// <param name="Missed">Whether it passed without the contact.</param>
public sealed record DueContact(long EnterpriseId, string Name, EnterpriseTier Tier, int? Days, DateOnly Day, bool Planned, bool Missed);
