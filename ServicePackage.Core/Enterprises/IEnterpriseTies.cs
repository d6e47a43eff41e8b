using System.Linq.Expressions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>A room whose work leads people to enterprises' files.</summary>
public interface IEnterpriseTies : IRoom
{
    /// <summary>Whether the actor's work in this room leads to an enterprise's file.</summary>
    Expression<Func<Enterprise, bool>> LeadsTo(Operation op);
}
