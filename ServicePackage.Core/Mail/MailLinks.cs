using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Mail;

/// <summary>Where links in mails lead, as paths within the program. Opening one changes nothing.</summary>
/// <param name="Page">The page of a subject; null where it has none.</param>
/// <param name="Notices">The reader's notices.</param>
/// <param name="Wishes">The page on which the reader says what to send.</param>
public sealed record MailLinks(Func<SubjectName, string?> Page, string Notices, string Wishes);
