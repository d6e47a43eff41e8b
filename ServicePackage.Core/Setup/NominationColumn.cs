namespace ServicePackage.Core.Setup;

/// <summary>The columns of a list of nominations, in the order of the template.</summary>
public enum NominationColumn
{
    /// <summary>企业名称.</summary>
    Name,

    /// <summary>统一社会信用代码.</summary>
    CreditCode,

    /// <summary>建议层级.</summary>
    Tier,

    /// <summary>推荐理由.</summary>
    Reason,

    /// <summary>提出日期; empty for today.</summary>
    ProposedOn,
}
