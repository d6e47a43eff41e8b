using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Roster.Demo;

namespace ServicePackage.Core.Roster;

/// <summary>What the making of the roster gives to the house.</summary>
public sealed class RosterRoom : ISubjects, IDoors, IRecords, ISeeds
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new RosterYearSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [RosterDoors.Roster, RosterDoors.Nominations, RosterDoors.Choosing];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(RosterYear), op => op.Db.RosterYears.Select(y => new RecordedName { Id = y.Id, Name = "" + y.Year }),
            "OpenNominations", "CloseNominations", "ReopenNominations", "RecordDistrictList", "PublishRoster"),
        new NamedKind(nameof(Nomination), op => op.Db.Nominations.Select(n => new RecordedName { Id = n.Id, Name = n.Name }), "Nominate", "ChangeNomination", "WithdrawNomination"),
        new NamedKind(nameof(RosterDecision), op => op.Db.RosterDecisions.Select(d => new RecordedName { Id = d.Id, Name = d.Name }), "TakeOntoRoster", "LeaveOffRoster"),
    ];

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => [.. new Selections(stage).Scenes()];
}

/// <summary>The doors of the roster.</summary>
public static class RosterDoors
{
    /// <summary>The roster: the town's own people.</summary>
    public static Door Roster { get; } = new("Roster", op => RosterAccess.MayRead(op.Actor));

    /// <summary>The nominations: who proposes.</summary>
    public static Door Nominations { get; } = new("Nominations", op => RosterAccess.MayPropose(op.Actor));

    /// <summary>The choice: the Centre.</summary>
    public static Door Choosing { get; } = new("RosterChoosing", op => op.Actor.IsCentre);
}

/// <summary>Years of the roster as subjects of notices and files: called by the year; for who proposes, and of their files the Centre and the town leaders alone.</summary>
internal sealed class RosterYearSubject : SubjectKind
{
    public override string Kind => nameof(RosterYear);

    public override IQueryable<SubjectName> VisibleTo(Operation op)
    {
        var seen = op.Actor.SeesEverything || RosterAccess.MayPropose(op.Actor);
        return op.Db.RosterYears.Where(_ => seen).Select(y => new SubjectName { Kind = nameof(RosterYear), Id = y.Id, Number = "" + y.Year, Title = "" + y.Year });
    }

    /// <summary>The files are internal: the district's list is read by those who choose.</summary>
    public override bool ShowsInternal(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        return op.Actor.SeesEverything;
    }
}
