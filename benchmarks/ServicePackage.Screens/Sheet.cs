using System.Net;
using System.Text;
using Microsoft.Playwright;
using ServicePackage.Web.Layout;

namespace ServicePackage.Screens;

/// <summary>The contact sheet of one visit in one town: its looks side by side and what was found, as a page and as a picture.</summary>
internal static class Sheet
{
    private const string Style = """
        body { margin: 16px; width: 1980px; font: 14px/1.5 sans-serif; background: #777; color: #fff; }
        .row { display: flex; gap: 12px; margin-bottom: 12px; align-items: flex-start; }
        figure { margin: 0; } figcaption { font-size: 12px; }
        .wide img { width: 486px; max-height: 700px; } .between img { width: 386px; max-height: 560px; } .narrow img { width: 320px; max-height: 900px; }
        img { display: block; object-fit: cover; object-position: top; background: #fff; }
        a { color: #fff; }
        """;

    private static IEnumerable<Look> All => Look.In(Languages.Chinese).Concat(Look.In(Languages.English));

    public static async Task MakeAsync(IBrowser browser, string folder, IEnumerable<string> names, IReadOnlyCollection<Finding> findings)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 2012, Height = 800 } });
        var drawn = await context.NewPageAsync();
        foreach (var name in names)
        {
            var page = Path.Combine(folder, name + ".html");
            await File.WriteAllTextAsync(page, Text(folder, name, findings.Where(f => f.Visit == name)));
            await drawn.GotoAsync(new Uri(page).ToString());
            await drawn.ScreenshotAsync(new PageScreenshotOptions { Path = Path.ChangeExtension(page, ".jpg"), Type = ScreenshotType.Jpeg, Quality = 80, FullPage = true });
        }
    }

    private static string Text(string folder, string name, IEnumerable<Finding> findings)
    {
        var looks = All.Where(l => File.Exists(Path.Combine(folder, name, l.Name + ".jpg"))).ToList();
        return $"""
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{name}</title><style>{Style}</style><body><h1>{name}</h1>
            <ul>{string.Concat(findings.Select(f => $"<li>{f.Look}: {WebUtility.HtmlEncode(f.What)}</li>"))}</ul>
            <div class="row wide">{Pictures(looks.Where(l => !l.IsBetween && l.Width > 1000))}</div><div class="row narrow">{Pictures(looks.Where(l => !l.IsBetween && l.Width <= 1000))}</div>
            {string.Concat(looks.Where(l => l.IsBetween).GroupBy(l => l.Language).Select(g => $"<div class=\"row between\">{Pictures(g)}</div>"))}
            """;

        string Pictures(IEnumerable<Look> shown) =>
            string.Concat(shown.Select(l => $"<figure><figcaption>{l.Name}</figcaption><a href=\"{name}/{l.Name}.jpg\"><img src=\"{name}/{l.Name}.jpg\" alt=\"\"></a></figure>"));
    }

    /// <summary>The page that leads to all sheets.</summary>
    public static Task IndexAsync(string folder, IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder($"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Screens</title><style>{Style}</style><body><h1>Screens</h1><ul>");
        foreach (var sheet in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, sheet);
            if (name != "index.html")
            {
                var found = findings.Count(f => $"{f.Town}/{f.Visit}.html" == name.Replace('\\', '/'));
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"<li><a href=\"{name}\">{name}</a>{(found > 0 ? $" {found} found" : "")}</li>");
            }
        }

        return File.WriteAllTextAsync(Path.Combine(folder, "index.html"), text.ToString());
    }
}

/// <summary>Something wrong in one look.</summary>
internal sealed record Finding(string Town, string Visit, string Look, string What);
