namespace ServicePackage.Core.Setup;

/// <summary>The columns of a list of organisations with their people, in the order of the template.</summary>
public enum OrganisationColumn
{
    /// <summary>机构名称.</summary>
    Name,

    /// <summary>类别.</summary>
    Kind,

    /// <summary>办公电话.</summary>
    OfficePhone,

    /// <summary>姓名.</summary>
    PersonName,

    /// <summary>岗位.</summary>
    Post,

    /// <summary>手机.</summary>
    Phone,

    /// <summary>邮箱.</summary>
    Email,

    /// <summary>用户名; the person's name where it is empty.</summary>
    UserName,
}
