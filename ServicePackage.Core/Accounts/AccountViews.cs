using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Accounts;

/// <summary>What to list.</summary>
/// <param name="Text">Part of the sign-in name, the person's name or the telephone; empty for all.</param>
/// <param name="OrganisationId">People with a post there; null for all.</param>
/// <param name="EnterpriseId">People of one enterprise; null for all.</param>
/// <param name="OfEnterprises">True for enterprise users alone, false for the town's own people alone, null for both.</param>
/// <param name="Disabled">True for disabled ones alone, false for those in use, null for both.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record AccountFilter(
    string Text = "", long? OrganisationId = null, long? EnterpriseId = null, bool? OfEnterprises = null, bool? Disabled = false, int Skip = 0, int Take = 50);

/// <summary>An account in a list.</summary>
public sealed record AccountRow(
    long Id, string UserName, string DisplayName, string Phone, long? EnterpriseId, string? EnterpriseName,
    IReadOnlyList<PostRow> Posts, DateTime? DisabledAt, bool MustChangePassword);

/// <summary>A post and where it is held.</summary>
public sealed record PostRow(PostKind Kind, long OrganisationId, string OrganisationName, string OrganisationEnglishName, OrganisationKind OrganisationKind);

/// <summary>An account with all the administrator may see of it.</summary>
/// <param name="Account">Its facts.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Version">To be given back with a change.</param>
/// <param name="Butlers">Enterprises the person is the butler of.</param>
/// <param name="IsOwn">Whether it is the reader's own.</param>
/// <param name="Sessions">Where the person is signed in.</param>
/// <param name="Rights">What the person may do.</param>
public sealed record AccountDetails(
    AccountRow Account, string Email, int Version, int Butlers, bool IsOwn, IReadOnlyList<SessionRow> Sessions, AccountRights Rights);
