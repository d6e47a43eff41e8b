namespace ServicePackage.Core.Events;

/// <summary>Where an event stands. That it has begun or is over follows from its time and is never stored.</summary>
public enum EventState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed to the Centre for review.</summary>
    Submitted,

    /// <summary>Published; takes place as it says.</summary>
    Published,

    /// <summary>Published once, and called off 取消.</summary>
    CalledOff,
}

/// <summary>What sort of event it is.</summary>
public enum EventKind
{
    /// <summary>An event of the catalogue 服务活动.</summary>
    Ordinary,

    /// <summary>A briefing on a policy 政策宣讲 (plan §四(三)).</summary>
    Briefing,
}

/// <summary>Where a seat stands.</summary>
public enum SeatState
{
    /// <summary>The enterprise has it.</summary>
    Taken,

    /// <summary>The enterprise stands on the waiting list 候补.</summary>
    Waiting,

    /// <summary>The enterprise has given it up.</summary>
    Cancelled,
}
