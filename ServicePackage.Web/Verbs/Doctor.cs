using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Data;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Web.Hosting;

namespace ServicePackage.Web.Verbs;

/// <summary>
/// <c>doctor</c>: says line by line whether the set-up is right, also while the server runs; changes nothing. Exit code 0, or 1 where something must be put
/// right before the program can work.
/// </summary>
internal sealed class Doctor(VerbConsole console)
{
    private const long Megabyte = 1024 * 1024;
    private static readonly TimeSpan SoonOver = TimeSpan.FromDays(30);

    private int _wrong;

    public static async Task<int> RunAsync(VerbConsole console, IReadOnlyList<string> args)
    {
        var doctor = new Doctor(console);
        if (await StartHosting.ReadableAsync(() => VerbHost.Builder(args)) is not { } builder)
        {
            return 1;
        }

        await doctor.LookAsync(builder);
        await console.Out.WriteLineAsync(doctor._wrong == 0 ? VerbTexts.Say("Doctor.Sound") : VerbTexts.Say("Doctor.Unsound", doctor._wrong));
        return doctor._wrong == 0 ? 0 : 1;
    }

    private async Task LookAsync(HostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        await GoodAsync(VerbTexts.Say("Doctor.Environment", builder.Environment.EnvironmentName, builder.Environment.ContentRootPath));
        await SayAsync(StartHosting.RefuseZone(), VerbTexts.Say("Doctor.Zone", TownTime.ZoneName));
        await SayAsync(SettingsHosting.Refuse(settings), VerbTexts.Say("Doctor.Settings"));
        if (builder.AddTownDatabase() is { } refusal)
        {
            await BadAsync(refusal.Sentence);
        }
        else
        {
            using var host = builder.Build();
            await DatabaseAsync(host.Services.GetRequiredService<IDbContextFactory<AppDbContext>>(), Of<AttachmentSettings>(settings).FreeMegabytes, Of<ProcedureSettings>(settings));
        }

        await MailAsync(Of<MailSettings>(settings));
        await HttpsAsync(settings, builder.Environment);
    }

    /// <summary>The settings of a section; those of the program itself where it cannot be read, which is said with the settings.</summary>
    private static T Of<T>(ConfigurationManager settings)
        where T : class, ISettings, new()
    {
        try
        {
            return settings.GetSection(T.Section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException)
        {
            return new T();
        }
    }

    private async Task DatabaseAsync(IDbContextFactory<AppDbContext> contexts, int floor, ProcedureSettings settings)
    {
        var found = await new DatabaseProbe(contexts).LookAsync();
        if (!found.Done)
        {
            await BadAsync(found.Refusal!.Sentence);
            return;
        }

        await GoodAsync(VerbTexts.Say("Doctor.Writable"));
        if (found.Value.Free is { } free)
        {
            await (free / Megabyte < floor ? BadAsync(VerbTexts.Say("Doctor.LittleSpace", free / Megabyte, floor)) : GoodAsync(VerbTexts.Say("Doctor.Space", free / Megabyte)));
        }

        if (found.Value.Pending > 0)
        {
            await NoteAsync(VerbTexts.Say("Doctor.Pending", found.Value.Pending)); // the tables below may not be there yet
            return;
        }

        await GoodAsync(VerbTexts.Say("Doctor.Migrated"));
        await using var db = await contexts.CreateDbContextAsync();
        await (await db.Posts.AnyAsync(p => p.Kind == PostKind.Administrator && p.Account.DisabledAt == null)
            ? GoodAsync(VerbTexts.Say("Doctor.Administrator"))
            : BadAsync(VerbTexts.Say("Doctor.NoAdministrator")));
        if (settings.DistrictLeader is { Length: > 0 } leader)
        {
            var key = leader.ToUpperInvariant();
            await (await db.Users.AnyAsync(a => a.NormalizedUserName == key && a.DisabledAt == null)
                ? GoodAsync(VerbTexts.Say("Doctor.DistrictLeader", leader))
                : BadAsync(VerbTexts.Say("Doctor.NoDistrictLeader", leader)));
        }

        var year = TownTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime).Year;
        var years = await db.CalendarYears.Where(y => y.Year == year || y.Year == year + 1).Select(y => y.Year).ToListAsync();
        await (years.Contains(year) ? GoodAsync(VerbTexts.Say("Doctor.Calendar", year)) : BadAsync(VerbTexts.Say("Doctor.NoCalendar", year)));
        await (years.Contains(year + 1) ? GoodAsync(VerbTexts.Say("Doctor.Calendar", year + 1)) : NoteAsync(VerbTexts.Say("Doctor.NoNextCalendar", year + 1)));
    }

    private async Task MailAsync(MailSettings mail)
    {
        if (mail.Refuse() is not null)
        {
            return; // said with the settings
        }

        if (!mail.IsOn)
        {
            await NoteAsync(VerbTexts.Say("Doctor.NoMail"));
            return;
        }

        await (await MailProbe.AskAsync(mail) is { } trouble
            ? BadAsync(VerbTexts.Say("Doctor.MailTrouble", mail.Host, Wording.Name(trouble)))
            : GoodAsync(VerbTexts.Say("Doctor.Mail", mail.Host)));
    }

    /// <summary>Cookies travel over HTTPS alone: in Production either a proxy that is believed or an address of its own with a certificate.</summary>
    private async Task HttpsAsync(ConfigurationManager settings, IHostEnvironment environment)
    {
        var proxies = settings.GetSection(SettingsHosting.TrustedProxies).GetChildren().Select(p => p.Value).OfType<string>().ToList();
        if (proxies.Count > 0)
        {
            await GoodAsync(VerbTexts.Say("Doctor.Proxies", string.Join(", ", proxies)));
        }

        var endpoints = settings.GetSection("Kestrel:Endpoints").GetChildren().ToList();
        var addresses = (settings["urls"] ?? "").Split(';').Concat(endpoints.Select(e => e["Url"] ?? ""));
        var https = addresses.Any(a => a.Trim().StartsWith("https://", StringComparison.OrdinalIgnoreCase)) || !string.IsNullOrEmpty(settings["https_ports"]);
        var certificates = endpoints.Select(e => e.GetSection("Certificate")).Append(settings.GetSection("Kestrel:Certificates:Default")).Where(c => !string.IsNullOrEmpty(c["Path"])).ToList();
        foreach (var certificate in certificates)
        {
            await CertificateAsync(certificate, environment.ContentRootPath);
        }

        if (https && certificates.Count == 0)
        {
            await NoteAsync(VerbTexts.Say("Doctor.NoCertificate"));
        }
        else if (!https && proxies.Count == 0)
        {
            await (environment.IsDevelopment() ? NoteAsync(VerbTexts.Say("Doctor.PlainDevelopment")) : BadAsync(VerbTexts.Say("Doctor.Plain")));
        }
    }

    private async Task CertificateAsync(IConfigurationSection section, string contentRoot)
    {
        var path = Path.GetFullPath(section["Path"]!, contentRoot);
        try
        {
            using var certificate = section["KeyPath"] is { Length: > 0 } key
                ? X509Certificate2.CreateFromPemFile(path, Path.GetFullPath(key, contentRoot))
                : X509CertificateLoader.LoadPkcs12FromFile(path, section["Password"]);
            var (now, until) = (TimeProvider.System.GetUtcNow(), new DateTimeOffset(certificate.NotAfter));
            var day = Wording.Date(DateOnly.FromDateTime(until.UtcDateTime));
            await (until < now ? BadAsync(VerbTexts.Say("Doctor.CertificateOver", path, day))
                : until - now < SoonOver ? NoteAsync(VerbTexts.Say("Doctor.CertificateSoon", path, day))
                : GoodAsync(VerbTexts.Say("Doctor.Certificate", path, day)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            await BadAsync(VerbTexts.Say("Doctor.CertificateUnreadable", path));
        }
    }

    private Task SayAsync(Refusal? refusal, string good) => refusal is null ? GoodAsync(good) : BadAsync(refusal.Sentence);

    private Task GoodAsync(string text) => console.Out.WriteLineAsync(VerbTexts.Say("Doctor.Good", text));

    private Task NoteAsync(string text) => console.Out.WriteLineAsync(VerbTexts.Say("Doctor.Note", text));

    private Task BadAsync(string text)
    {
        _wrong++;
        return console.Out.WriteLineAsync(VerbTexts.Say("Doctor.Bad", text));
    }
}
