namespace ServicePackage.Core.Tickets;

/// <summary>What a demand stands for beyond itself (plan §六(四)); each awaits a special report.</summary>
[Flags]
public enum Marks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>综合性.</summary>
    Comprehensive = 1,

    /// <summary>全局性.</summary>
    Overall = 2,

    /// <summary>普遍性.</summary>
    Common = 4,
}
