namespace ServicePackage.Core.History;

/// <summary>Marks a property that the history does not repeat, or a row with all it has: what it keeps stands there already.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class UnwrittenAttribute : Attribute;
