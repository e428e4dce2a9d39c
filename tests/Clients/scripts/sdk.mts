// Our TypeScript library as its users have it: compiled with `tsc --strict` against the package's types, and run.
import { eventOf, isAccessible, readUpdates, TelegramClient, TelegramError, TelegramLoginClient, Upload } from 'telegram-rest-client'
import type { AuthorizationState, ChatMember, Document, InputFile, Message, RichText, Update } from 'telegram-rest-client'
import { uploadFromPath } from 'telegram-rest-client/node'
import { serve } from './lines.mjs'

interface Bot { server: string; token: string; chat: number }

const client = ({ server, token }: { server: string; token: string }) => new TelegramClient(token, { server })

// What must not compile; if the package's types were loose, these lines would be errors.
export function refused(bot: TelegramClient, update: Update, member: ChatMember, text: RichText) {
  // @ts-expect-error chat_id is required
  void bot.sendMessage({ text: 'hello' })
  // @ts-expect-error an unknown parameter
  void bot.sendMessage({ chat_id: 1, text: 'hello', colour: 'red' })
  // @ts-expect-error no such kind of chat member
  if (member.status === 'emperor') return
  // @ts-expect-error the owner of a chat has no until_date
  if (member.status === 'creator') return member.until_date
  // @ts-expect-error only sends take a key
  void bot.getMe({ idempotencyKey: 'once' })
  if (update.message) {
    // @ts-expect-error there is a message, and therefore no callback query
    return update.callback_query.data
  }
  // @ts-expect-error text is not always an object
  return text.type
}

// What a narrowed union knows.
export function known(member: ChatMember, text: RichText): number | string {
  if (member.status === 'kicked') return member.until_date
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.length
  return text.type
}

async function upload(bot: TelegramClient, chat: number, document: InputFile): Promise<{ name?: string; bytes: number[] }> {
  const message: Message = await bot.sendDocument({ chat_id: chat, document, caption: 'a file' })
  const sent: Document = message.document ?? fail('There is no document.')
  const file = await bot.getFile({ file_id: sent.file_id })
  const downloaded = await bot.download(file.file_path ?? fail('There is no path.'))
  return { name: sent.file_name, bytes: [...new Uint8Array(await downloaded.arrayBuffer())] }
}

function fail(text: string): never {
  throw new Error(text)
}

/** The error that a call ends in, whole, as a log would have it. */
async function caught(call: Promise<unknown>) {
  try {
    await call
    return fail('It went well.')
  } catch (error) {
    return error instanceof TelegramError
      ? { code: error.error_code, description: error.description, retry_after: error.parameters.retry_after, text: String(error.stack) }
      : { text: error instanceof Error ? `${error.name} ${error.stack}` : String(error) }
  }
}

function aborted<Result>(begin: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController()
  const call = begin(controller.signal)
  controller.abort()
  return call
}

serve({
  async send({ chat, ...bot }: Bot) {
    const message = await client(bot).sendMessage({
      chat_id: chat,
      text: '<b>bold</b> words',
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'press', callback_data: 'payload' }]] },
    })
    return { text: message.text, kind: message.chat.type, entity: message.entities?.[0]?.type, data: message.reply_markup?.inline_keyboard[0]?.[0]?.callback_data }
  },

  async upload({ chat, path, ...bot }: Bot & { path: string }) {
    const bytes = new Uint8Array([1, 2, 3])
    const files: InputFile[] = [
      new Upload(Buffer.from(bytes), 'bytes.bin'),
      new Upload(new Blob([bytes]).stream(), 'Ünïcode имя.bin'),
      new Upload((async function* () { yield bytes })(), 'pieces.bin'),
      await uploadFromPath(path, 'path.bin'),
      new File([bytes], 'web.bin'),
    ]
    const results = []
    for (const file of files) results.push(await upload(client(bot), chat, file))
    return results
  },

  async album({ chat, ...bot }: Bot) {
    const messages = await client(bot).sendMediaGroup({
      chat_id: chat,
      media: [
        { type: 'document', media: new Upload(new Uint8Array([1]), '1.bin') },
        { type: 'document', media: new File([new Uint8Array([1, 2])], '2.bin'), caption: 'both' },
      ],
    })
    return messages.map(message => `${message.document?.file_name} ${message.document?.file_size} ${message.caption ?? ''}`)
  },

  async twice({ chat, ...bot }: Bot) {
    const send = () => client(bot).sendMessage({ chat_id: chat, text: 'once' }, { idempotencyKey: 'a-key' })
    return (await send()).message_id === (await send()).message_id
  },

  async failures({ chat, ...bot }: Bot) {
    return {
      chat: await caught(client(bot).sendMessage({ chat_id: '@nobody_is_called_so', text: 'hello' })),
      flood: await caught(client(bot).sendMessage({ chat_id: chat, text: 'hello' })),
      token: await caught(client({ ...bot, token: '7000000999:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }).getMe()),
      broken: await caught((async () => client({ ...bot, token: '12/../34:secret' }).getMe())()),
      nowhere: await caught(client({ server: 'http://127.0.0.1:9', token: '1:secret' }).getMe()),
      aborted: await caught(aborted(signal => client(bot).getUpdates({ timeout: 30 }, { signal }))),
    }
  },

  // Until a button was pressed.
  async updates(bot: Bot) {
    const seen: string[] = []
    for await (const update of readUpdates(client(bot))) {
      const event = eventOf(update)
      switch (event.kind) {
        case 'message':
          seen.push(event.value.text ?? '')
          break
        case 'callback_query': {
          const { id, data, message } = event.value
          seen.push(`${data} ${message !== undefined && isAccessible(message) ? message.text : ''}`)
          await client(bot).answerCallbackQuery({ callback_query_id: id, text: 'thanks' })
          return seen
        }
        default:
          seen.push(event.kind)
      }
    }
  },

  async login({ server, phone }: { server: string; phone: string }): Promise<AuthorizationState> {
    return await new TelegramLoginClient({ server }).userLogin({ phone_number: phone })
  },

  async code({ server, token, code }: { server: string; token: string; code: string }) {
    return await new TelegramLoginClient({ server }).authCode(token, { code })
  },

  async password({ server, token, password }: { server: string; token: string; password: string }) {
    const login = new TelegramLoginClient({ server })
    const { authorization_state } = await login.authPassword(token, { password })
    const person = new TelegramClient(token, { server, account: 'user' })
    const me = await person.getMe()
    const note = await person.sendMessage({ chat_id: me.id, text: 'to myself' })
    return { authorization_state, name: me.first_name, text: note.text }
  },
})
