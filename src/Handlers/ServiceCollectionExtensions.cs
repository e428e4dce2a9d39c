using Microsoft.Extensions.DependencyInjection;
using TelegramRest.Handlers.Chats.Shared;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Handlers.Inline.Shared;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers;

public static class ServiceCollectionExtensions
{
    /// <summary>What handlers share, one per request like the account that they work for.</summary>
    public static IServiceCollection AddSharedPieces(this IServiceCollection services) => services
        .AddScoped<FullChats>()
        .AddScoped<TextEntities>()
        .AddScoped<Keyboards>()
        .AddScoped<BusinessConnections>()
        .AddScoped<ReplyTargets>()
        .AddScoped<EphemeralMessages>()
        .AddScoped<SendPipeline>()
        .AddScoped<Albums>()
        .AddScoped<Forwards>()
        .AddScoped<Copies>()
        .AddScoped<Polls>()
        .AddScoped<InputMediaContents>()
        .AddScoped<RichMessages>()
        .AddScoped<Checklists>()
        .AddScoped<ReactionSenders>()
        .AddScoped<EditPipeline>()
        .AddScoped<EphemeralEdits>()
        .AddScoped<Deletions>()
        .AddScoped<SuggestedPosts>()
        .AddScoped<Pins>()
        .AddScoped<InlineResults>();
}
