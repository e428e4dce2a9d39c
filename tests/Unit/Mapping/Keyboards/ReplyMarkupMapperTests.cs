using System.Text;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Keyboards;
using Xunit;

namespace TelegramRest.Tests.Unit.Mapping.Keyboards;

public class ReplyMarkupMapperTests
{
    private static Tl.KeyboardButtonBase Inline(InlineKeyboardButton button, KeyboardContext? context = null) =>
        ((Tl.ReplyInlineMarkup)ReplyMarkupMapper.ToTl(new InlineKeyboardMarkup { InlineKeyboard = [[button]] }, context ?? new KeyboardContext())!).Rows[0].Buttons[0];

    private static Tl.KeyboardButtonBase Reply(KeyboardButton button, KeyboardContext? context = null) =>
        ((Tl.ReplyKeyboardMarkup)ReplyMarkupMapper.ToTl(new ReplyKeyboardMarkup { Keyboard = [[button]] }, context ?? new KeyboardContext())!).Rows[0].Buttons[0];

    private static string Error(Func<object?> action) => Assert.Throws<BotApiException>(action).Description;

    [Fact]
    public void Inline_buttons_go_both_ways()
    {
        InlineKeyboardButton[] buttons =
        [
            new() { Text = "a", Url = "http://a.b/" },
            new() { Text = "a", CallbackData = "d" },
            new() { Text = "a", CallbackGame = new CallbackGame() },
            new() { Text = "a", Pay = true },
            new() { Text = "a", SwitchInlineQuery = "q" },
            new() { Text = "a", SwitchInlineQueryCurrentChat = "" },
            new() { Text = "a", SwitchInlineQueryChosenChat = new SwitchInlineQueryChosenChat { Query = "q", AllowUserChats = true } },
            new() { Text = "a", WebApp = new WebAppInfo { Url = "https://a.b/" } },
            new() { Text = "a", CopyText = new CopyTextButton { Text = "c" } },
            new() { Text = "a", Url = "http://a.b/", Style = ButtonStyle.Danger, IconCustomEmojiId = "7" },
        ];
        foreach (var button in buttons)
        {
            var back = ReplyMarkupMapper.ToBotApi(new Tl.ReplyInlineMarkup { Rows = [new Tl.KeyboardButtonRow { Buttons = [Inline(button)] }] })!.InlineKeyboard[0][0];
            Json.Equal(Json.Of(back), button);
        }
    }

    [Fact]
    public void First_member_decides() =>
        Assert.IsType<Tl.KeyboardButtonUrl>(Inline(new InlineKeyboardButton { Text = "a", Url = "a.b", CallbackData = "d" }));

    [Fact]
    public void User_links_address_the_user()
    {
        var known = new Tl.InputUser { UserId = 5, AccessHash = 6 };
        var button = Inline(new InlineKeyboardButton { Text = "a", Url = "tg://user?id=5" }, new KeyboardContext { FindUser = id => id == 5 ? known : null });
        Assert.Same(known, Assert.IsType<Tl.InputKeyboardButtonUserProfile>(button).UserId);
        Assert.Equal([5L], ReplyMarkupMapper.UserIds(new InlineKeyboardMarkup { InlineKeyboard = [[new InlineKeyboardButton { Text = "a", Url = "tg://user?id=5" }]] }));
    }

    [Fact]
    public void Login_buttons_address_a_bot()
    {
        var login = new InlineKeyboardButton { Text = "a", LoginUrl = new LoginUrl { Url = "https://a.b", BotUsername = "other_bot", RequestWriteAccess = true } };
        Assert.Equal(["other_bot"], ReplyMarkupMapper.BotUsernames(new InlineKeyboardMarkup { InlineKeyboard = [[login]] }));
        Assert.True(Assert.IsType<Tl.InputKeyboardButtonUrlAuth>(Inline(login, new KeyboardContext { FindBot = _ => new Tl.InputUserSelf() })).RequestWriteAccess);
        Assert.Equal("Bad Request: bot \"other_bot\" not found", Error(() => Inline(login)));
    }

    [Fact]
    public void Broken_inline_buttons_are_refused()
    {
        Assert.Equal("Bad Request: inline keyboard button URL 'nope' is invalid: Wrong HTTP URL", Error(() => Inline(new InlineKeyboardButton { Text = "a", Url = "nope" })));
        Assert.Equal("Bad Request: inline keyboard button Web App URL 'http://a.b' is invalid: Only HTTPS links are allowed", Error(() => Inline(new InlineKeyboardButton { Text = "a", WebApp = new WebAppInfo { Url = "http://a.b" } })));
        Assert.Equal("Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", Error(() => Inline(new InlineKeyboardButton { Text = "a" })));
        Assert.Equal("Bad Request: at least one target chat type must be allowed", Error(() => Inline(new InlineKeyboardButton { Text = "a", SwitchInlineQueryChosenChat = new SwitchInlineQueryChosenChat() })));
        Assert.StartsWith("Bad Request: can't use switch_inline_query button in a channel chat", Error(() => Inline(new InlineKeyboardButton { Text = "a", SwitchInlineQuery = "" }, new KeyboardContext { IsChannel = true })), StringComparison.Ordinal);
    }

    [Fact]
    public void Reply_buttons_ask_for_things_in_private_chats_only()
    {
        var group = new KeyboardContext { IsPrivateChat = false };
        Assert.IsType<Tl.KeyboardButtonRequestPhone>(Reply(new KeyboardButton { Text = "a", RequestContact = true }));
        Assert.IsType<Tl.KeyboardButton>(Reply(new KeyboardButton { Text = "a" }, group));
        Assert.Equal("Bad Request: phone number can be requested in private chats only", Error(() => Reply(new KeyboardButton { Text = "a", RequestContact = true }, group)));
        Assert.Equal("Bad Request: Web App buttons can be used in private chats only", Error(() => Reply(new KeyboardButton { Text = "a", WebApp = new WebAppInfo { Url = "https://a.b" } }, group)).Replace("web App", "Web App", StringComparison.Ordinal));
        Assert.Equal(2, Assert.IsType<Tl.InputKeyboardButtonRequestPeer>(Reply(new KeyboardButton { Text = "a", RequestUsers = new KeyboardButtonRequestUsers { RequestId = 2 } })).ButtonId);
    }

    [Fact]
    public void Keyboards_are_cut_to_size_and_blank_ones_vanish()
    {
        InlineKeyboardButton Button(string text) => new() { Text = text, CallbackData = "d" };
        Assert.Null(ReplyMarkupMapper.ToTl(new InlineKeyboardMarkup { InlineKeyboard = [[], [Button("")]] }, new KeyboardContext()));
        var row = Enumerable.Range(0, 20).Select(_ => Button("a")).ToArray();
        var markup = (Tl.ReplyInlineMarkup)ReplyMarkupMapper.ToTl(new InlineKeyboardMarkup { InlineKeyboard = [.. Enumerable.Range(0, 40).Select(_ => row)] }, new KeyboardContext())!;
        Assert.Equal(12, markup.Rows[0].Buttons.Length);
        Assert.Equal(300, markup.Rows.Sum(buttons => buttons.Buttons.Length));
    }

    [Fact]
    public void Selective_means_something_in_groups_only()
    {
        Assert.False(((Tl.ReplyKeyboardHide)ReplyMarkupMapper.ToTl(new ReplyKeyboardRemove { RemoveKeyboard = true, Selective = true }, new KeyboardContext())!).Selective);
        Assert.True(((Tl.ReplyKeyboardForceReply)ReplyMarkupMapper.ToTl(new ForceReply { ForceReplyValue = true, Selective = true }, new KeyboardContext { IsPrivateChat = false })!).Selective);
        Assert.Equal("Bad Request: inline keyboard expected", Error(() => ReplyMarkupMapper.ToTl(new ReplyKeyboardRemove { RemoveKeyboard = true }, new KeyboardContext { IsChannel = true })));
    }

    [Fact]
    public void Data_that_is_no_text_is_shown_as_invalid()
    {
        var markup = new Tl.ReplyInlineMarkup { Rows = [new Tl.KeyboardButtonRow { Buttons = [new Tl.KeyboardButtonCallback { Text = "a", Data = new byte[] { 0xff } }, new Tl.KeyboardButtonCallback { Text = "b", Data = Encoding.UTF8.GetBytes("é") }] }] };
        Assert.Equal(["INVALID", "é"], ReplyMarkupMapper.ToBotApi(markup)!.InlineKeyboard[0].Select(button => button.CallbackData));
    }
}
