using System.Runtime.InteropServices;

namespace ServicePackage.Core.Data;

/// <summary>What a file is, whatever it is called: its device and its number there.</summary>
internal static class FileIdentity
{
    private const int CurrentFolder = -100;
    private const uint Number = 0x100;
    private const int StructureLength = 256;
    private const int NumberAt = 32;
    private const int DeviceAt = 136;

    /// <summary>Device and number of the file that a path leads to; null where there is none, or where the system knows no such thing.</summary>
    public static string? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var told = new byte[StructureLength];
        try
        {
            return Statx(CurrentFolder, path, 0, Number, told) == 0
                ? $"{BitConverter.ToUInt64(told, DeviceAt):x}-{BitConverter.ToUInt64(told, NumberAt):x}"
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] told);
}
