using System.IO.Compression;
using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Shared;

namespace ServicePackage.Web.Features.Packages;

/// <summary>The documents of many packages in one file, for the printer.</summary>
public static class PackageEndpoints
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Maps the address.</summary>
    public static void MapPackages(this WebApplication app) => app.MapGet(Addresses.PackageFiles, DownloadAsync);

    /// <summary>Sends them from a file that goes with its last reader; one document at a time is in memory. An archive cannot be written straight to the line, where nothing is written while it waits.</summary>
    private static async Task<IResult> DownloadAsync(HttpContext context, string? ids, PackageListService packages, AttachmentService attachments, TownClock clock)
    {
        var signedIn = SignedIn.CallerOf(context.User);
        var files = signedIn is not { } caller ? Refusal.SignedOut : await packages.FilesAsync(caller, [.. (ids ?? "").Split(',').Select(ListAddress.NumberOf).OfType<long>()], context.RequestAborted);
        if (!files.Done)
        {
            return files.Refusal == Refusal.SignedOut ? Results.Challenge() : Results.NotFound();
        }

        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var archive = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await WriteAsync(archive, signedIn!.Value, files.Value, attachments, context.RequestAborted);
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }

        archive.Position = 0;
        return Results.File(archive, MediaTypeNames.Application.Zip, Wording.Sentence("Package.FilesName", $"{clock.Today:yyyyMMdd}"));
    }

    private static async Task WriteAsync(Stream into, Caller caller, IReadOnlyList<AttachmentItem> files, AttachmentService attachments, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var (name, file) in files.GroupBy(f => f.FileName).SelectMany(g => g.Select((f, i) => (i == 0 ? f.FileName : $"{Path.GetFileNameWithoutExtension(f.FileName)} ({i + 1}){Path.GetExtension(f.FileName)}", f))))
        {
            var opened = await attachments.OpenAsync(caller, file.Id, cancellation);
            if (opened.Done)
            {
                await using var content = opened.Value.Content;
                await using var entry = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellation);
                await content.CopyToAsync(entry, cancellation);
            }
        }
    }
}
