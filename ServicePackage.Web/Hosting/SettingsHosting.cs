using System.Net;
using System.Text.RegularExpressions;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Web.Hosting;

/// <summary>Checks every setting before the program starts: a wrong one is said then, and not met with by whoever comes first.</summary>
public static partial class SettingsHosting
{
    /// <summary>The section of reverse proxies that are believed.</summary>
    public const string TrustedProxies = "TrustedProxies";

    /// <summary>False, with one sentence on the console that shows no secret, when the program must not start.</summary>
    public static async Task<bool> CheckSettingsAsync(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var refusal = Refuse(builder.Configuration);
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal.Sentence);
        }

        return refusal is null;
    }

    /// <summary>The first setting that is wrong; null when all can be used.</summary>
    internal static Refusal? Refuse(IConfiguration settings) =>
        Refuse<ProcedureSettings>(settings) ?? Refuse<ContactSettings>(settings) ?? Refuse<MailSettings>(settings)
            ?? Refuse<AttachmentSettings>(settings) ?? Refuse<SignInSettings>(settings) ?? Refuse<CircuitSettings>(settings) ?? RefuseProxies(settings) ?? RefuseDemo(settings);

    private static Refusal? Refuse<T>(IConfiguration settings)
        where T : class, ISettings, new()
    {
        try
        {
            return (settings.GetSection(T.Section).Get<T>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new T()).Refuse();
        }
        catch (InvalidOperationException exception)
        {
            var named = Named().Matches(exception.Message).Select(m => m.Groups[1].Value).Where(n => n != nameof(BinderOptions.ErrorOnUnknownConfiguration));
            return new Refusal("Settings.Unreadable", T.Section, string.Join(", ", named));
        }
    }

    private static Refusal? RefuseProxies(IConfiguration configuration) => configuration.GetSection(TrustedProxies).GetChildren()
        .Where(p => !IPAddress.TryParse(p.Value, out _))
        .Select(p => new Refusal("Settings.Proxy", p.Path, p.Value))
        .FirstOrDefault();

    private static Refusal? RefuseDemo(IConfiguration settings) =>
        settings[DemoHosting.Fill] is { } fill && !bool.TryParse(fill, out _) ? new Refusal("Settings.Unreadable", "Demo", $"Fill={fill}") : null;

    /// <summary>What the binder's message quotes: names and values.</summary>
    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Named();
}
