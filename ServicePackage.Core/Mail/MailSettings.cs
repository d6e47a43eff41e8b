using System.Globalization;
using System.Net;
using MimeKit;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte, usually on port 465.</summary>
    Tls = 1,

    /// <summary>TLS after the greeting, usually on port 587; refused where the server offers none.</summary>
    StartTls = 2,

    /// <summary>Unprotected, for a relay within the house; with a password only to one on this machine.</summary>
    None = 3,
}

/// <summary>
/// The mail server; section "Mail" of the configuration. Nothing set means no mail. Not a record: its text would show the password.
/// </summary>
public sealed class MailSettings : ISettings
{
    /// <inheritdoc/>
    public static string Section => "Mail";

    private static readonly Dictionary<MailSecurity, int> UsualPorts = new() { [MailSecurity.Tls] = 465, [MailSecurity.StartTls] = 587, [MailSecurity.None] = 25 };

    /// <summary>The server's name or address.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port; empty for the usual one of <see cref="Security"/>.</summary>
    public string Port { get; set; } = "";

    /// <summary>One of <see cref="MailSecurity"/>; empty for StartTls.</summary>
    public string Security { get; set; } = "";

    /// <summary>Whom the program signs in as; empty where the server asks for nobody.</summary>
    public string User { get; set; } = "";

    /// <summary>The password of <see cref="User"/>.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender: an address, with or without a name before it.</summary>
    public string From { get; set; } = "";

    /// <summary>Where people reach the program: the beginning of every link in a mail.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Whether mail is sent at all.</summary>
    public bool IsOn => Given.Any(g => g.Value.Length > 0) && Refuse() is null;

    internal MailSecurity Protection => Enum.TryParse<MailSecurity>(Security, ignoreCase: true, out var security) ? security : MailSecurity.StartTls;

    internal int PortNumber => int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : UsualPorts[Protection];

    internal MailboxAddress Sender => MailboxAddress.Parse(From);

    /// <summary>What follows the @ of the sender; Message-IDs end with it.</summary>
    internal string Domain => Sender.Domain;

    private bool IsThisMachine => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    private (string Key, string Value)[] Given =>
        [(nameof(Host), Host), (nameof(From), From), (nameof(PublicAddress), PublicAddress), (nameof(Port), Port), (nameof(Security), Security), (nameof(User), User), (nameof(Password), Password)];

    /// <summary>
    /// Why the program must not start with these settings, as a sentence that says what to set and shows none of them; null when they are
    /// whole, or when none is set.
    /// </summary>
    public Refusal? Refuse()
    {
        if (Given.All(g => g.Value.Length == 0))
        {
            return null;
        }

        if (Given.Take(3).FirstOrDefault(g => string.IsNullOrWhiteSpace(g.Value)) is { Key: { } missing })
        {
            return new Refusal("MailSettings.Missing", $"Mail:{missing}");
        }

        return Security.Length > 0 && !Enum.GetNames<MailSecurity>().Contains(Security, StringComparer.OrdinalIgnoreCase) ? new Refusal("MailSettings.Security")
            : Port.Length > 0 && !(int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort) ? new Refusal("MailSettings.Port")
            : User.Length == 0 != (Password.Length == 0) ? new Refusal("MailSettings.UserAndPassword")
            : Password.Length > 0 && Protection == MailSecurity.None && !IsThisMachine ? new Refusal("MailSettings.OpenPassword")
            : !MailboxAddress.TryParse(From, out var sender) || string.IsNullOrEmpty(sender.Domain) ? new Refusal("MailSettings.From")
            : !Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Query.Length > 0 || address.Fragment.Length > 0 ? new Refusal("MailSettings.PublicAddress")
            : null;
    }

    /// <summary>A link to a page of the program, from its address within it.</summary>
    internal string LinkTo(string path) => PublicAddress.TrimEnd('/') + path;
}
