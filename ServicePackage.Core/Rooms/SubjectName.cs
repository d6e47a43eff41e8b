namespace ServicePackage.Core.Rooms;

/// <summary>How a subject is called where shared rooms name it.</summary>
public sealed record SubjectName
{
    public string Kind { get; init; } = "";

    public long Id { get; init; }

    /// <summary>What people call it by, such as the number of a demand; empty where its key alone leads to it.</summary>
    public string Number { get; init; } = "";

    public string Title { get; init; } = "";
}
