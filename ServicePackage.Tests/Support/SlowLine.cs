using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ServicePackage.Tests.Support;

/// <summary>A network on which each message of a circuit takes its time, in both directions.</summary>
public static partial class SlowLine
{
    private static readonly TimeSpan OneWay = TimeSpan.FromMilliseconds(100);

    /// <summary>The pages opened here from now on have a slow line.</summary>
    public static Task SlowAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.RouteWebSocketAsync(Circuit(), browser =>
        {
            var server = browser.ConnectToServer();
            browser.OnMessage(Late(server));
            server.OnMessage(Late(browser));
        });
    }

    /// <summary>Messages arrive in the order in which they were sent, whichever timer is first.</summary>
    private static Action<IWebSocketFrame> Late(IWebSocketRoute to)
    {
        var underWay = new ConcurrentQueue<IWebSocketFrame>();
        return sent =>
        {
            underWay.Enqueue(sent);
            ITimer? timer = null;
            timer = TimeProvider.System.CreateTimer(
                _ =>
                {
                    lock (underWay)
                    {
                        if (underWay.TryDequeue(out var next))
                        {
                            Send(to, next);
                        }
                    }

                    timer?.Dispose();
                },
                null, OneWay, Timeout.InfiniteTimeSpan);
        };
    }

    private static void Send(IWebSocketRoute to, IWebSocketFrame message)
    {
        if (message.Binary is { } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(message.Text!);
        }
    }

    [GeneratedRegex("/_blazor")]
    private static partial Regex Circuit();
}
