namespace ServicePackage.Core.Mail;

/// <summary>The language in which a person reads mail.</summary>
public enum MailLanguage
{
    /// <summary>Chinese.</summary>
    Chinese = 1,

    /// <summary>English.</summary>
    English = 2,
}
