namespace ServicePackage.Core.Setup;

/// <summary>The columns of a list of figures, in the order of the template; after them comes one a figure.</summary>
public enum FigureColumn
{
    /// <summary>企业名称.</summary>
    Name,

    /// <summary>统一社会信用代码; counts before the name.</summary>
    CreditCode,
}
