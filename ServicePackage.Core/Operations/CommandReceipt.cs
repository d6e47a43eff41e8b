namespace ServicePackage.Core.Operations;

/// <summary>
/// The stored result of a command, unique by account and the id its page made: a double click or a replay
/// gets the first answer again and changes nothing.
/// </summary>
public sealed class CommandReceipt
{
    /// <summary>How long a result is given again; no page stays open for as long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>Who gave the command.</summary>
    public long AccountId { get; set; }

    /// <summary>The id made by the page.</summary>
    public Guid CommandId { get; set; }

    /// <summary>The result as JSON.</summary>
    public string Result { get; set; } = "";

    /// <summary>When it was done (UTC).</summary>
    public DateTime At { get; set; }
}
