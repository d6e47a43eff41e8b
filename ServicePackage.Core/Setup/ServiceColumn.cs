namespace ServicePackage.Core.Setup;

/// <summary>The columns of a list of services, in the order of the template.</summary>
public enum ServiceColumn
{
    /// <summary>服务名称.</summary>
    Title,

    /// <summary>服务机构.</summary>
    Provider,

    /// <summary>机构性质; of a provider that is not there yet.</summary>
    Nature,

    /// <summary>类别: one of the eight.</summary>
    Class,

    /// <summary>层级.</summary>
    Level,

    /// <summary>服务方式; several with a comma between.</summary>
    Forms,

    /// <summary>收费.</summary>
    Fee,

    /// <summary>收费说明.</summary>
    FeeWords,

    /// <summary>金额（元）.</summary>
    FeeYuan,

    /// <summary>服务内容.</summary>
    Text,

    /// <summary>获取方式.</summary>
    HowToGet,

    /// <summary>联系人.</summary>
    Contact,

    /// <summary>联系电话.</summary>
    Phone,

    /// <summary>来源网址.</summary>
    Source,

    /// <summary>有效期至.</summary>
    GoodUntil,

    /// <summary>适用企业: named criteria, several with a comma between; empty for all enterprises.</summary>
    Audience,
}
