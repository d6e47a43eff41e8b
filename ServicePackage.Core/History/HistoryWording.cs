using ServicePackage.Core.Words;

namespace ServicePackage.Core.History;

/// <summary>The one place that gives the words of what stands in the history.</summary>
public static class HistoryWording
{
    /// <summary>The words of an act of a kind of thing, of that kind alone where it has some; null for an act that no room says (any more).</summary>
    public static string? Act(string kind, string act) => Wording.Find($"Act.{kind}.{act}") ?? Wording.Find($"Act.{act}") ?? Wording.Find($"Move.{act}");

    /// <summary>The word of a kind of thing; null for one that no room has (any more).</summary>
    public static string? Kind(string kind) => Wording.Find($"Kind.{kind}");

    /// <summary>The word of a property of a kind of row; null where the product has none and its technical name is all there is.</summary>
    public static string? Property(string entity, string property) => Wording.Find($"Field.{entity}{property}") ?? Wording.Find($"Field.{property}");
}
