using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World;

/// <summary>A <c>user</c> as another account sees it (https://core.telegram.org/constructor/user).</summary>
internal sealed class UserPainter(SimulatorWorld world, Account viewer)
{
    public Tl.UserBase Paint(Account account)
    {
        var self = account.Id == viewer.Id;
        var saved = viewer.Contacts.GetValueOrDefault(account.Id);
        if (account.Deleted)
            return new Tl.User { Id = account.Id, AccessHash = Hash(account), Deleted = true };
        return new Tl.User
        {
            Id = account.Id,
            Self = self,
            Contact = saved is not null,
            MutualContact = saved is not null && account.Contacts.ContainsKey(viewer.Id),
            Bot = account.IsBot,
            BotChatHistory = account.Bot is { Privacy: false },
            BotNochats = account.Bot is { CanJoinGroups: false },
            BotInlineGeo = account.Bot is { InlineGeo: true },
            BotBusiness = account.Bot is { Business: true },
            BotGuestchat = account.Bot is { GuestChats: true },
            BotCanEdit = account.Bot?.OwnerId == viewer.Id,
            Verified = account.Service,
            Support = account.Service,
            AccessHash = Hash(account),
            FirstName = saved?.FirstName ?? account.FirstName,
            LastName = NullIfEmpty(saved?.LastName ?? account.LastName),
            Username = account.Username,
            Phone = self || saved is not null || account.Service ? account.Phone : null,
            Photo = Photo(account),
            Status = Status(account),
            BotInfoVersion = account.Bot?.Version,
            BotInlinePlaceholder = account.Bot?.InlinePlaceholder,
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private long Hash(Account account) => world.Hashes.For(viewer.Id, account.Peer);

    private Tl.UserProfilePhoto? Photo(Account account) =>
        account.Photos.Count > 0 && world.Files.Find(account.Photos[0]) is { } photo ? new Tl.UserProfilePhoto { PhotoId = photo.Id, DcId = photo.DcId } : null;

    private Tl.UserStatusBase? Status(Account account)
    {
        if (account.IsBot || account.Service)
            return null;
        if (account.Online)
            return new Tl.UserStatusOnline { Expires = world.Clock.Now + 300 };
        return account.LastSeen == 0 ? new Tl.UserStatusRecently() : new Tl.UserStatusOffline { WasOnline = account.LastSeen };
    }
}
