using ServicePackage.Core.History;

namespace ServicePackage.Web.Verbs;

/// <summary>
/// <c>audit verify</c>: checks the history of everything and its seals. Exit code 0 when sound; 1, naming the first broken
/// entry, when not.
/// </summary>
internal static class AuditVerify
{
    public static Task<int> RunAsync(VerbConsole console, IReadOnlyList<string> args) => VerbHost.RunAsync(args, async services =>
    {
        var outcome = await services.GetRequiredService<HistoryVerifier>().VerifyAsync();
        if (outcome.Refusal is { } broken)
        {
            await console.Error.WriteLineAsync(broken.Sentence);
            return 1;
        }

        var (entries, chains, seals) = outcome.Value;
        await console.Out.WriteLineAsync(VerbTexts.Say("Audit.Sound", entries, chains, seals));
        return 0;
    });
}
