using System.Diagnostics;
using System.Reflection;

namespace ServicePackage.Screens;

/// <summary>The program itself, as built beside this one, in a process of its own at a free port over a database file.</summary>
internal sealed class TownServer : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private TownServer(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        AppDomain.CurrentDomain.ProcessExit += End; // it does not outlive this program, however that ends
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it; it fills an empty database with the demo town where that is asked for. At a free port unless one is given.</summary>
    public static async Task<TownServer> StartAsync(string database, bool fill = false, Uri? address = null)
    {
        var process = Start(database, fill, ["--urls", (address ?? new Uri("http://127.0.0.1:0")).ToString()]);
        process.StandardInput.Close();
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // its log is read on, so that it never waits for a full pipe
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return new TownServer(process, new Uri(line[(at + Listening.Length)..].Trim()));
            }
        }

        throw new InvalidOperationException($"The program did not start:\n{string.Join('\n', said)}\n{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Runs a verb of the program over this database, with this text as its input.</summary>
    public static async Task RunVerbAsync(string database, string input, params string[] verb)
    {
        using var process = Start(database, fill: false, verb);
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', verb)}: {said}{await process.StandardError.ReadToEndAsync()}");
        }
    }

    /// <summary>Ends it at once, as a crash does.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void End(object? sender, EventArgs e) => _process.Kill();

    private static Process Start(string database, bool fill, string[] args)
    {
        var (root, output) = Places();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(root, "ServicePackage.Web"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(root, "ServicePackage.Web", output, "ServicePackage.Web.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__ServicePackage"] = $"Data Source={database}";
        start.Environment["Demo__Fill"] = fill ? "true" : "false";
        start.Environment["Circuits__MostPerAccount"] = "100";
        return Process.Start(start)!;
    }

    /// <summary>The root of the repository, and where in a project its build lies: the same configuration as this program's own.</summary>
    private static (string Root, string Output) Places()
    {
        var here = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        var output = Path.Combine("bin", here.Parent!.Name, here.Name);
        var root = here;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ServicePackage.sln")))
        {
            root = root.Parent;
        }

        return (root?.FullName ?? throw new InvalidOperationException("This runs inside the repository."), output);
    }
}
