namespace ServicePackage.Web.Features.Accounts;

/// <summary>The texts of the pages of accounts.</summary>
public sealed class AccountTexts;
