using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ServicePackage.Core.Mail;

/// <summary>What came of a try to send a mail.</summary>
/// <param name="Trouble">What it met with; null when the server took it.</param>
/// <param name="ReplyCode">The server's reply code, if it gave one.</param>
internal sealed record MailAnswer(MailTrouble? Trouble = null, int? ReplyCode = null)
{
    /// <summary>Whether the trouble is with this mail alone; otherwise the next one would meet with the same.</summary>
    public bool ConcernsThisMail => Trouble is MailTrouble.PutOff or MailTrouble.Refused or MailTrouble.Unwritable;

    /// <summary>True where the server let the program in and hung up on this mail: it may be this mail's text, or the server.</summary>
    public bool HungUp { get; init; }
}

/// <summary>One connection to the mail server, made at the first mail and used for those after it.</summary>
internal sealed class MailConnection(MailSettings settings) : IAsyncDisposable
{
    private const int FirstPermanentCode = 500;

    private readonly SmtpClient _client = new() { Timeout = (int)(MailRules.LongestTry / 4).TotalMilliseconds };

    /// <summary>Connects and signs in, and sends nothing; null when the server lets the program in.</summary>
    public async Task<MailAnswer?> GreetAsync()
    {
        using var longest = new CancellationTokenSource(MailRules.LongestTry);
        try
        {
            return await ConnectAsync(longest.Token);
        }
        catch (Exception broken) when (IsBrokenConnection(broken) || broken is SmtpCommandException)
        {
            return new MailAnswer(MailTrouble.Unreachable);
        }
    }

    public async Task<MailAnswer> SendAsync(MimeMessage message)
    {
        var letIn = false;
        using var longest = new CancellationTokenSource(MailRules.LongestTry);
        try
        {
            if (!_client.IsConnected && await ConnectAsync(longest.Token) is { } trouble)
            {
                return trouble;
            }

            letIn = true;
            await _client.SendAsync(message, longest.Token);
            return new MailAnswer();
        }
        catch (SmtpCommandException refused)
        {
            var code = (int)refused.StatusCode;
            return !letIn ? new(MailTrouble.Unreachable, code)
                : refused.StatusCode == SmtpStatusCode.ServiceNotAvailable ? new(MailTrouble.PutOff, code) { HungUp = true }
                : refused.ErrorCode == SmtpErrorCode.SenderNotAccepted ? new(MailTrouble.SenderRefused, code)
                : new(code >= FirstPermanentCode ? MailTrouble.Refused : MailTrouble.PutOff, code);
        }
        catch (NotSupportedException) when (letIn)
        {
            return new MailAnswer(MailTrouble.Unwritable); // an address the server has no way to be told
        }
        catch (ServiceNotAuthenticatedException)
        {
            return new MailAnswer(MailTrouble.SignInRefused, (int)SmtpStatusCode.AuthenticationRequired); // it wants a password the program was not given
        }
        catch (Exception broken) when (IsBrokenConnection(broken))
        {
            return letIn ? new MailAnswer(MailTrouble.PutOff) { HungUp = true } : new MailAnswer(MailTrouble.Unreachable);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
        {
            try
            {
                using var shortly = new CancellationTokenSource(MailRules.LongestTry / 4);
                await _client.DisconnectAsync(quit: true, shortly.Token);
            }
            catch (Exception broken) when (IsBrokenConnection(broken) || broken is SmtpCommandException)
            {
                _client.Dispose(); // whatever was sent has been answered already: a goodbye that is not heard changes nothing
            }
        }

        _client.Dispose();
    }

    private static bool IsBrokenConnection(Exception exception) =>
        exception is SocketException or IOException or ProtocolException or ServiceNotConnectedException or TimeoutException or OperationCanceledException;

    private async Task<MailAnswer?> ConnectAsync(CancellationToken cancellation)
    {
        try
        {
            await _client.ConnectAsync(settings.Host, settings.PortNumber, settings.Protection switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            }, cancellation);
        }
        catch (Exception exception) when (exception is SslHandshakeException or NotSupportedException)
        {
            return new MailAnswer(MailTrouble.NotProtected);
        }

        if (settings.User.Length == 0)
        {
            return null;
        }

        try
        {
            await _client.AuthenticateAsync(settings.User, settings.Password, cancellation);
            return null;
        }
        catch (Exception exception) when (exception is AuthenticationException or NotSupportedException)
        {
            await _client.DisconnectAsync(quit: true, cancellation);
            return new MailAnswer(MailTrouble.SignInRefused);
        }
    }
}
