namespace ServicePackage.Core.History;

/// <summary>Marks a property that the history does not repeat: what it keeps stands there already.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnwrittenAttribute : Attribute;
