namespace ServicePackage.Core.Setup;

/// <summary>The columns of a published list of a title, in the order of the template.</summary>
public enum TitleColumn
{
    /// <summary>企业名称.</summary>
    Name,

    /// <summary>统一社会信用代码; counts before the name.</summary>
    CreditCode,

    /// <summary>证书编号.</summary>
    Number,

    /// <summary>首次认定或复核.</summary>
    First,

    /// <summary>有效期起; that of the whole list where it is empty.</summary>
    From,

    /// <summary>有效期止; that of the whole list where it is empty.</summary>
    Until,
}
