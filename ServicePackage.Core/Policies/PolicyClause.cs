using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Policies;

/// <summary>A clause through all versions of its policy: what interpretations hang on.</summary>
public sealed class Clause
{
    public long Id { get; set; }

    public long PolicyId { get; set; }

    /// <summary>The policy.</summary>
    public Policy Policy { get; set; } = null!;

    public List<ClauseInterpretation> Interpretations { get; set; } = [];
}

/// <summary>A clause as one version of its policy has it (plan §三(一)): for whom, what they get, and how they come by it.</summary>
[Unwritten]
public sealed class PolicyClause : ISearched
{
    public long Id { get; set; }

    public long PolicyVersionId { get; set; }

    /// <summary>The version it stands in.</summary>
    public PolicyVersion PolicyVersion { get; set; } = null!;

    /// <summary>The same clause through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>The same clause through all versions.</summary>
    public Clause Clause { get; set; } = null!;

    /// <summary>Its place within the version: 1, 2, 3 …</summary>
    public int Order { get; set; }

    /// <summary>Its number as in the text, such as 第三条（一）; may be empty.</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>The unit or cooperating department that carries it out and interprets it; null where that is nobody of the town.</summary>
    public long? ExecutingUnitId { get; set; }

    /// <summary>The unit or cooperating department that carries it out.</summary>
    public Organisation? ExecutingUnit { get; set; }

    /// <summary>Whom it is for, in words.</summary>
    public string Scope { get; set; } = "";

    /// <summary>What they get, in words.</summary>
    public string Benefit { get; set; } = "";

    public string Materials { get; set; } = "";

    public string WhereToApply { get; set; } = "";

    /// <summary>When it is paid, as promised; in words.</summary>
    public string PaymentPromise { get; set; } = "";

    /// <summary>The needs it answers; several at once.</summary>
    public ClauseTopics Topics { get; set; }

    /// <summary>Whether it is for the named enterprises alone 个性化, which alone see it; else for all it fits 普惠.</summary>
    public bool Personalised { get; set; }

    /// <summary>Whether it is granted without an application 免申即享.</summary>
    public bool WithoutApplication { get; set; }

    /// <summary>For whom it is, as a condition that can be computed, in JSON; null while there is none.</summary>
    public string? Condition { get; set; }

    /// <summary>How its money is reckoned, in JSON; null while that is not said.</summary>
    public string? Terms { get; set; }

    public List<ClauseWindow> Windows { get; set; } = [];

    public List<ClauseEnterprise> Enterprises { get; set; } = [];

    IReadOnlyList<string> ISearched.SearchedBy => [nameof(Number), nameof(Title), nameof(Text), nameof(Scope), nameof(Benefit)];

    string IHistoried.Subject => nameof(PolicyClause);

    long IHistoried.SubjectId => Id;
}

/// <summary>When a clause can be applied for.</summary>
public sealed class ClauseWindow
{
    public long Id { get; set; }

    public long PolicyClauseId { get; set; }

    public WindowKind Kind { get; set; }

    /// <summary>The first day; null where there is no first one.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day; null where there is no last one.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>An enterprise that a personalised clause is for.</summary>
public sealed class ClauseEnterprise
{
    public long PolicyClauseId { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;
}

/// <summary>Of which sort a window is.</summary>
public enum WindowKind
{
    /// <summary>常年: at any time.</summary>
    Standing,

    /// <summary>From one day until another, both included.</summary>
    Dated,

    /// <summary>待公布: there will be one.</summary>
    ToBeAnnounced,
}

/// <summary>The needs of enterprises that a clause answers.</summary>
[Flags]
public enum ClauseTopics
{
    None = 0,

    /// <summary>用工招聘.</summary>
    Hiring = 1,

    /// <summary>人才安居.</summary>
    Housing = 2,

    /// <summary>融资贷款.</summary>
    Loans = 4,

    /// <summary>税费.</summary>
    Taxes = 8,

    /// <summary>用地用房.</summary>
    Premises = 16,

    /// <summary>技术改造.</summary>
    Upgrading = 32,

    /// <summary>研发创新.</summary>
    Research = 64,

    /// <summary>数字化.</summary>
    Digitising = 128,

    /// <summary>资质认定.</summary>
    Recognition = 256,

    /// <summary>市场开拓.</summary>
    Sales = 512,

    /// <summary>账款清欠.</summary>
    Arrears = 1024,

    /// <summary>技能培训.</summary>
    Skills = 2048,
}
