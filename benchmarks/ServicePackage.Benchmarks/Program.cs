using BenchmarkDotNet.Running;
using ServicePackage.Benchmarks;
using ServicePackage.Benchmarks.Documents;
using ServicePackage.Benchmarks.FollowUps;
using ServicePackage.Benchmarks.Matching;
using ServicePackage.Benchmarks.Packages;

if (args is ["--sweep", .. var rest])
{
    await SweepRun.RunAsync(rest is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 100_000);
    return;
}

if (args is ["--matching"])
{
    MatchingRun.Run();
    return;
}

if (args is ["--documents"])
{
    DocumentsRun.Run();
    return;
}

if (args is ["--packages", var town])
{
    await PackagesRun.RunAsync(town);
    return;
}

if (args is ["--runs", .. var numbers])
{
    var sizes = numbers.Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToList();
    await RunsRun.RunAsync(sizes is [var enterprises, _] ? enterprises : 100_000, sizes is [_, var butlers] ? butlers : 2_000);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(AddingWorkingDays).Assembly).Run(args);
