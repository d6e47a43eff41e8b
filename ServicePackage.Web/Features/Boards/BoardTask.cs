using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;

namespace ServicePackage.Web.Features.Boards;

/// <summary>An act begun on the board, whose form is to open.</summary>
/// <param name="EnterpriseId">For which enterprise.</param>
/// <param name="Act">Which act; null when only its story is to open.</param>
/// <param name="Target">The column the card was dropped on.</param>
public sealed record BoardTask(long EnterpriseId, BoardAct? Act, BoardColumn? Target = null);
