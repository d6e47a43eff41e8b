using System.Text.RegularExpressions;
using MimeKit;

namespace ServicePackage.Core.Mail;

/// <summary>Which addresses a mail can be sent to.</summary>
internal static partial class MailAddresses
{
    /// <summary>Whether the address has the form of one and the mail library takes it: what it refuses could never be sent to.</summary>
    public static bool CanBeSentTo(string address)
    {
        if (!Form().IsMatch(address))
        {
            return false;
        }

        try
        {
            return new MailboxAddress("", address).Address == address;
        }
        catch (ParseException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z")]
    private static partial Regex Form();
}
