namespace TelegramRest.Simulator.World.Model;

internal enum MemberStatus
{
    Member,
    Admin,
    Creator,

    /// <summary>Was a member and is none now; kept because a restriction or the date may matter.</summary>
    Left,

    /// <summary>Banned: sees nothing and cannot come back until unbanned.</summary>
    Kicked,
}
