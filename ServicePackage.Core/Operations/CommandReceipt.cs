namespace ServicePackage.Core.Operations;

/// <summary>
/// The stored result of a command, unique by account and the id its page made: a double click or a replay
/// gets the first answer again and changes nothing.
/// </summary>
public sealed class CommandReceipt
{
    /// <summary>How long a result is given again; no page stays open for as long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public long Id { get; set; }

    public long AccountId { get; set; }

    public Guid CommandId { get; set; }

    public string Result { get; set; } = "";

    /// <summary>When it was done (UTC).</summary>
    public DateTime At { get; set; }
}
