// mtcute, unmodified, as a bot or as a person, against the data centre that `connect` names.
import { createHash } from 'node:crypto'
import { BotKeyboard, InputMedia, MemoryStorage, TelegramClient } from '@mtcute/node'
import { NodeCryptoProvider } from '@mtcute/node/utils.js'
import { addPublicKey, randomLong } from '@mtcute/core/utils.js'
import { serve, tell } from './lines.mjs'

let client
let offered

const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')

// Any content will do as long as a wrong part would show.
const content = (size, seed) => {
  const bytes = Buffer.alloc(size)
  for (let i = 0; i < size; i++) bytes[i] = (i * 31 + (i >> 12) * 7 + seed) & 255
  return bytes
}

const shape = message => ({
  id: message.id,
  chat: message.chat.id,
  sender: message.sender.id,
  text: message.text,
  out: message.isOutgoing,
  replyTo: message.replyToMessage?.id ?? null,
  media: message.media?.type ?? null,
  blocks: message.raw.richMessage?.blocks.map(block => block._) ?? [],
  fileName: message.media?.fileName ?? null,
  group: message.groupedId?.toString() ?? null,
  buttons: message.markup?.buttons?.flat().map(button => button.text) ?? [],
})

const signedIn = user => ({ id: user.id, bot: user.isBot, name: user.firstName, username: user.username })

serve({
  async connect({ host, port, pem, dc = 2 }) {
    const crypto = new NodeCryptoProvider()
    await crypto.initialize()
    addPublicKey(crypto, pem)
    const address = { id: dc, ipAddress: host, port }
    client = new TelegramClient({
      apiId: 1,
      apiHash: '0123456789abcdef0123456789abcdef',
      crypto,
      storage: new MemoryStorage(),
      defaultDcs: { main: address, media: { ...address, mediaOnly: true } },
      updates: { catchUp: true },
      logLevel: 1,
    })
    client.onNewMessage.add(message => tell({ event: 'message', ...shape(message) }))
    client.onEditMessage.add(message => tell({ event: 'edit', ...shape(message) }))
    client.onDeleteMessage.add(update => tell({ event: 'delete', ids: update.messageIds }))
    client.onCallbackQuery.add(query => tell({ event: 'callback', data: query.dataStr, user: query.user.id }))
    client.onPollVote.add(update => tell({ event: 'vote', chosen: update.chosen.map(option => Buffer.from(option).toString()), peer: update.peer.id }))
    client.onPollUpdate.add(update => tell({ event: 'poll', closed: update.poll.isClosed, voters: update.poll.voters }))
    client.onError.add(error => tell({ event: 'error', text: String(error?.stack ?? error) }))
    await client.connect()
    const config = await client.call({ _: 'help.getConfig' })
    return { dcs: config.dcOptions.map(option => option.id), thisDc: config.thisDc }
  },

  async loginBot({ token }) {
    const user = await client.signInBot(token)
    await client.startUpdatesLoop()
    return signedIn(user)
  },

  async sendCode({ phone }) {
    const code = await client.sendCode({ phone })
    return { hash: code.phoneCodeHash, length: code.length, type: code.type }
  },

  async signIn({ phone, hash, code }) {
    const user = await client.signIn({ phone, phoneCodeHash: hash, phoneCode: code })
    await client.startUpdatesLoop()
    return signedIn(user)
  },

  async password({ password }) {
    const user = await client.checkPassword(password)
    await client.startUpdatesLoop()
    return signedIn(user)
  },

  async signUp({ phone, hash, firstName, lastName }) {
    const auth = await client.call({ _: 'auth.signUp', phoneNumber: phone.replace('+', ''), phoneCodeHash: hash, firstName, lastName })
    await client.notifyLoggedIn(auth)
    await client.startUpdatesLoop()
    return signedIn(await client.getMe())
  },

  async logOut() {
    await client.logOut()
  },

  async getMe() {
    return signedIn(await client.getMe())
  },

  async raw({ request }) {
    return await client.call(request)
  },

  async sendText({ chat, text, replyTo }) {
    return shape(await client.sendText(chat, text, replyTo ? { replyTo } : undefined))
  },

  async editText({ chat, message, text }) {
    return shape(await client.editMessage({ chatId: chat, message, text }))
  },

  async deleteMessage({ chat, message }) {
    await client.deleteMessagesById(chat, [message])
  },

  async dialogs() {
    const ids = []
    for await (const dialog of client.iterDialogs()) ids.push(dialog.peer.id)
    return ids
  },

  async history({ chat, limit }) {
    return (await client.getHistory(chat, { limit })).map(shape)
  },

  async sendDocument({ chat, size, seed, name }) {
    const bytes = content(size, seed)
    const sent = await client.sendMedia(chat, InputMedia.document(bytes, { fileName: name, fileMime: 'application/octet-stream' }))
    return { ...shape(sent), sha256: sha256(bytes) }
  },

  async sendAlbum({ chat, captions }) {
    const medias = captions.map((caption, index) => InputMedia.document(content(3000, index), { fileName: `${index}.bin`, fileMime: 'application/octet-stream', caption }))
    return (await client.sendMediaGroup(chat, medias)).map(shape)
  },

  async sendDice({ chat, emoji }) {
    const { media } = await client.sendMedia(chat, InputMedia.dice(emoji, {}))
    return { emoji: media.emoji, value: media.value }
  },

  async sendPoll({ chat, question, answers }) {
    return shape(await client.sendMedia(chat, InputMedia.poll({ question, answers, public: true })))
  },

  async vote({ chat, message, option }) {
    const poll = await client.sendVote({ chatId: chat, message, options: option })
    return { voters: poll.voters, chosen: poll.answers.map(answer => answer.chosen) }
  },

  async closePoll({ chat, message }) {
    return { closed: (await client.closePoll({ chatId: chat, message })).isClosed }
  },

  async react({ chat, message, emoji }) {
    await client.sendReaction({ chatId: chat, message, emoji })
    const [found] = await client.getMessageReactionsById(chat, [message])
    return found.reactions.map(reaction => ({ emoji: reaction.emoji, count: reaction.count }))
  },

  async createTopic({ chat, title }) {
    const { id } = await client.createForumTopic({ chatId: chat, title })
    return { id }
  },

  async sendInTopic({ chat, topic, text }) {
    const sent = await client.sendText(chat, text, { replyTo: topic })
    return { id: sent.id, isTopic: sent.isTopicMessage }
  },

  async schedule({ chat, text, seconds }) {
    const sent = await client.sendText(chat, text, { schedule: new Date(Date.now() + seconds * 1000) })
    return { ...shape(sent), scheduled: sent.isScheduled }
  },

  async download({ chat, message }) {
    const [found] = await client.getMessages(chat, [message])
    const bytes = await client.downloadAsBuffer(found.media)
    return { size: bytes.length, sha256: sha256(bytes) }
  },

  async sendButton({ chat, text, button, data }) {
    return shape(await client.sendText(chat, text, { replyMarkup: BotKeyboard.inline([[BotKeyboard.callback(button, data)]]) }))
  },

  answerCallbacks({ text }) {
    client.onCallbackQuery.add(query => client.answerCallbackQuery(query.id, { text }))
  },

  async press({ chat, message, data }) {
    const answer = await client.getCallbackAnswer({ chatId: chat, message, data, timeout: 10000 })
    return { text: answer.message ?? null, alert: answer.alert ?? false }
  },

  async askInline({ bot, query, chat }) {
    offered = await client.call({ _: 'messages.getInlineBotResults', bot: await client.resolveUser(bot), peer: await client.resolvePeer(chat), query, offset: '' })
    return offered.results.map(result => ({ id: result.id, type: result.type, title: result.title ?? null }))
  },

  async chooseInline({ chat, result }) {
    const updates = await client.call({ _: 'messages.sendInlineBotResult', peer: await client.resolvePeer(chat), randomId: randomLong(), queryId: offered.queryId, id: result })
    client.handleClientUpdate(updates, false)
  },

  async close() {
    await client.destroy()
  },
})
