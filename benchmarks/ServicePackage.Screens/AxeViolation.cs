namespace ServicePackage.Screens;

/// <summary>A rule of axe that a page breaks, and the HTML of each element that breaks it.</summary>
public sealed class AxeViolation
{
    public string Id { get; init; } = "";

    public string Help { get; init; } = "";

    public string Impact { get; init; } = "";

    public IReadOnlyList<string> Elements { get; init; } = [];
}
