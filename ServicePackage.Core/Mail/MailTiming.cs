namespace ServicePackage.Core.Mail;

/// <summary>When the notices of a group are sent by mail.</summary>
public enum MailTiming
{
    /// <summary>Each at once.</summary>
    AtOnce = 1,

    /// <summary>Those of a day together, at 08:30 of the next working day.</summary>
    Daily = 2,

    /// <summary>Not at all.</summary>
    None = 3,
}
