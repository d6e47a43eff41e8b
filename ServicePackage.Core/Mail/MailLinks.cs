namespace ServicePackage.Core.Mail;

/// <summary>Where links in mails lead, as paths within the program. Opening one changes nothing.</summary>
/// <param name="Demand">The page of a demand, from its number.</param>
/// <param name="Notices">The reader's notices.</param>
/// <param name="Wishes">The page on which the reader says what to send.</param>
public sealed record MailLinks(Func<string, string> Demand, string Notices, string Wishes);
