namespace TelegramRest.Simulator.Control;

/// <summary>The rights that a control request gives to an admin: all but making more admins.</summary>
internal static class MemberRights
{
    public static Tl.ChatAdminRights All(bool broadcast)
    {
        var rights = World.Rights.Creator(broadcast);
        rights.AddAdmins = false;
        return rights;
    }
}
