using Microsoft.Extensions.Options;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Hosting;

/// <summary>How much one request, one message, one person may take.</summary>
public static class Limits
{
    /// <summary>The longest request body but for uploads, which set their own.</summary>
    public const long RequestBody = 1024 * 1024;

    /// <summary>The longest message of a circuit: a text of 20,000 characters takes up to 240 KB on the wire.</summary>
    public const long CircuitMessage = 512 * 1024;

    /// <summary>How long a page that lost its connection can come back to where it was.</summary>
    public static readonly TimeSpan DisconnectedCircuit = TimeSpan.FromMinutes(5);

    /// <summary>Sets the limits of the server and of circuits, and how long browsers insist on https.</summary>
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody;
            kestrel.Limits.MaxConcurrentUpgradedConnections = kestrel.ApplicationServices.GetRequiredService<IOptions<CircuitSettings>>().Value.MostConnections;
        });
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents(circuit =>
            {
                circuit.DetailedErrors = false;
                circuit.DisconnectedCircuitRetentionPeriod = DisconnectedCircuit;
            })
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = CircuitMessage);
        builder.Services.AddSettings<CircuitSettings>();
        builder.Services.AddSingleton<SocketGate>();
        builder.Services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
        });
    }
}
