using BenchmarkDotNet.Running;
using ServicePackage.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(AddingWorkingDays).Assembly).Run(args);
