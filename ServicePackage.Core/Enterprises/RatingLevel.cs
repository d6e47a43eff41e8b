using ServicePackage.Core.Data;

namespace ServicePackage.Core.Enterprises;

/// <summary>The five levels of satisfaction; the last two are bad and must be followed up.</summary>
public enum RatingLevel
{
    /// <summary>非常满意.</summary>
    VerySatisfied,

    /// <summary>满意.</summary>
    Satisfied,

    /// <summary>基本满意.</summary>
    BasicallySatisfied,

    /// <summary>不满意.</summary>
    Dissatisfied,

    /// <summary>非常不满意.</summary>
    VeryDissatisfied,
}

/// <summary>What follows from a level, said once for queries and rows.</summary>
public static class RatingScopes
{
    /// <summary>Takes a reason, and has to be followed up.</summary>
    public static readonly Scope<RatingLevel?> IsBad = new(level => level == RatingLevel.Dissatisfied || level == RatingLevel.VeryDissatisfied);
}
