using ServicePackage.Core.Accounts;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Policies;

/// <summary>
/// A clause in plain words 解读, by its executing unit (plan §三(一)). It hangs on the clause through its versions; a renewed one is a row of its own, and the
/// earlier ones stay.
/// </summary>
public sealed class ClauseInterpretation
{
    public long Id { get; set; }

    public long ClauseId { get; set; }

    public string Text { get; set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTime WrittenAt { get; set; }

    public long WrittenById { get; set; }

    /// <summary>Who signs it.</summary>
    public Account WrittenBy { get; set; } = null!;

    /// <summary>For which unit.</summary>
    public long UnitId { get; set; }

    /// <summary>For which unit.</summary>
    public Organisation Unit { get; set; } = null!;
}
