namespace ServicePackage.Core.Operations;

/// <summary>
/// Who asks, as the page knows it: the signed-in account and its session. Rights are read afresh inside each operation.
/// </summary>
/// <param name="AccountId">The signed-in account.</param>
/// <param name="SessionId">Its session row; null for commands of the console and for tests.</param>
public readonly record struct Caller(long AccountId, Guid? SessionId = null);
