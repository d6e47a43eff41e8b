using Microsoft.Extensions.Options;
using ServicePackage.Core.Mail;

namespace ServicePackage.Web.Hosting;

/// <summary>What the domain needs to know of this program to send mail.</summary>
public static class MailHosting
{
    /// <summary>Tells where the links in mails lead.</summary>
    public static void AddMailLinks(this IServiceCollection services) =>
        services.AddSingleton(new MailLinks(Addresses.Of, Addresses.Notices, Addresses.NoticesByMail));

    /// <summary>False, with one sentence on the console that shows no setting, when the settings of the mail server are wrong and the program must not start.</summary>
    public static async Task<bool> CheckMailAsync(this IHost app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var refusal = app.Services.GetRequiredService<IOptions<MailSettings>>().Value.Refuse();
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal.Sentence);
        }

        return refusal is null;
    }
}
