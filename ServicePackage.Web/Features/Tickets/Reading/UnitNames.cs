using ServicePackage.Core.Tickets;
using ServicePackage.Web.Layout;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>Names of organisations on a demand's page, which history keeps in Chinese.</summary>
internal static class UnitNames
{
    /// <summary>The name in the reader's language; as it was kept where there is no other.</summary>
    public static string NameIn(this TicketView ticket, string name) => Languages.Name(name, ticket.EnglishNames.GetValueOrDefault(name, ""));
}
