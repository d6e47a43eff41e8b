using ServicePackage.Core.Documents;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Packages;

/// <summary>By whom and as which version a package is issued.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Number">Its number within the enterprise and the year.</param>
/// <param name="On">The day (Shanghai).</param>
/// <param name="By">Who issued it.</param>
public sealed record PackageImprint(int Year, int Number, DateOnly On, string By);

/// <summary>Says a package in the words of its templates, in Chinese whoever asks.</summary>
internal static class PackagePaperContent
{
    /// <summary>What is put in.</summary>
    public static DocumentContent Of(PackageContent package, PackageImprint imprint) => Wording.InChinese(() => Whole(package, imprint));

    private static DocumentContent Whole(PackageContent package, PackageImprint imprint)
    {
        var groups = Enum.GetValues<PackageGroup>().Select(g => (Group: g, Clauses: package.In(g).ToList())).Where(g => g.Clauses.Count > 0).ToList();
        var changes = package.Changes;
        return DocumentContent.Of(
            ("企业名称", package.Enterprise.Name), ("统一社会信用代码", package.Enterprise.CreditCode), ("所在经济城", package.Enterprise.City.Chinese),
            ("版次", PackageWording.Label(imprint.Year, imprint.Number)), ("签发日期", Wording.Date(imprint.On)), ("签发人", imprint.By),
            ("服务管家", Butler(package.Butler)), ("管家电话", package.Butler?.Phone), ("联系领导", Leaders(package)), ("领导电话", string.Join('、', package.OtherLeaders.Select(l => l.Phone).Where(p => p.Length > 0))))
            .WithIf("有近期事项", package.Tasks.Count > 0, DocumentContent
                .Of(("其余事项", package.MoreTasks > 0 ? Text("Paper.MoreTasks", package.MoreTasks) : ""))
                .With("事项", package.Tasks.Select(t => DocumentContent.Of(("事项", PackageWording.Task(t)), ("期限", t.By is { } by ? Wording.Date(by) : Text("Paper.NoDay"))))))
            .WithIf("有政策", groups.Count > 0, DocumentContent.Empty.With("政策组", groups.Select(g => DocumentContent
                .Of(("组名", Wording.Name(g.Group)), ("组说明", Text($"PaperGroupMeans.{g.Group}"))).With("政策", g.Clauses.Select(ClauseOf)))))
            .WithIf("无政策", groups.Count == 0)
            .WithIf("有服务", package.Services.Count > 0, DocumentContent.Empty.With("服务", package.Services.Select(ServiceOf)))
            .WithIf("有活动", package.Seats.Count > 0, DocumentContent.Empty.With("活动", package.Seats.Select(s => DocumentContent.Of(
                ("活动名称", s.Title), ("活动时间", PackageWording.Time(s)), ("活动地点", s.Where), ("报名情况", PackageWording.Seat(s))))))
            .WithIf("有推荐", package.Recommended.Count > 0, DocumentContent.Empty.With("推荐", package.Recommended.Select(r =>
                DocumentContent.Of(("服务名称", r.Title), ("服务机构", r.Provider.Chinese), ("推荐理由", r.Why), ("推荐人", r.By)))))
            .WithIf("有诉求", package.Demands.Count > 0, DocumentContent.Empty.With("诉求", package.Demands.Select(d => DocumentContent.Of(
                ("诉求编号", d.Number), ("诉求标题", d.Title), ("办理状态", Wording.Name(d.State)), ("办理时限", d.Due is { } due ? Wording.Date(due) : ""), ("承办单位", d.Unit?.Chinese)))))
            .WithIf("有支持", package.Obtained.Count > 0, DocumentContent
                .Of(("支持合计", package.ObtainedYuan > 0 ? Text("Paper.Total", package.On.Year, PackageWording.Yuan(package.ObtainedYuan)) : ""))
                .With("支持", package.Obtained.Select(o => DocumentContent.Of(
                    ("条款", o.Title), ("政策名称", Marked(o.PolicyTitle)), ("支持日期", Wording.Date(o.Day)),
                    ("支持金额", o.Yuan is not { } yuan ? Text("Paper.NoMoney") : o.IsUnpaid ? Text("Paper.Unpaid", PackageWording.Yuan(yuan)) : PackageWording.Yuan(yuan))))))
            .WithIf("有变化", changes is { Rows.Count: > 0 }, DocumentContent
                .Of(("上一版", changes is null ? "" : PackageWording.Label(changes.Year, changes.Number)))
                .With("变化", ChangesOf(changes?.Rows ?? []).Select(c => DocumentContent.Of(("变化类别", Wording.Name(c.Kind)), ("变化内容", c.What), ("变化说明", c.How)))));
    }

    /// <summary>The changes in their order; those of a kind of which nothing is to be said but that they are stand in one line.</summary>
    private static IEnumerable<(PackageChangeKind Kind, string What, string How)> ChangesOf(IEnumerable<PackageChange> changes) => changes
        .Select((c, i) => (c.Kind, What: c.Title, How: ChangeOf(c), Row: i))
        .GroupBy(c => (c.Kind, Row: c.How.Length == 0 ? -1 : c.Row))
        .Select(g => (g.Key.Kind, string.Join(Text("Paper.Between"), g.Select(c => c.What)), g.First().How));

    private static string ChangeOf(PackageChange change) => change switch
    {
        { Aspect: { } aspect } => Text("Paper.Changed", Wording.Name(aspect), change.Before?.Chinese ?? Text("Paper.None"), change.After?.Chinese ?? Text("Paper.None")),
        { Why: { } why } => Wording.Name(why),
        { Yuan: { } yuan } => PackageWording.Yuan(yuan),
        _ => "",
    };

    private static DocumentContent ClauseOf(PackageClause clause)
    {
        var missing = string.Join(Text("Paper.Between"), clause.Missing.Select(m => m.Chinese));
        List<string> remarks =
        [
            .. clause.IsPutForward ? [Wording.Name(PackagePlace.PutForward)] : Array.Empty<string>(),
            .. clause.IsAppliedFor ? [Text("Paper.AppliedFor")] : Array.Empty<string>(),
            .. clause.Personalised ? [Text("Paper.Personalised")] : Array.Empty<string>(),
            .. clause.ValidityUnknown ? [Text("Paper.ValidityUnknown")] : Array.Empty<string>(),
            .. clause.ToConfirm.Length > 0 ? [Text("Paper.ToConfirm", clause.ToConfirm)] : Array.Empty<string>(),
            .. clause.IsDemo ? [Text("Paper.Demo")] : Array.Empty<string>(),
        ];
        var word = clause.Word.Length > 0 ? Text("Paper.Word", clause.Word) : "";
        var lacks = missing.Length > 0 ? Text(clause.Group == PackageGroup.ToVerify ? "Paper.ToVerify" : "Paper.Missing", missing) : "";
        return DocumentContent.Of(
            ("条款", clause.Title), ("政策名称", Marked(clause.PolicyTitle) + clause.DocumentNumber), ("支持内容", clause.Benefit), ("金额", clause.Amount?.Chinese), ("申报时间", PackageWording.Window(clause)),
            ("条件", string.Join('\n', clause.Reasons.Select(r => r.Text.Chinese))), ("尚缺", missing), ("承办单位", clause.Unit?.Chinese), ("管家的话", clause.Word), ("备注", string.Join('\n', remarks)),
            ("说明", string.Join('\n', new[] { lacks, word }.Where(t => t.Length > 0).Concat(remarks))));
    }

    private static DocumentContent ServiceOf(PackageService service) => DocumentContent.Of(
        ("服务名称", service.Title), ("服务机构", service.Provider.Chinese + (service.IsCommercial ? Text("Paper.Commercial") : "")), ("收费", Wording.Name(service.Fee)),
        ("进展", service.DeliveredOn is { } day ? Text("Paper.DeliveredOn", Wording.Name(service.State), day) : Wording.Name(service.State)),
        ("联系方式", string.Join('\n', new[] { service.Contact, service.Phone }.Where(t => t.Length > 0))));

    private static string Name(PackagePerson? person) => person is null ? Text("Paper.Nobody") : person.Name.Chinese + (person.Role is { Length: > 0 } role ? Text("Paper.Post", role) : "");

    /// <summary>The butler, and who covers for them until when.</summary>
    private static string Butler(PackagePerson? person) =>
        Name(person) + (person?.Cover is { } cover ? Text(cover.Phone.Length > 0 ? "Paper.CoveredAt" : "Paper.Covered", cover.Name, cover.Until, cover.Phone) : "");

    /// <summary>The leaders; one who serves the enterprise too is not named twice.</summary>
    private static string Leaders(PackageContent package) =>
        package.OtherLeaders.ToList() is { Count: > 0 } others ? string.Join('、', others.Select(Name)) : package.AllLeaders.Any() ? Text("Paper.SamePerson") : Name(null);

    private static string Marked(string title) => title.Length == 0 || title.StartsWith('《') ? title : $"《{title}》";

    private static string Text(string key, params object?[] arguments) => Wording.Sentence(key, arguments);
}
