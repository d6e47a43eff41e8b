namespace ServicePackage.Core.Setup;

/// <summary>The columns of a list of enterprises, in the order of the template.</summary>
public enum EnterpriseColumn
{
    /// <summary>企业名称.</summary>
    Name,

    /// <summary>统一社会信用代码.</summary>
    CreditCode,

    /// <summary>层级.</summary>
    Tier,

    /// <summary>所属经济城.</summary>
    EconomicCity,

    /// <summary>联系人.</summary>
    ContactName,

    /// <summary>手机.</summary>
    ContactPhone,

    /// <summary>邮箱, of the account.</summary>
    Email,

    /// <summary>服务管家, by name or user name.</summary>
    Butler,

    /// <summary>用户名, of the account; the credit code where it is empty.</summary>
    UserName,
}
