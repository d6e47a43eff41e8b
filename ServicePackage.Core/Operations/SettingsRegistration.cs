using Microsoft.Extensions.DependencyInjection;

namespace ServicePackage.Core.Operations;

/// <summary>Registers sections of the configuration.</summary>
public static class SettingsRegistration
{
    /// <summary>Reads the section; a key that nobody reads is an error, not a setting that is silently without effect.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services)
        where T : class, ISettings
    {
        services.AddOptions<T>().BindConfiguration(T.Section, binder => binder.ErrorOnUnknownConfiguration = true);
        return services;
    }
}
