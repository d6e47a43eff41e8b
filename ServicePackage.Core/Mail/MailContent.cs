using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Mail;

/// <summary>All that one mail is made of, as it was when it was read.</summary>
/// <param name="Name">The reader's name.</param>
/// <param name="Address">The reader's e-mail address.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Lines">What it tells, the oldest first.</param>
/// <param name="Contact">Whom to turn to; null where the reader is the one.</param>
/// <param name="Digest">Whether it sums up a day.</param>
/// <param name="Left">How many more notices wait for the reader than it tells of.</param>
internal sealed record MailContent(string Name, string Address, MailLanguage Language, IReadOnlyList<MailLine> Lines, ContactPoint? Contact, bool Digest, int Left);

/// <summary>One notice in a mail.</summary>
/// <param name="Kind">The key of its sentence.</param>
/// <param name="Arguments">The sentence's arguments.</param>
/// <param name="At">When it was written (UTC).</param>
/// <param name="About">What it is about; null where the reader does not see it, or where it is about nothing.</param>
internal sealed record MailLine(string Kind, IReadOnlyList<string> Arguments, DateTime At, SubjectName? About);
