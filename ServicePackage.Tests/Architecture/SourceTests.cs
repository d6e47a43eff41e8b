using System.Text.RegularExpressions;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>What the sources never contain.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Projects = ["ServicePackage.Core", "ServicePackage.Web", "ServicePackage.Tests"];

    private static readonly IReadOnlyList<string> Code =
        [.. Projects.SelectMany(p => Repository.Files(p, ".cs")).Concat(Repository.Files("ServicePackage.Web", ".razor"))
            .Where(f => !f.Contains("/Architecture/", StringComparison.Ordinal))];

    [Fact]
    public void Clocks_AreReadThroughATimeProviderAlone() =>
        Assert.Empty(Found(Code, SystemClock()));

    [Fact]
    public void Warnings_AreNotSilencedAndNothingIsPutOff() =>
        Assert.Empty(Found(Code, Silenced()));

    [Fact]
    public void Tests_WaitForWhatTheyWaitForAndNeverSleep() =>
        Assert.Empty(Found(Code.Where(f => f.StartsWith("ServicePackage.Tests/", StringComparison.Ordinal)), Sleep()));

    [Fact]
    public void Exceptions_AreNotSwallowed() =>
        Assert.DoesNotContain(Code, f => EmptyCatch().IsMatch(Repository.Read(f)));

    [Fact]
    public void Markup_HasNoInlineStyle() =>
        Assert.Empty(Found(Code.Where(f => f.EndsWith(".razor", StringComparison.Ordinal)), InlineStyle()));

    /// <summary>Drawing the page would otherwise write an older text into a field while somebody types there.</summary>
    [Fact]
    public void Texts_AreTypedIntoTheOneFieldThatLeavesThemToTheBrowser() =>
        Assert.DoesNotContain(
            Code.Where(f => f.EndsWith(".razor", StringComparison.Ordinal) && Path.GetFileName(f) != "TypedField.razor"),
            f => TypedElsewhere().IsMatch(Repository.Read(f)));

    /// <summary>Where a field's value is a text, code without its @ is that text: people would find it in the field.</summary>
    [Fact]
    public void Values_OfFields_AreCodeAndNotItsLetters() =>
        Assert.Empty(Found(Code.Where(f => f.EndsWith(".razor", StringComparison.Ordinal)), LiteralValue()));

    /// <summary>An element may be gone by the time the browser is asked for it, and a script may come when its component is gone; either would fail the page.</summary>
    [Fact]
    public void Browser_IsAskedOnlyForWhatMayBeGone() =>
        Assert.Empty(Found(Code.Where(f => f.StartsWith("ServicePackage.Web/", StringComparison.Ordinal) && Path.GetFileName(f) is not ("Focusing.cs" or "ComponentScript.cs")), AskedOfTheBrowser()));

    [Fact]
    public void Screens_TakeTheirTextsFromResources() =>
        Assert.Empty(Found(Code.Where(f => f.StartsWith("ServicePackage.Web/", StringComparison.Ordinal)), Chinese()));

    [Fact]
    public void Folders_AreNamedAfterConcepts() =>
        Assert.DoesNotContain(Code, f => f.Split('/').Any(part => part is "Services" or "Helpers" or "Models" or "Utils" or "Common"));

    private static IEnumerable<string> Found(IEnumerable<string> files, Regex pattern) =>
        from file in files
        from line in Repository.CodeLines(file)
        where pattern.IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"<(TypedField|TextInput|TextField)\b[^>]*\sValue=""[^@""]")]
    private static partial Regex LiteralValue();

    [GeneratedRegex(@"\b_\w+\.FocusAsync\(\)|\blink\.FocusAsync\(|""import""|\bIJSObjectReference\b")]
    private static partial Regex AskedOfTheBrowser();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"#pragma warning disable|\bTODO\b|\bFIXME\b|SuppressMessage")]
    private static partial Regex Silenced();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\b|\bWaitForTimeoutAsync\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\s[sS]tyle\s*=\s*""")]
    private static partial Regex InlineStyle();

    [GeneratedRegex("""<(InputText|InputTextArea|MudTextField|MudTextArea|MudAutocomplete|MudNumericField|textarea)\b|@oninput|@bind:event|\b(Immediate|DebounceInterval)=|<input(?![^>]*\btype="(radio|checkbox|date|file)")[^>]*\s@(on|bind)""")]
    private static partial Regex TypedElsewhere();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
