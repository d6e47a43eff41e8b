namespace ServicePackage.Mutations;

/// <summary>Changes the rules one at a time, in a copy, and says which changes no test notices.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var options = new Options(args);
        switch (args)
        {
            case ["list", ..]:
                using (var copy = await Checkout.CopyAsync())
                {
                    foreach (var m in Instrumented.Write(copy.Root, Targets.In(copy.Root, options.Only)))
                    {
                        Console.WriteLine($"{m.File}:{m.Line} {m.Kind}: {m.Before} → {m.After}");
                    }
                }

                return 0;
            case ["run", ..]:
                return await Trial.RunAsync(options);
            default:
                return Options.Usage();
        }
    }
}
