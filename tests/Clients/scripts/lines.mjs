// Commands come as JSON lines on stdin, {id, op, ...arguments}; answers {id, result} or {id, error} and events {event, ...} go out on stdout.
import { createInterface } from 'node:readline'

// stdout is for the lines; what a library prints goes to stderr.
console.log = console.info = console.warn = console.debug = console.error

export function tell(line) {
  process.stdout.write(JSON.stringify(line) + '\n')
}

export function serve(operations) {
  process.on('unhandledRejection', reason => tell({ event: 'unhandled', text: String(reason?.stack ?? reason) }))
  const input = createInterface({ input: process.stdin })
  input.on('line', async line => {
    const { id, op, ...args } = JSON.parse(line)
    try {
      tell({ id, result: (await operations[op](args)) ?? null })
    } catch (error) {
      tell({ id, error: String(error?.text ?? error?.message ?? error) })
    }
  })
  input.on('close', () => process.exit(0))
}
