using ServicePackage.Core.Documents;

namespace ServicePackage.Core.Packages;

/// <summary>
/// The booklet that a package is printed as while the Centre has put no template of its own in force: the paper and type of official documents, and none of what
/// belongs to an issuing organ: no red head, no document number, no seal.
/// </summary>
internal static class PackageBooklet
{
    /// <summary>Its template.</summary>
    public static byte[] Template() => new Paper()
        .Title("重点企业服务包")
        .Line("{{企业名称}}：")
        .Say("按照“一企一服务包”制度，现将贵单位适用的政策、选用的服务和正在办理的诉求汇总如下（{{版次}}，{{签发日期}}）。有疑问请联系服务管家。")
        .Table(
            [new("服务管家", 1), new("电话", 1), new("联系领导", 1), new("电话", 1)],
            [[["{{服务管家}}"], ["{{管家电话}}"], ["{{联系领导}}"], ["{{领导电话}}"]]])
        .Line("{{#有近期事项}}")
        .First("近期可办")
        .Table("事项", new("事项", 5, "{{事项}}"), new("期限", 2, "{{期限}}"))
        .Note("{{其余事项}}")
        .Line("{{/有近期事项}}")
        .Line("{{#有政策}}")
        .First("适用政策")
        .Line("{{#政策组}}")
        .Second("{{组名}}")
        .Lead("{{组说明}}")
        .Table("政策", new("政策条款", 10, "{{条款}}", "{{政策名称}}", "{{承办单位}}"), new("支持内容", 6, "{{支持内容}}", "{{金额}}"), new("申报时间", 5, "{{申报时间}}"), new("说明", 10, "{{说明}}"))
        .Line("{{/政策组}}")
        .Line("{{/有政策}}")
        .Line("{{#无政策}}")
        .First("适用政策")
        .Say("目前没有匹配到适用政策。补充企业资料后可匹配更多政策。")
        .Line("{{/无政策}}")
        .Line("{{#有服务}}")
        .First("选用的服务")
        .Table("服务", new("服务", 7, "{{服务名称}}"), new("服务机构", 7, "{{服务机构}}"), new("收费", 3, "{{收费}}"), new("进展", 5, "{{进展}}"), new("联系方式", 7, "{{联系方式}}"))
        .Line("{{/有服务}}")
        .Line("{{#有活动}}")
        .First("已报名的活动")
        .Table("活动", new("活动", 8, "{{活动名称}}"), new("时间", 6, "{{活动时间}}"), new("地点", 6, "{{活动地点}}"), new("报名", 4, "{{报名情况}}"))
        .Line("{{/有活动}}")
        .Line("{{#有推荐}}")
        .First("推荐的服务")
        .Table("推荐", new("服务", 6, "{{服务名称}}"), new("服务机构", 5, "{{服务机构}}"), new("推荐理由", 9, "{{推荐理由}}（{{推荐人}}）"))
        .Line("{{/有推荐}}")
        .Line("{{#有诉求}}")
        .First("在办诉求")
        .Table("诉求", new("编号", 6, "{{诉求编号}}"), new("诉求", 9, "{{诉求标题}}"), new("状态", 4, "{{办理状态}}"), new("时限", 6, "{{办理时限}}"), new("承办单位", 5, "{{承办单位}}"))
        .Line("{{/有诉求}}")
        .Line("{{#有支持}}")
        .First("本年已享受支持")
        .Table("支持", new("条款", 9, "{{条款}}", "{{政策名称}}"), new("金额", 5, "{{支持金额}}"), new("日期", 6, "{{支持日期}}"))
        .Note("{{支持合计}}")
        .Line("{{/有支持}}")
        .Line("{{#有变化}}")
        .First("与{{上一版}}相比")
        .Table("变化", new("类别", 3, "{{变化类别}}"), new("内容", 9, "{{变化内容}}"), new("说明", 8, "{{变化说明}}"))
        .Line("{{/有变化}}")
        .ToBytes();
}
