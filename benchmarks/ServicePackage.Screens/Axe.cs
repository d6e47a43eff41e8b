using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ServicePackage.Screens;

/// <summary>
/// Asks axe what is wrong with a page, with all its rules. Its script is put into the page and run there: the package for
/// Playwright opens a further page for each answer, which takes ten times as long as the answer.
/// </summary>
public static class Axe
{
    private const string Run = """
        async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(v => ({ id: v.id, help: v.help, impact: v.impact, elements: v.nodes.map(n => n.html) })))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<AxeViolation>> ViolationsAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (await page.EvaluateAsync<bool>("() => typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Script);
        }

        return JsonSerializer.Deserialize<AxeViolation[]>(await page.EvaluateAsync<string>(Run), JsonSerializerOptions.Web)!;
    }
}
