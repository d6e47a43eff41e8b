namespace ServicePackage.Core.Tickets;

/// <summary>The Centre's decision after a second "not done".</summary>
public enum Course
{
    /// <summary>The same unit goes on.</summary>
    Continue,

    /// <summary>Another unit takes over.</summary>
    Redispatch,

    /// <summary>The demand cannot be met; a written reply is owed.</summary>
    CannotBeMet,
}
