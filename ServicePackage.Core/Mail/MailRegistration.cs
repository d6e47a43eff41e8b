using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Mail;

/// <summary>Registers what sends mail.</summary>
public static class MailRegistration
{
    /// <summary>Adds the outbox and what empties it. Mail is sent where the section "Mail" is set and <see cref="MailLinks"/> are registered.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSettings<MailSettings>();
        return services
            .AddSingleton<Outbox>()
            .AddSingleton<MailSweep>()
            .AddSingleton<MailWishService>()
            .AddSingleton<MailDesk>();
    }
}
