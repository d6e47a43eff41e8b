using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>Registers what the procedure needs.</summary>
public static class TicketsRegistration
{
    /// <summary>Adds the services of the demands; their lengths and hours come from the section "Procedure".</summary>
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddSettings<ProcedureSettings>();
        return services
            .AddSingleton<MomentSource>()
            .AddSingleton<TicketNumbers>()
            .AddSingleton<TicketSweep>()
            .AddSingleton<TicketService>()
            .AddSingleton<RaiseService>()
            .AddSingleton<RaiseChoicesService>()
            .AddSingleton<DeskService>()
            .AddSingleton<OverdueBoard>()
            .AddSingleton<OverdueSheet>()
            .AddSingleton<TicketBatch>()
            .AddSingleton<TicketList>()
            .AddSingleton<TicketPageService>()
            .AddSingleton<CalendarAmendment>()
            .AddSingleton<TopicSeeder>();
    }
}
