namespace ServicePackage.Core.Rooms;

/// <summary>How a subject is called where shared rooms name it.</summary>
public sealed record SubjectName
{
    /// <summary>Its kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its key.</summary>
    public long Id { get; init; }

    /// <summary>What people call it by, such as the number of a demand; empty where its key alone leads to it.</summary>
    public string Number { get; init; } = "";

    /// <summary>Its title or name.</summary>
    public string Title { get; init; } = "";
}
