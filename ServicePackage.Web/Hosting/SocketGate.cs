using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Web.Hosting;

/// <summary>
/// Lets a circuit's connection in: a WebSocket, opened by a page of this very program, and no more than a few for one person.
/// Browsers let any site open a WebSocket with the visitor's cookies, so the origin is checked here.
/// </summary>
public sealed class SocketGate(IOptions<CircuitSettings> settings)
{
    private readonly int _mostPerAccount = settings.Value.MostPerAccount;
    private readonly ConcurrentDictionary<long, int> _open = new();

    /// <summary>Handles a request; every one but those of the circuits' hub passes through.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.Equals(Addresses.Socket, StringComparison.OrdinalIgnoreCase)
            && !context.Request.Path.Equals(Addresses.Socket + "/negotiate", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (!OwnOrigin.Of(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (SignedIn.CallerOf(context.User) is not { } caller)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (!TryEnter(caller.AccountId))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        else
        {
            try
            {
                await next(context);
            }
            finally
            {
                _open.AddOrUpdate(caller.AccountId, 0, (_, open) => open - 1);
                _open.TryRemove(new KeyValuePair<long, int>(caller.AccountId, 0));
            }
        }
    }

    private bool TryEnter(long accountId)
    {
        while (true)
        {
            var open = _open.GetOrAdd(accountId, 0);
            if (open >= _mostPerAccount)
            {
                return false;
            }

            if (_open.TryUpdate(accountId, open + 1, open))
            {
                return true;
            }
        }
    }
}
