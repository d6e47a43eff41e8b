namespace ServicePackage.Core.Mail;

/// <summary>Asks whether the mail server lets the program in, without sending anything.</summary>
public static class MailProbe
{
    /// <summary>What the connection and the sign-in meet with; null when all is well.</summary>
    public static async Task<MailTrouble?> AskAsync(MailSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await using var connection = new MailConnection(settings);
        return await connection.GreetAsync() is { } answer ? answer.Trouble : null;
    }
}
