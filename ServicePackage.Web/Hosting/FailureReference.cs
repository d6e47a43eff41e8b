using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;

namespace ServicePackage.Web.Hosting;

/// <summary>What a reader of the error page is told and what stands in the log with the exception: one and the same number.</summary>
/// <param name="Number">Eight hexadecimal digits.</param>
public sealed record FailureReference(string Number)
{
    /// <summary>A new one.</summary>
    public static FailureReference New() => new(RandomNumberGenerator.GetHexString(8, lowercase: true));
}

/// <summary>Logs a failed request under its number and leaves the answer to the error page.</summary>
internal sealed class FailureLog(ILogger<FailureLog> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var reference = FailureReference.New();
        httpContext.Features.Set(reference);
        logger.LogError(exception, "A request failed, reference {Reference}.", reference.Number);
        return ValueTask.FromResult(false);
    }
}
