using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace ServicePackage.Tests.Support;

/// <summary>
/// A mail server on loopback that speaks SMTP (RFC 5321) over a socket and keeps what it is given. It can be closed and opened again at
/// its port, put off or refuse recipients, and ask for a password.
/// </summary>
public sealed class PostOffice : IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _received = [];
    private readonly ConcurrentDictionary<TcpClient, Task> _served = [];
    private TcpListener? _door;
    private Task _accepting = Task.CompletedTask;

    public PostOffice() => Open();

    /// <summary>Where it listens; the same after closing and opening.</summary>
    public int Port { get; private set; }

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<MimeMessage> Received => [.. _received];

    /// <summary>How many connections were made to it.</summary>
    public int Visits { get; private set; }

    /// <summary>The answer to a recipient, by address; 250 unless it says otherwise.</summary>
    public Func<string, string> AnswerTo { get; set; } = _ => "250 OK";

    /// <summary>The answer to the sender.</summary>
    public string AnswerToSender { get; set; } = "250 OK";

    /// <summary>The answer when the text of a mail to this recipient begins; null hangs up.</summary>
    public Func<string, string?> AnswerToData { get; set; } = _ => "354 go on";

    /// <summary>Called when a mail was taken, before that is said.</summary>
    public Action<MimeMessage> Taking { get; set; } = _ => { };

    /// <summary>The password asked for; null for none.</summary>
    public string? Password { get; set; }

    public void Open()
    {
        _door = new TcpListener(IPAddress.Loopback, Port);
        _door.Start();
        Port = ((IPEndPoint)_door.LocalEndpoint).Port;
        _accepting = AcceptAsync(_door);
    }

    public async Task CloseAsync()
    {
        _door?.Stop();
        await _accepting;
        foreach (var client in _served.Keys)
        {
            client.Close();
        }

        await Task.WhenAll(_served.Values);
        _served.Clear();
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task AcceptAsync(TcpListener door)
    {
        try
        {
            while (true)
            {
                var client = await door.AcceptTcpClientAsync();
                Visits++;
                _served[client] = ServeAsync(client);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            return; // nobody else comes in
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or SocketException)
        {
            return; // the other side hung up
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 post office");
        var recipient = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync(Password is null ? "250 post office" : "250-post office\r\n250 AUTH PLAIN");
                    break;
                case "AUTH":
                    var given = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1])).Split('\0')[^1];
                    await writer.WriteLineAsync(given == Password ? "235 welcome" : "535 wrong password");
                    break;
                case "MAIL":
                    await writer.WriteLineAsync(AnswerToSender);
                    break;
                case "RCPT":
                    recipient = line.Split('<', '>')[1];
                    await writer.WriteLineAsync(AnswerTo(recipient));
                    break;
                case "DATA":
                    if (AnswerToData(recipient) is not { } begin)
                    {
                        return;
                    }

                    await writer.WriteLineAsync(begin);
                    if (begin.StartsWith("354", StringComparison.Ordinal))
                    {
                        await TakeAsync(reader);
                        await writer.WriteLineAsync("250 taken");
                    }

                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 OK");
                    break;
            }
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        var message = await MimeMessage.LoadAsync(bytes);
        _received.Enqueue(message);
        Taking(message);
    }
}
