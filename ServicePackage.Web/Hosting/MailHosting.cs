using ServicePackage.Core.Mail;

namespace ServicePackage.Web.Hosting;

/// <summary>What the domain needs to know of this program to send mail.</summary>
public static class MailHosting
{
    /// <summary>Tells where the links in mails lead.</summary>
    public static void AddMailLinks(this IServiceCollection services) =>
        services.AddSingleton(new MailLinks(Addresses.Of, Addresses.Notices, Addresses.NoticesByMail));
}
