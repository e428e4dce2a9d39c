// A Telegraf echo bot, unmodified but for the server's address.
import { Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'
import { serve, tell } from './lines.mjs'

let bot

serve({
  async poll({ root, token }) {
    bot = new Telegraf(token, { telegram: { apiRoot: root } })
    bot.on(message('text'), ctx => ctx.reply(`echo: ${ctx.message.text}`))
    bot.catch(error => tell({ event: 'error', text: String(error) }))
    await new Promise((resolve, reject) => bot.launch(resolve).catch(reject))
    return { username: bot.botInfo.username }
  },
})
