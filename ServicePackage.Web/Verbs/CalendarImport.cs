using System.Text;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Verbs;

/// <summary>
/// <c>calendar import FILE</c>: amends the working calendar by the years of a file, all or none. Exit code 0 when done; 1,
/// with everything that is wrong with the file, when refused.
/// </summary>
internal static class CalendarImport
{
    public static async Task<int> RunAsync(VerbConsole console, IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args[0].StartsWith("--", StringComparison.Ordinal))
        {
            await console.Error.WriteLineAsync(VerbTexts.Say("Calendar.Usage"));
            return 2;
        }

        var file = new FileInfo(args[0]);
        if (!file.Exists)
        {
            await console.Error.WriteLineAsync(VerbTexts.Say("Calendar.NoFile", file.FullName));
            return 1;
        }

        if (file.Length > CalendarFile.Longest)
        {
            return await RefuseAsync(console, new Refusal("CalendarFile.TooLarge", CalendarFile.Longest));
        }

        string text;
        try
        {
            text = await File.ReadAllTextAsync(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            await console.Error.WriteLineAsync(VerbTexts.Say("Calendar.Unreadable", file.FullName));
            return 1;
        }

        var years = CalendarFile.Parse(text);
        return years.Refusal is { } refusal
            ? await RefuseAsync(console, refusal)
            : await VerbHost.RunAsync(args, services => ImportAsync(console, services, years.Value));
    }

    private static async Task<int> ImportAsync(VerbConsole console, IServiceProvider services, IReadOnlyList<CalendarYearInput> years)
    {
        var outcome = await services.GetRequiredService<CalendarAmendment>().ImportAsync(years);
        if (outcome.Refusal is { } refusal)
        {
            return await RefuseAsync(console, refusal);
        }

        var (changed, moved, failed) = outcome.Value;
        await console.Out.WriteLineAsync(changed.Count == 0
            ? VerbTexts.Say("Calendar.Unchanged")
            : VerbTexts.Say("Calendar.Imported", string.Join(", ", changed), moved));
        if (failed.Count > 0)
        {
            await console.Error.WriteLineAsync(VerbTexts.Say("Calendar.Failed", failed.Count, string.Join(", ", failed)));
        }

        return 0;
    }

    private static async Task<int> RefuseAsync(VerbConsole console, Refusal refusal)
    {
        foreach (var wrong in refusal.Details.Count == 0 ? [refusal] : refusal.Details)
        {
            await console.Error.WriteLineAsync(wrong.Sentence);
        }

        return 1;
    }
}
