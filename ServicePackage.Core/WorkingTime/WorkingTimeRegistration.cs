using Microsoft.Extensions.DependencyInjection;

namespace ServicePackage.Core.WorkingTime;

/// <summary>Registers the calendar and what keeps it.</summary>
public static class WorkingTimeRegistration
{
    /// <summary>Adds the calendar in force, its seeder and what a screen shows of it; the town's clock is registered by the host.</summary>
    public static IServiceCollection AddWorkingTime(this IServiceCollection services) =>
        services.AddSingleton<CalendarSource>().AddSingleton<CalendarSeeder>().AddSingleton<CalendarService>();
}
