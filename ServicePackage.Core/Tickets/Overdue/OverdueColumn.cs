namespace ServicePackage.Core.Tickets;

/// <summary>The columns of the overdue board, on the screen and in its table to download.</summary>
public enum OverdueColumn
{
    /// <summary>Lamp and level.</summary>
    Level,

    /// <summary>Working days past due.</summary>
    DaysOver,

    /// <summary>When it was or is due.</summary>
    Due,

    /// <summary>The demand's number.</summary>
    Number,

    /// <summary>Its title.</summary>
    Title,

    /// <summary>Whose demand.</summary>
    Enterprise,

    /// <summary>The enterprise's tier.</summary>
    Tier,

    /// <summary>Its type.</summary>
    Type,

    /// <summary>Which clock.</summary>
    Stage,

    /// <summary>Who holds it.</summary>
    Unit,

    /// <summary>The person there.</summary>
    Person,

    /// <summary>When progress was last told, and what.</summary>
    Progress,

    /// <summary>The move that would end the clock.</summary>
    NextStep,

    /// <summary>How often it was handed back.</summary>
    Returned,
}
