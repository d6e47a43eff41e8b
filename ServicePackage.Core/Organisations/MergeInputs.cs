namespace ServicePackage.Core.Organisations;

/// <summary>A merger, as typed.</summary>
public sealed class MergeInput
{
    /// <summary>The organisation that ends.</summary>
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    /// <summary>The organisation that takes over; 0 while none is chosen.</summary>
    public long IntoId { get; set; }

    /// <summary>The accounts whose posts go along; the others lose the posts they hold in the organisation that ends.</summary>
    public List<long> People { get; set; } = [];

    /// <summary>The name of the organisation that ends, typed once more.</summary>
    public string Name { get; set; } = "";
}

/// <summary>What a merger would do.</summary>
/// <param name="Duties">What passes on.</param>
/// <param name="Targets">The organisations of the same kind it could go into.</param>
/// <param name="People">Who holds its posts.</param>
public sealed record MergePreview(IReadOnlyList<Duty> Duties, IReadOnlyList<OrganisationRow> Targets, IReadOnlyList<PostHolder> People);

/// <summary>What a merger came to.</summary>
/// <param name="Passed">How many subjects of each kind passed on, from the lower rooms upward.</param>
public sealed record Merged(IReadOnlyDictionary<string, int> Passed);
