// A grammY echo bot, unmodified but for the server's address: by long polling, or behind a webhook of its own.
import { createServer } from 'node:http'
import { Bot, InlineKeyboard, InlineQueryResultBuilder, InputFile, Keyboard, webhookCallback } from 'grammy'
import { serve, tell } from './lines.mjs'

let bot
let web

function echo(root, token) {
  bot = new Bot(token, { client: { apiRoot: root } })
  bot.command('start', ctx => ctx.reply('welcome'))
  bot.command('file', ctx => ctx.replyWithDocument(new InputFile(Buffer.alloc(5000, 7), 'sevens.bin')))
  bot.command('buttons', ctx => ctx.reply('press', { reply_markup: { inline_keyboard: [[{ text: 'here', callback_data: 'payload' }]] } }))
  bot.command('album', ctx => ctx.replyWithMediaGroup(['one', 'two'].map(caption => ({ type: 'document', media: new InputFile(Buffer.alloc(100, 7), `${caption}.bin`), caption }))))
  bot.command('poll', ctx => ctx.replyWithPoll('tea?', [{ text: 'yes' }, { text: 'no' }], { is_anonymous: false }))
  bot.command('keyboard', ctx => ctx.reply('choose', { reply_markup: new Keyboard().text('left').text('right').resized() }))
  bot.on('poll_answer', ctx => ctx.api.sendMessage(ctx.pollAnswer.user.id, `voted ${ctx.pollAnswer.option_ids}`))
  bot.on('callback_query:data', ctx => ctx.answerCallbackQuery({ text: `pressed ${ctx.callbackQuery.data}` }))
  bot.on('message:text', ctx => ctx.reply(`echo: ${ctx.message.text}`, { reply_parameters: { message_id: ctx.message.message_id } }))
  bot.on('inline_query', ctx => ctx.answerInlineQuery([
    InlineQueryResultBuilder.article('first', 'First', { reply_markup: new InlineKeyboard().text('more', 'more') }).text(`you asked for ${ctx.inlineQuery.query}`),
    InlineQueryResultBuilder.contact('second', '+15550100', 'Ada'),
  ], { cache_time: 0, is_personal: true }))
  bot.on('chosen_inline_result', ctx => ctx.editMessageText(`chosen: ${ctx.chosenInlineResult.result_id}`))
  bot.catch(error => tell({ event: 'error', text: String(error.error ?? error) }))
}

serve({
  async poll({ root, token }) {
    echo(root, token)
    await new Promise((resolve, reject) => bot.start({ onStart: resolve }).catch(reject))
    return { username: bot.botInfo.username }
  },

  async webhook({ root, token, secret }) {
    echo(root, token)
    await bot.init()
    web = createServer(webhookCallback(bot, 'http', { secretToken: secret }))
    await new Promise(resolve => web.listen(0, '127.0.0.1', resolve))
    await bot.api.setWebhook(`http://127.0.0.1:${web.address().port}/hook`, { secret_token: secret })
    return { username: bot.botInfo.username }
  },

  async webhookInfo() {
    return await bot.api.getWebhookInfo()
  },

  async stop() {
    await bot.stop()
  },
})
