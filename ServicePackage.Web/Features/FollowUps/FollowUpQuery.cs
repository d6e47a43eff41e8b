using System.Globalization;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.FollowUps;

/// <summary>How months and reasons stand in addresses.</summary>
public static class FollowUpQuery
{
    private const string MonthFormat = "yyyy-MM";

    /// <summary>A month as it stands in an address.</summary>
    public static string Of(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>The month named in an address; null for anything else.</summary>
    public static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>A month as it is read: 2026年12月.</summary>
    public static string Name(DateOnly month) => month.ToString(Core.Words.Wording.Text("Format.MonthAndYear"), CultureInfo.CurrentCulture);

    /// <summary>Where what is asked for can be seen to.</summary>
    public static string Address(FollowUpReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason switch
        {
            { SubjectKind: nameof(Ticket) } => Addresses.Ticket(reason.Number),
            { Kind: "Package" } => Addresses.PackageVersion(long.Parse(reason.Number, CultureInfo.InvariantCulture)),
            { SubjectKind: nameof(PolicyClause) } => $"{Addresses.EnterprisePolicies(reason.EnterpriseId)}#match-{reason.SubjectId}",
            { Kind: "Facts" or "Figures" } => Addresses.EnterpriseFacts(reason.EnterpriseId),
            _ => $"{Addresses.Enterprise(reason.EnterpriseId)}#contacts",
        };
    }
}
