using ServicePackage.Core.Documents;

namespace ServicePackage.Core.Packages;

/// <summary>The words of a package's templates. Sections (有…) are there once where they have something to say, so that a heading goes with what stands below it.</summary>
internal static class PackagePaperWords
{
    /// <summary>All of them.</summary>
    public static readonly TemplateWords All = new(
        [
            new("企业名称", "PaperWord.Enterprise"), new("统一社会信用代码", "PaperWord.CreditCode"), new("所在经济城", "PaperWord.City"),
            new("版次", "PaperWord.Edition"), new("签发日期", "PaperWord.IssuedOn"), new("签发人", "PaperWord.IssuedBy"),
            new("服务管家", "PaperWord.Butler"), new("管家电话", "PaperWord.ButlerPhone"), new("联系领导", "PaperWord.Leader"), new("领导电话", "PaperWord.LeaderPhone"),
        ],
        [
            new("有近期事项", "PaperWord.HasTasks", new(
                [new("其余事项", "PaperWord.MoreTasks")],
                [new("事项", "PaperWord.Tasks", new([new("事项", "PaperWord.Task"), new("期限", "PaperWord.TaskBy")], []))])),
            new("有政策", "PaperWord.HasClauses", new([], [new("政策组", "PaperWord.Groups", new(
                [new("组名", "PaperWord.Group"), new("组说明", "PaperWord.GroupMeans")],
                [new("政策", "PaperWord.Clauses", new(
                    [
                        new("条款", "PaperWord.Clause"), new("政策名称", "PaperWord.Policy"), new("支持内容", "PaperWord.Benefit"), new("金额", "PaperWord.Amount"), new("申报时间", "PaperWord.Window"),
                        new("条件", "PaperWord.Reasons"), new("尚缺", "PaperWord.Missing"), new("承办单位", "PaperWord.Unit"), new("管家的话", "PaperWord.Word"), new("备注", "PaperWord.Remarks"),
                        new("说明", "PaperWord.Explained"),
                    ], []))]))])),
            new("无政策", "PaperWord.NoClauses", new([], [])),
            new("有服务", "PaperWord.HasServices", new([], [new("服务", "PaperWord.Services", new(
                [new("服务名称", "PaperWord.Service"), new("服务机构", "PaperWord.Provider"), new("收费", "PaperWord.Fee"), new("进展", "PaperWord.ServiceState"), new("联系方式", "PaperWord.ServiceContact")], []))])),
            new("有活动", "PaperWord.HasSeats", new([], [new("活动", "PaperWord.Seats", new(
                [new("活动名称", "PaperWord.Event"), new("活动时间", "PaperWord.EventAt"), new("活动地点", "PaperWord.EventPlace"), new("报名情况", "PaperWord.SeatState")], []))])),
            new("有推荐", "PaperWord.HasRecommended", new([], [new("推荐", "PaperWord.Recommended", new(
                [new("服务名称", "PaperWord.Service"), new("服务机构", "PaperWord.Provider"), new("推荐理由", "PaperWord.Why"), new("推荐人", "PaperWord.RecommendedBy")], []))])),
            new("有诉求", "PaperWord.HasDemands", new([], [new("诉求", "PaperWord.Demands", new(
                [new("诉求编号", "PaperWord.Number"), new("诉求标题", "PaperWord.Demand"), new("办理状态", "PaperWord.State"), new("办理时限", "PaperWord.Due"), new("承办单位", "PaperWord.LeadUnit")], []))])),
            new("有支持", "PaperWord.HasObtained", new([new("支持合计", "PaperWord.Total")], [new("支持", "PaperWord.Obtained", new(
                [new("条款", "PaperWord.Clause"), new("政策名称", "PaperWord.Policy"), new("支持金额", "PaperWord.Granted"), new("支持日期", "PaperWord.GrantedOn")], []))])),
            new("有变化", "PaperWord.HasChanges", new([new("上一版", "PaperWord.Before")], [new("变化", "PaperWord.Changes", new(
                [new("变化类别", "PaperWord.ChangeKind"), new("变化内容", "PaperWord.Changed"), new("变化说明", "PaperWord.ChangeHow")], []))])),
        ]);
}
