using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>A room whose work leads people to enterprises' files.</summary>
public interface IEnterpriseTies : IRoom
{
    /// <summary>Keys of the enterprises whose file the actor's work in this room leads to.</summary>
    IQueryable<long> LeadsTo(Operation op);
}
