using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Hosting;

/// <summary>The first and the last step of a start: each failure is one sentence on the console, never a stack trace.</summary>
public static partial class StartHosting
{
    /// <summary>They log with a stack trace what keeps the server from starting, beside throwing it.</summary>
    private static readonly string[] Starters = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    private static bool _starting;

    /// <summary>
    /// The program's builder. Settings count from the start at which they are checked: files are not read again meanwhile. Null, with one sentence on the
    /// console, where a file of settings cannot be read.
    /// </summary>
    public static async Task<WebApplicationBuilder?> BuilderAsync(string[] args)
    {
        if (await ReadableAsync(() => WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"])) is not { } builder)
        {
            return null;
        }

        foreach (var starter in Starters)
        {
            builder.Logging.AddFilter(starter, level => !_starting && level >= LogLevel.Information); // what keeps the server from starting is said in a sentence
        }

        return builder;
    }

    /// <summary>What reads the files of settings; null, with one sentence on the console, where one of them cannot be read.</summary>
    internal static async Task<T?> ReadableAsync<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            await Console.Error.WriteLineAsync(new Refusal("Start.SettingsFile", File().Match(exception.Message).Groups[1].Value, exception.GetBaseException().Message.TrimEnd('.')).Sentence);
            return null;
        }
    }

    /// <summary>False, with one sentence on the console, where the system does not know the town's time.</summary>
    public static async Task<bool> HasTownZoneAsync()
    {
        if (RefuseZone() is not { } refusal)
        {
            return true;
        }

        await Console.Error.WriteLineAsync(refusal.Sentence);
        return false;
    }

    /// <summary>Why the program cannot tell the town's time; null when it can.</summary>
    internal static Refusal? RefuseZone() => TimeZoneInfo.TryFindSystemTimeZoneById(TownTime.ZoneName, out _) ? null : new Refusal("Start.Zone", TownTime.ZoneName);

    /// <summary>Runs the program until it is told to stop; gives its exit code.</summary>
    public static async Task<int> RunToTheEndAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using (app)
        {
            try
            {
                _starting = true;
                await app.StartAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var refusal = exception is IOException { InnerException: AddressInUseException }
                    ? new Refusal("Start.Address", Address().Match(exception.Message).Groups[1].Value)
                    : new Refusal("Start.Failed", exception.GetBaseException().Message.TrimEnd('.'));
                await Console.Error.WriteLineAsync(refusal.Sentence);
                return 1;
            }
            finally
            {
                _starting = false;
            }

            await app.WaitForShutdownAsync();
            return 0;
        }
    }

    /// <summary>The file in the reader's message.</summary>
    [GeneratedRegex("'([^']+)'")]
    private static partial Regex File();

    /// <summary>The address in the server's message.</summary>
    [GeneratedRegex(@"(\w+://\S+?):?\s")]
    private static partial Regex Address();
}
