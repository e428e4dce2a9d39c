// A Telegraf echo bot, unmodified but for the server's address.
import { Markup, Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'
import { serve, tell } from './lines.mjs'

let bot

serve({
  async poll({ root, token }) {
    bot = new Telegraf(token, { telegram: { apiRoot: root } })
    bot.command('album', ctx => ctx.replyWithMediaGroup(['one', 'two'].map(caption => ({ type: 'document', media: { source: Buffer.alloc(100, 7), filename: `${caption}.bin` }, caption }))))
    bot.command('poll', ctx => ctx.replyWithPoll('tea?', ['yes', 'no'], { is_anonymous: false }))
    bot.command('keyboard', ctx => ctx.reply('choose', Markup.keyboard([['left', 'right']]).resize()))
    bot.on('poll_answer', ctx => ctx.telegram.sendMessage(ctx.pollAnswer.user.id, `voted ${ctx.pollAnswer.option_ids}`))
    bot.on(message('text'), ctx => ctx.reply(`echo: ${ctx.message.text}`))
    bot.catch(error => tell({ event: 'error', text: String(error) }))
    await new Promise((resolve, reject) => bot.launch(resolve).catch(reject))
    return { username: bot.botInfo.username }
  },
})
