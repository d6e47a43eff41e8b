namespace ServicePackage.Core.Enterprises;

/// <summary>An item of a list, as typed. Which of it counts says the list.</summary>
public sealed class ListItemInput
{
    public long EnterpriseId { get; set; }

    /// <summary>The list, as in <see cref="ListCatalogue"/>.</summary>
    public string List { get; set; } = "";

    /// <summary>The item that is corrected; null for a new one.</summary>
    public long? Id { get; set; }

    /// <summary>How the list stood when the person saw it: <see cref="ListView.Seen"/>.</summary>
    public int Seen { get; set; }

    /// <summary>One of the list's kinds.</summary>
    public string Kind { get; set; } = "";

    /// <summary>One of the list's levels.</summary>
    public string Level { get; set; } = "";

    /// <summary>The number of the certificate or the standard.</summary>
    public string Number { get; set; } = "";

    /// <summary>The first day of a title, or the day it took place.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day of a title.</summary>
    public DateOnly? Until { get; set; }

    public FirstTime First { get; set; }

    /// <summary>The announcement by which a title was given.</summary>
    public string Announcement { get; set; } = "";

    /// <summary>An amount of money.</summary>
    public string Amount { get; set; } = "";

    /// <summary>A part of the amount.</summary>
    public string Part { get; set; } = "";

    /// <summary>The unit in which money is typed.</summary>
    public MoneyUnit Unit { get; set; }

    /// <summary>A place, from 1 on.</summary>
    public string Rank { get; set; } = "";

    /// <summary>"yes", "no", or empty where it is not said.</summary>
    public string Flag { get; set; } = "";

    /// <summary>One of the list's purposes.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>The day an offence was lifted.</summary>
    public DateOnly? LiftedOn { get; set; }

    /// <summary>With which standing; the usual one of whoever records where none is given.</summary>
    public FactStanding? Standing { get; set; }

    /// <summary>The document it was taken from; not for what an enterprise declares.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>Whether it is meant as it is, although it was asked back.</summary>
    public bool Again { get; set; }
}

/// <summary>That a list is complete, as said.</summary>
public sealed class ListClosingInput
{
    public long EnterpriseId { get; set; }

    /// <summary>The list, as in <see cref="ListCatalogue"/>.</summary>
    public string List { get; set; } = "";

    /// <summary>The kind it is said of; empty for the whole list.</summary>
    public string Kind { get; set; } = "";

    /// <summary>How the list stood when the person saw it: <see cref="ListView.Seen"/>.</summary>
    public int Seen { get; set; }

    /// <summary>The day as of which it is complete; today where none is given.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>With which standing; the usual one of whoever says it where none is given.</summary>
    public FactStanding? Standing { get; set; }

    /// <summary>The document it was taken from; not for what an enterprise declares.</summary>
    public string Evidence { get; set; } = "";
}
