using System.Diagnostics;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Packages;

namespace ServicePackage.Benchmarks.Documents;

/// <summary>
/// A package of four pages written from its template, beside the same tables and paragraphs written by code without one; then as many packages as the town
/// has enterprises, with the memory in use before and after.
/// </summary>
internal static class DocumentsRun
{
    private const int Times = 5;
    private const int Calls = 40;
    private const int Enterprises = 213;

    private static readonly DateOnly Day = new(2026, 3, 2);

    public static void Run()
    {
        var kind = new PackagePapers().DocumentKinds[0];
        var template = Template.Open(kind.BuiltIn, kind.Words).Value;
        var package = PackagePaperSamples.Usual(Day);
        var byTemplate = Median(() => FromTemplate(template, package));
        var byCode = Median(() => ByCode(package));
        Console.WriteLine($"from the template: {byTemplate.TotalMilliseconds:N2} ms, {FromTemplate(template, package)} bytes");
        Console.WriteLine($"by code: {byCode.TotalMilliseconds:N2} ms, {ByCode(package)} bytes");
        Console.WriteLine($"reading the template: {Median(() => Template.Open(kind.BuiltIn, kind.Words).Done ? 1 : 0).TotalMilliseconds:N2} ms");

        FromTemplate(template, package);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        var busy = Busy();
        for (var i = 0; i < Enterprises; i++)
        {
            FromTemplate(template, package);
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
        }

        Console.WriteLine($"{Enterprises} packages: {(Busy() - busy).TotalMilliseconds:N0} ms, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0:N0} kB more kept, {(most - before) / 1048576.0:N1} MB at most between");
    }

    private static int FromTemplate(Template template, PackageContent package)
    {
        using var into = new MemoryStream();
        PackagePapers.Write(package, new PackageImprint(2026, 1, Day, "示例管家"), template, into);
        return (int)into.Length;
    }

    private static int ByCode(PackageContent package)
    {
        var paper = new Paper().Title("重点企业服务包").Line($"{package.Enterprise.Name}：").Say("按照“一企一服务包”制度，现将贵单位可以享受的政策、选用的服务和正在办理的诉求汇总如下。")
            .Table([new("服务管家", 1), new("电话", 1), new("联系领导", 1), new("电话", 1)], [[[package.Butler!.Name.Chinese], [package.Butler.Phone], [package.Leader!.Name.Chinese], [package.Leader.Phone]]])
            .First("近期可办事项")
            .Table([new("事项", 5), new("期限", 2)], package.Tasks.Select(t => (IReadOnlyList<IReadOnlyList<string>>)[[t.Text.Chinese], [$"{t.By:yyyy年M月d日}"]]))
            .First("适用政策");
        foreach (var group in package.Clauses.GroupBy(c => c.Group))
        {
            paper.Second($"{group.Key}").Table([new("政策条款", 9), new("支持内容", 8), new("申报时间", 5), new("说明", 7)], group.Select(c => (IReadOnlyList<IReadOnlyList<string>>)
                [[c.Title, c.PolicyTitle + c.DocumentNumber], [c.Benefit, c.Amount?.Chinese ?? ""], [$"{c.WindowUntil:yyyy年M月d日}"], [c.Word, .. c.Missing.Select(m => m.Chinese)]]));
        }

        return paper
            .First("选用的服务")
            .Table([new("服务", 7), new("服务机构", 7), new("收费", 3), new("进展", 5), new("联系方式", 7)], package.Services.Select(s => (IReadOnlyList<IReadOnlyList<string>>)[[s.Title], [s.Provider.Chinese], [$"{s.Fee}"], [$"{s.State}"], [s.Contact, s.Phone]]))
            .First("推荐的服务")
            .Table([new("服务", 6), new("服务机构", 5), new("推荐理由", 9)], package.Recommended.Select(r => (IReadOnlyList<IReadOnlyList<string>>)[[r.Title], [r.Provider.Chinese], [r.Why]]))
            .First("正在办理的诉求")
            .Table([new("编号", 6), new("诉求", 9), new("状态", 4), new("时限", 6), new("承办单位", 5)], package.Demands.Select(d => (IReadOnlyList<IReadOnlyList<string>>)[[d.Number], [d.Title], [$"{d.State}"], [$"{d.Due:yyyy年M月d日}"], [d.Unit?.Chinese ?? ""]]))
            .First("本年已获支持")
            .Table([new("条款", 9), new("金额", 5), new("日期", 6)], package.Obtained.Select(o => (IReadOnlyList<IReadOnlyList<string>>)[[o.Title, o.PolicyTitle], [$"{o.Yuan}"], [$"{o.Day:yyyy年M月d日}"]]))
            .ToBytes().Length;
    }

    private static TimeSpan Median(Func<int> measured)
    {
        var times = Enumerable.Range(0, Times + 1).Select(_ =>
        {
            var before = Busy();
            for (var i = 0; i < Calls; i++)
            {
                measured();
            }

            return Busy() - before;
        }).Skip(1).Order().ToList(); // the first also compiles
        return times[Times / 2] / Calls;
    }

    private static TimeSpan Busy()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
