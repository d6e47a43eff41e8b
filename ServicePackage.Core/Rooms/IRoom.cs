namespace ServicePackage.Core.Rooms;

/// <summary>
/// A feature of the town, such as demands or enterprises. In one file, named after it, a room says what it gives to the rooms that all share:
/// it implements the contributions it has (ISubjects, IJobs …), each of which has one collector. Shared rooms never name a room.
/// </summary>
public interface IRoom;
