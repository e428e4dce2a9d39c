using TelegramRest.Tl;
using Xunit;
using Mt = TelegramRest.Tl.Mtproto;
using T = TelegramRest.Tl;

namespace TelegramRest.Tests.Unit.Tl;

/// <summary>What was generated, at a few places held against ids and bytes that come from elsewhere.</summary>
public sealed class GeneratedTypeTests
{
    [Theory]
    [InlineData(typeof(T.User), 0xb1b8cc83)]
    [InlineData(typeof(T.Message), 0x7600b9d3)]
    [InlineData(typeof(T.Channel), 0xd49f34c6)]
    [InlineData(typeof(T.Config), 0xcc1a241e)]
    [InlineData(typeof(T.UpdatesConstructor), 0x74ae4240)]
    [InlineData(typeof(T.UpdateShort), 0x78d4dec1)]
    [InlineData(typeof(T.InvokeWithLayer), 0xda9b0d0d)]
    [InlineData(typeof(T.InitConnection), 0xc1cd5ea9)]
    [InlineData(typeof(T.Messages.SendMessage), 0xfef48f62)]
    [InlineData(typeof(T.Messages.EditMessage), 0xb106e66c)]
    [InlineData(typeof(T.Auth.ImportBotAuthorization), 0x67a3ff2c)]
    [InlineData(typeof(T.Auth.SendCode), 0xa677244f)]
    [InlineData(typeof(T.Updates.GetState), 0xedd4882a)]
    [InlineData(typeof(T.Ephemeral.SendMessage), 0x68cbd09f)]
    [InlineData(typeof(Mt.ResPQ), 0x05162463)]
    [InlineData(typeof(Mt.PQInnerDataDc), 0xa9f55f95)]
    [InlineData(typeof(Mt.ServerDHParamsOk), 0xd0e8075c)]
    [InlineData(typeof(Mt.BadServerSalt), 0xedab447b)]
    [InlineData(typeof(Mt.RpcError), 0x2144ca19)]
    public void Ids_are_the_protocols(Type type, uint id) =>
        Assert.Equal(id, ((TlObject)Activator.CreateInstance(type)!).ConstructorId);

    [Fact]
    public void The_engine_speaks_228_and_remembers_223()
    {
        Assert.Equal(228, Schema.Layer);
        Assert.Equal(223, Schema.OldestLayer);
    }

    [Fact]
    public void Flags_and_fields_stand_where_the_schema_puts_them()
    {
        using var writer = new TlWriter();
        new T.Messages.SendMessage { Peer = new T.InputPeerSelf(), Message = "hi", RandomId = 5, Silent = true }.Write(writer);
        Assert.Equal("628FF4FE" + "20000000" + "C97EA07D" + "02686900" + "0500000000000000", Convert.ToHexString(writer.WrittenSpan));
    }

    [Fact]
    public void An_empty_vector_behind_a_flag_is_not_an_absent_one()
    {
        using var writer = new TlWriter();
        new T.Messages.SendMessage { Peer = new T.InputPeerSelf(), Message = "", RandomId = 5, Entities = [] }.Write(writer);
        var read = Assert.IsType<T.Messages.SendMessage>(new TlReader(writer.WrittenSpan).ReadMethod());
        Assert.Empty(read.Entities!);
        Assert.Null(read.ReplyTo);
    }

    [Fact]
    public void A_field_whose_sibling_sets_the_flag_must_be_there()
    {
        using var writer = new TlWriter();
        var problem = Assert.Throws<TlException>(() => new T.MessageMediaPhoto { LivePhoto = true }.Write(writer));
        Assert.Equal("a value is missing whose flag another field sets", problem.Message);
    }

    [Fact]
    public void Wrapped_functions_read_and_answer_as_the_innermost()
    {
        using var writer = new TlWriter();
        new T.InvokeWithLayer
        {
            Layer = 228,
            Query = new T.InitConnection
            {
                ApiId = 1,
                DeviceModel = "d",
                SystemVersion = "s",
                AppVersion = "a",
                SystemLangCode = "en",
                LangPack = "",
                LangCode = "en",
                Query = new T.Messages.GetMessagesReactions { Peer = new T.InputPeerSelf(), Id = [1] },
            },
        }.Write(writer);
        var outer = Assert.IsType<T.InvokeWithLayer>(new TlReader(writer.WrittenSpan).ReadMethod());
        Assert.IsType<T.Messages.GetMessagesReactions>(Assert.IsType<T.InitConnection>(outer.Query).Query);

        writer.Reset();
        outer.WriteResultObject(writer, new T.UpdatesTooLong());
        var reader = new TlReader(writer.WrittenSpan);
        Assert.IsType<T.UpdatesTooLong>(outer.ReadResultObject(ref reader));
    }

    [Fact]
    public void Results_of_every_shape_come_back()
    {
        AssertResult(new T.Contacts.GetContactIDs(), [1, 2]);
        AssertResult(new T.Photos.DeletePhotos { Id = [] }, [1L, 2L]);
        AssertResult(new T.Auth.ResetAuthorizations(), true);
        AssertResult(new T.Users.GetUsers { Id = [] }, new T.UserBase[] { new T.UserEmpty { Id = 7 } });
    }

    [Fact]
    public void A_result_of_another_type_is_refused()
    {
        using var writer = new TlWriter();
        var problem = Assert.Throws<TlException>(() => new T.Help.GetConfig().WriteResultObject(writer, true));
        Assert.Equal("GetConfig cannot answer Boolean", problem.Message);
    }

    [Fact]
    public void A_function_whose_result_changed_answers_each_layer_its_own()
    {
        var join = new T.Channels.JoinChannel { Channel = new T.InputChannelEmpty() };
        using var writer = new TlWriter { Layer = 223 };
        join.WriteResultObject(writer, new T.UpdatesTooLong());
        Assert.IsType<T.UpdatesTooLong>(new TlReader(writer.WrittenSpan).ReadObject());

        writer.Layer = 228;
        Assert.Throws<TlException>(() => join.WriteResultObject(writer, new T.UpdatesTooLong()));
        writer.Reset();
        join.WriteResultObject(writer, new T.Messages.ChatInviteJoinResultOk { Updates = new T.UpdatesTooLong() });
        Assert.IsType<T.Messages.ChatInviteJoinResultOk>(new TlReader(writer.WrittenSpan).ReadObject());
    }

    [Fact]
    public void A_field_that_changed_its_type_is_kept_for_the_layers_that_had_it()
    {
        var poll = new T.Poll
        {
            Question = new T.TextWithEntities { Text = "?", Entities = [] },
            Answers = [],
        };
        var media = new T.InputMediaPoll { Poll = poll, CorrectAnswers = [1], CorrectAnswersBefore224 = [new byte[] { 9 }] };

        using var writer = new TlWriter { Layer = 223 };
        media.Write(writer);
        var old = Assert.IsType<T.InputMediaPoll>(new TlReader(writer.WrittenSpan).ReadObject());
        Assert.Null(old.CorrectAnswers);
        Assert.Equal([9], old.CorrectAnswersBefore224![0].ToArray());

        writer.Reset();
        writer.Layer = 228;
        media.Write(writer);
        var current = Assert.IsType<T.InputMediaPoll>(new TlReader(writer.WrittenSpan).ReadObject());
        Assert.Equal([1], current.CorrectAnswers!);
        Assert.Null(current.CorrectAnswersBefore224);
    }

    [Fact]
    public void Flag_bits_that_a_layer_did_not_have_are_left_out_under_the_same_id()
    {
        var user = new T.User { Id = 1, Bot = true, BotGuestchat = true, BotCanManageBots = true, BotGuard = true };
        using var writer = new TlWriter { Layer = 224 };
        user.Write(writer);
        var read = Assert.IsType<T.User>(new TlReader(writer.WrittenSpan).ReadObject());
        Assert.True(read.BotCanManageBots);
        Assert.False(read.BotGuestchat);
        Assert.False(read.BotGuard);
        Assert.Equal(0x31774388u, new TlReader(writer.WrittenSpan).ReadUInt32());
    }

    [Fact]
    public void Future_salts_stand_bare_in_a_bare_vector()
    {
        using var writer = new TlWriter();
        new Mt.FutureSalts { ReqMsgId = 1, Now = 2, Salts = [new Mt.FutureSalt { ValidSince = 3, ValidUntil = 4, Salt = 5 }] }.Write(writer);
        Assert.Equal("950850AE" + "0100000000000000" + "02000000" + "01000000" + "03000000" + "04000000" + "0500000000000000", Convert.ToHexString(writer.WrittenSpan));
    }

    private static void AssertResult<TResult>(ITlMethod<TResult> method, TResult result)
    {
        using var writer = new TlWriter();
        method.WriteResult(writer, result);
        var typed = new TlReader(writer.WrittenSpan);
        Assert.Equivalent(result, method.ReadResult(ref typed));
        var untyped = new TlReader(writer.WrittenSpan);
        Assert.Equivalent(result, method.Method.ReadResultObject(ref untyped));
        Assert.Equal(0, untyped.Remaining);
    }
}
