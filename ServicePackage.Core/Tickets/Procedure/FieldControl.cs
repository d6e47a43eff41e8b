namespace ServicePackage.Core.Tickets;

/// <summary>By what a field of a move is filled in, and so how it is checked and shown afterwards.</summary>
public enum FieldControl
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Lines,

    /// <summary>One of the units offered.</summary>
    Unit,

    /// <summary>Any of the units offered.</summary>
    Units,

    /// <summary>One of the people offered.</summary>
    Person,

    /// <summary>One of the tasks, urges or referrals offered.</summary>
    About,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A day and a time of it.</summary>
    Time,

    /// <summary>A whole number, from one.</summary>
    Number,

    /// <summary>One member of its enum.</summary>
    Choice,

    /// <summary>A level of satisfaction.</summary>
    Rating,

    /// <summary>Yes or no, in words of the move.</summary>
    Decision,

    /// <summary>A box to tick.</summary>
    Tick,

    /// <summary>Any members of its enum.</summary>
    Marks,

    /// <summary>Files.</summary>
    Files,

    /// <summary>The scan of the sealed letter.</summary>
    Scan,
}
