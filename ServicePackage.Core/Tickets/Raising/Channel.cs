namespace ServicePackage.Core.Tickets;

/// <summary>How a demand reached the town.</summary>
public enum Channel
{
    /// <summary>Raised by the enterprise itself.</summary>
    Online,

    /// <summary>Told during a visit.</summary>
    Visit,

    /// <summary>Told on the telephone.</summary>
    Telephone,

    /// <summary>Told at a meeting.</summary>
    Meeting,

    /// <summary>Told at the window.</summary>
    Window,
}
