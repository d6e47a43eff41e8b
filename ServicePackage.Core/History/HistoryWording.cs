using System.Reflection;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.History;

/// <summary>The one place that gives the words of what stands in the history.</summary>
public static class HistoryWording
{
    /// <summary>The enums that the properties of the product's rows and inputs have, by the names of the properties.</summary>
    private static readonly ILookup<string, (string Owner, Type Enum)> Enums =
        (from type in typeof(HistoryWording).Assembly.GetTypes()
         from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
         let of = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
         where of.IsEnum
         select (property.Name, type.Name, of)).ToLookup(p => p.Item1, p => (p.Item2, p.Item3));

    /// <summary>The words of an act of a kind of thing, of that kind alone where it has some; null for an act that no room says (any more).</summary>
    public static string? Act(string kind, string act) => Wording.Find($"Act.{kind}.{act}") ?? Wording.Find($"Act.{act}") ?? Wording.Find($"Move.{act}");

    /// <summary>The word of a kind of thing; null for one that no room has (any more).</summary>
    public static string? Kind(string kind) => Wording.Find($"Kind.{kind}");

    /// <summary>The word of a property of a kind of row; null where the product has none and its technical name is all there is.</summary>
    public static string? Property(string entity, string property) => Wording.Find($"Field.{entity}{property}") ?? Wording.Find($"Field.{property}");

    /// <summary>The words of the members of an enum that a value is kept as; null for every other value, which is shown as it is kept.</summary>
    /// <param name="entity">The kind of row it belongs to; empty where it was given with an act.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">The names of the members, with commas between.</param>
    public static IReadOnlyList<string>? Members(string entity, string property, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var names = value.Split(", ");
        return Enums[property].Where(p => entity.Length == 0 || p.Owner == entity).Select(p => p.Enum).Distinct()
            .Select(of => names.Select(name => Enum.IsDefined(of, name) ? Wording.Find(Wording.KeyOf((Enum)Enum.Parse(of, name))) : null).ToList())
            .Where(words => words.TrueForAll(w => w is not null))
            .Select(words => words.OfType<string>().ToList())
            .FirstOrDefault();
    }
}
