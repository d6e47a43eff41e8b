using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Hosting;

namespace ServicePackage.Web.Features.Attachments;

/// <summary>Files come in and go out over HTTP: a circuit's messages are too small for them.</summary>
public static class AttachmentEndpoints
{
    /// <summary>The longest body of an upload: the largest file and room to say that it is too large.</summary>
    public const long RequestBody = 25 * 1024 * 1024;

    /// <summary>The header in which a page returns what <see cref="Addresses.AttachmentToken"/> gave it.</summary>
    public const string TokenHeader = "RequestVerificationToken";

    /// <summary>Maps the addresses.</summary>
    public static void MapAttachments(this WebApplication app)
    {
        app.MapGet(Addresses.AttachmentToken, GiveToken);
        app.MapPost(Addresses.Attachments, UploadAsync).WithMetadata(new RequestSizeLimitAttribute(RequestBody));
        app.MapGet(Addresses.Attachments + "/{id:guid}", DownloadAsync);
    }

    /// <summary>What an upload must carry; another site can neither read it nor make one.</summary>
    private static IResult GiveToken(HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Text(tokens.RequestToken!);
    }

    /// <summary>Stores the request's body as a file of this name. Answers with its id, or with the sentence of the refusal.</summary>
    private static async Task<IResult> UploadAsync(HttpContext context, string? name, IAntiforgery antiforgery, AttachmentService attachments)
    {
        if (!OwnOrigin.Of(context.Request) || !context.Request.Headers.ContainsKey(TokenHeader) || !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (SignedIn.CallerOf(context.User) is not { } caller)
        {
            return Results.Unauthorized();
        }

        try
        {
            var outcome = await attachments.StoreAsync(caller, name, context.Request.Body, context.RequestAborted);
            return outcome.Done ? Results.Json(new Stored(outcome.Value.Id, outcome.Value.FileName, outcome.Value.Length)) : Refused(outcome.Refusal!);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(AttachmentService.TooLarge(name));
        }
    }

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext context, AttachmentService attachments)
    {
        var outcome = SignedIn.CallerOf(context.User) is { } caller
            ? await attachments.OpenAsync(caller, id, context.RequestAborted)
            : Refusal.SignedOut;
        if (!outcome.Done)
        {
            return outcome.Refusal == Refusal.SignedOut ? Results.Challenge() : Results.NotFound();
        }

        // Named, a file is sent as something to keep (RFC 6266), never as something to show.
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        context.Response.ContentLength = outcome.Value.Content.Length;
        return Results.File(outcome.Value.Content, outcome.Value.ContentType, outcome.Value.FileName);
    }

    private static IResult Refused(Refusal refusal) =>
        Results.Json(new NotStored(refusal.Sentence), statusCode: refusal.Code switch
        {
            "Attachment.TooLarge" => StatusCodes.Status413PayloadTooLarge,
            "Attachment.TooFast" => StatusCodes.Status429TooManyRequests,
            "SignedOut" => StatusCodes.Status401Unauthorized,
            _ => StatusCodes.Status422UnprocessableEntity,
        });

    private sealed record Stored(Guid Id, string Name, long Length);

    private sealed record NotStored(string Sentence);
}
