using System.Diagnostics;

namespace ServicePackage.Tests.Support;

/// <summary>A disk of a few megabytes, in memory, that a test may fill to its last byte. Only root can have one, and only on Linux.</summary>
public sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 24;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>A new one; skips the test where there can be none, saying why.</summary>
    public static SmallDisk Mount()
    {
        var folder = Directory.CreateTempSubdirectory("servicepackage-disk-").FullName;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", folder), "A small disk is mounted by root on Linux alone.");
        return new SmallDisk(folder);
    }

    /// <summary>Leaves no room for a byte more.</summary>
    public void Fill()
    {
        using var file = File.OpenHandle(Path.Combine(Folder, "filled"), FileMode.Create, FileAccess.Write);
        for (var size = 1 << 20; size > 0; size /= 2)
        {
            try
            {
                while (true)
                {
                    RandomAccess.Write(file, new byte[size], RandomAccess.GetLength(file));
                }
            }
            catch (IOException)
            {
                // not so much any more: half of it
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void Clear() => File.Delete(Path.Combine(Folder, "filled"));

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program here
        }
    }
}
