using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Verbs;

/// <summary>
/// <c>admin create --user NAME [--name DISPLAY] [--another]</c>: makes the first administrator of a town. The password is
/// asked for, or read as the first line of the input.
/// </summary>
internal static class AdminCreate
{
    public static async Task<int> RunAsync(VerbConsole console, IReadOnlyList<string> args)
    {
        var user = Option(args, "--user");
        if (user is null)
        {
            await console.Error.WriteLineAsync(VerbTexts.Say("Admin.Usage"));
            return 2;
        }

        return await VerbHost.RunAsync(args, async services =>
        {
            var password = await console.ReadSecretAsync(VerbTexts.Say("Password.Prompt"));
            if (console.Typed && await console.ReadSecretAsync(VerbTexts.Say("Password.Again")) != password)
            {
                await console.Error.WriteLineAsync(new Refusal("PasswordsDiffer").Sentence);
                return 1;
            }

            var outcome = await services.GetRequiredService<FirstAdministrator>()
                .CreateAsync(user, Option(args, "--name") ?? user, password, args.Contains("--another"));
            if (outcome.Refusal is { } refusal)
            {
                await console.Error.WriteLineAsync(refusal.Sentence);
                return 1;
            }

            await console.Out.WriteLineAsync(VerbTexts.Say("Admin.Made", user));
            return 0;
        });
    }

    private static string? Option(IReadOnlyList<string> args, string name) =>
        args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
}
