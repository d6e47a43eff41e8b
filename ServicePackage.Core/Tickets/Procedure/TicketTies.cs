namespace ServicePackage.Core.Tickets;

/// <summary>Whom a demand is tied to, as far as it decides what somebody is to it.</summary>
/// <param name="EnterpriseId">Whose demand.</param>
/// <param name="FirstAskedId">Its first-asked person.</param>
/// <param name="EconomicCityId">The economic city of its enterprise.</param>
/// <param name="LeadUnitId">Its lead unit.</param>
/// <param name="SupportingUnitIds">Its supporting units.</param>
/// <param name="IsButler">Whether the one who asks is the enterprise's named butler.</param>
internal sealed record TicketTies(
    long? EnterpriseId, long? FirstAskedId, long? EconomicCityId, long? LeadUnitId, IReadOnlyList<long> SupportingUnitIds, bool IsButler);
