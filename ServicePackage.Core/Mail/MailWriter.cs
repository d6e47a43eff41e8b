using System.Globalization;
using System.Net;
using System.Text;
using MimeKit;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Mail;

/// <summary>Writes a mail in its reader's language, as plain text and as simple HTML that says the same.</summary>
internal sealed class MailWriter(MailSettings settings, MailLinks links)
{
    /// <summary>A title in a subject is cut to so many characters.</summary>
    private const int LongestTitle = 40;

    /// <summary>The whole message. The same key and sender give the same Message-ID.</summary>
    public MimeMessage Write(MailContent content, Guid messageKey, DateTime now)
    {
        var (culture, screens) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(content.Language == MailLanguage.English ? "en" : "zh-CN");
            var body = new Body();
            Fill(body, content);
            var message = new MimeMessage
            {
                MessageId = $"{messageKey:N}@{settings.Domain}",
                Date = new DateTimeOffset(now, TimeSpan.Zero).ToOffset(TownTime.Zone.GetUtcOffset(now)),
                Subject = SubjectOf(content, now),
                Body = new BodyBuilder { TextBody = body.Text, HtmlBody = body.Html }.ToMessageBody(),
            };
            message.From.Add(settings.Sender);
            message.To.Add(new MailboxAddress(content.Name, content.Address));
            message.Headers.Add("Auto-Submitted", "auto-generated");
            message.Headers.Add("X-Auto-Response-Suppress", "All");
            return message;
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, screens);
        }
    }

    private static string SubjectOf(MailContent content, DateTime now)
    {
        if (content.Digest)
        {
            return Wording.Sentence("Mail.Subject.Digest", TownTime.DayOf(now), content.Lines.Count + content.Left);
        }

        var line = content.Lines[0];
        var group = MailGroups.Of(line.Kind);
        return line.About is not { Number.Length: > 0 } about
            ? Wording.Text($"Mail.Subject.{group}Alone")
            : Wording.Sentence($"Mail.Subject.{group}", about.Number, Cut(about.Title));
    }

    /// <summary>On one line, and not longer than a subject bears.</summary>
    private static string Cut(string title)
    {
        var line = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var characters = new StringInfo(line);
        return characters.LengthInTextElements <= LongestTitle ? line : characters.SubstringByTextElements(0, LongestTitle) + "…";
    }

    private void Fill(Body body, MailContent content)
    {
        body.Say(Wording.Sentence("Mail.Greeting", content.Name));
        if (content.Digest)
        {
            body.Say(Wording.Sentence("Mail.DigestLine", content.Lines.Count + content.Left));
        }

        foreach (var line in content.Lines)
        {
            body.Say(NoticeWording.Sentence(line.Kind, line.Arguments));
            if (line.About is { } about && links.Page(about) is { } page)
            {
                body.Link(Wording.Find($"Mail.Open.{about.Kind}") ?? Wording.Text("Mail.Open"), settings.LinkTo(page));
            }
        }

        if (content.Left > 0)
        {
            body.Say(Wording.Sentence("Mail.More", content.Left));
        }

        if (content.Left > 0 || content.Lines.All(l => l.About is null || links.Page(l.About) is null))
        {
            body.Link(Wording.Text("Mail.OpenNotices"), settings.LinkTo(links.Notices));
        }

        if (content.Contact is { } contact)
        {
            body.Say(ContactLine(contact, content.Language));
        }

        body.Rule();
        body.Say(Wording.Text("Mail.Automatic"));
        body.Link(Wording.Text("Mail.Wishes"), settings.LinkTo(links.Wishes));
    }

    private static string ContactLine(ContactPoint contact, MailLanguage language)
    {
        var organisation = language == MailLanguage.English && contact.EnglishName.Length > 0 ? contact.EnglishName : contact.Organisation;
        var key = (contact.Person, contact.Phone) switch
        {
            (null, "") => "Mail.Contact",
            (null, _) => "Mail.ContactPhone",
            (_, "") => "Mail.ContactPerson",
            _ => "Mail.ContactPersonPhone",
        };
        return Wording.Sentence(key, organisation, contact.Phone, contact.Person);
    }

    /// <summary>Both bodies, paragraph by paragraph; what people typed is encoded.</summary>
    private sealed class Body
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _html = new();

        public string Text => _text.ToString().TrimStart('\n') + "\n";

        public string Html => $"<!DOCTYPE html>\n<html lang=\"{CultureInfo.CurrentUICulture.Name}\"><body>\n{_html}</body></html>\n";

        public void Say(string sentence)
        {
            _text.Append(_text.Length > 0 && _text[^1] == ' ' ? "\n" : "\n\n").Append(sentence); // right under the line that begins a signature
            _html.Append("<p>").Append(Encode(sentence)).Append("</p>\n");
        }

        public void Link(string words, string address)
        {
            _text.Append('\n').Append(Wording.Sentence("Mail.Link", words, address));
            _html.Append("<p><a href=\"").Append(Encode(address)).Append("\">").Append(Encode(words)).Append("</a></p>\n");
        }

        public void Rule()
        {
            _text.Append("\n\n-- ");
            _html.Append("<hr>\n");
        }

        private static string Encode(string text) => WebUtility.HtmlEncode(text);
    }
}
