namespace ServicePackage.Web.Verbs;

/// <summary>Where a verb reads and writes; tests give their own.</summary>
/// <param name="In">What is typed or piped in.</param>
/// <param name="Out">Answers.</param>
/// <param name="Error">Refusals.</param>
/// <param name="Typed">True when somebody types at a terminal, where a password must not show.</param>
public sealed record VerbConsole(TextReader In, TextWriter Out, TextWriter Error, bool Typed)
{
    /// <summary>The console of this process.</summary>
    public static VerbConsole Real => new(Console.In, Console.Out, Console.Error, !Console.IsInputRedirected);

    /// <summary>Reads a line without showing it.</summary>
    public async Task<string> ReadSecretAsync(string prompt)
    {
        if (!Typed)
        {
            return await In.ReadLineAsync() ?? "";
        }

        await Out.WriteAsync(prompt);
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(typed.Length - 1, 0);
            }
            else if (key.KeyChar != '\0')
            {
                typed.Append(key.KeyChar);
            }
        }

        await Out.WriteLineAsync();
        return typed.ToString();
    }
}
