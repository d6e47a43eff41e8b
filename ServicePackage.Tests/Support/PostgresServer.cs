using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using ServicePackage.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace ServicePackage.Tests.Support;

/// <summary>
/// A PostgreSQL server of this test run alone: started when the first class asks for it, on a free port of 127.0.0.1, in a
/// temporary folder, and stopped at the end. Needs the server's programs (Debian: postgresql-15), no configuration. A test that
/// stops it has one of its own.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string FolderPrefix = "servicepackage-postgres-";

    private static int started;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}-{Interlocked.Increment(ref started)}"));
    private readonly Lazy<Task<string?>> _start;
    private readonly string? _binaries = FindBinaries();
    private int _port;

    public PostgresServer() => _start = new(LaunchAsync);

    /// <summary>Null once it runs; otherwise a sentence that says what is missing.</summary>
    public Task<string?> StartAsync() => _start.Value;

    /// <summary>Whether the database that others are copies of has been made on it.</summary>
    public bool HasTemplate { get; set; }

    /// <summary>Stops with connections open, as for its own update. What was committed is there when it goes on: a crash would lose some, for this server waits for no disk.</summary>
    public Task HaltAsync() => ControlAsync(_folder, "stop", "-w", "-m", "fast");

    /// <summary>Runs on where it was. The tests' own connections are made anew.</summary>
    public async Task GoOnAsync()
    {
        await RunServerAsync();
        await using var own = new NpgsqlConnection(ConnectionString("postgres"));
        NpgsqlConnection.ClearPool(own);
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=2";

    public async ValueTask DisposeAsync()
    {
        if (_start.IsValueCreated && await _start.Value is null)
        {
            await StopAsync(_folder);
        }
    }

    private async Task<string?> LaunchAsync()
    {
        if (_binaries is null)
        {
            return "PostgreSQL's server programs (initdb, pg_ctl) were not found; install postgresql to run these tests.";
        }

        if (IsRoot && !File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)))
        {
            return "PostgreSQL does not run as root and there is no account named postgres to run it.";
        }

        await StopLeftoversAsync();
        _port = FreePort();
        await RunAsync("install", IsRoot ? ["-d", "-m", "700", "-o", "postgres", _folder] : ["-d", "-m", "700", _folder]);
        await ControlAsync(_folder, "initdb", "-o", "-U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
        await RunServerAsync();
        return null;
    }

    private Task RunServerAsync() => ControlAsync(_folder, "start", "-w", "-l", $"{_folder}/log", "-o",
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c fsync=off -c full_page_writes=off -c synchronous_commit=off");

    /// <summary>Servers of runs that were killed before they could stop them.</summary>
    private async Task StopLeftoversAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var owner = int.Parse(Path.GetFileName(folder)[FolderPrefix.Length..].Split('-')[0], CultureInfo.InvariantCulture);
            if (!Directory.Exists($"/proc/{owner}"))
            {
                await StopAsync(folder, mayHaveEnded: true);
            }
        }
    }

    private async Task StopAsync(string folder, bool mayHaveEnded = false)
    {
        if (File.Exists($"{folder}/data/postmaster.pid"))
        {
            try
            {
                await ControlAsync(folder, "stop", "-w", "-m", "immediate");
            }
            catch (InvalidOperationException) when (mayHaveEnded)
            {
                // Killed together with its run, it left the file that says it runs.
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Runs pg_ctl, as postgres where the tests run as root.</summary>
    private Task ControlAsync(string folder, string act, params string[] options)
    {
        string[] arguments = [act, "-s", "-D", $"{folder}/data", .. options];
        var program = Path.Combine(_binaries!, "pg_ctl");
        return IsRoot ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments]) : RunAsync(program, arguments);
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath() })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static string? FindBinaries()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders.AddRange(Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending().Select(d => $"{d}/bin"));
        }

        return folders.Find(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsRoot => Environment.UserName == "root";
}
