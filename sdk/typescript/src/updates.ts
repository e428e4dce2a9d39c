import type { GetUpdatesRequest, TelegramClient, Update, UpdateContent } from "./generated/clients.js";
import type { CallOptions } from "./options.js";

/** An update by its kind, for a `switch`: `value` has the type that belongs to `kind`. */
export type UpdateEvent = {
    [Kind in keyof UpdateContent]: { kind: Kind; value: UpdateContent[Kind]; update_id: number };
}[keyof UpdateContent];

/** The kind and the content of an update. A newer server may know kinds that this version of the library does not. */
export function eventOf(update: Update): UpdateEvent {
    const [kind, value] = Object.entries(update).find(([name]) => name !== "update_id") ?? [];
    return { kind, value, update_id: update.update_id } as UpdateEvent;
}

/**
 * Asks for updates again and again. An update counts as received once the loop asked for the batch behind it; whoever leaves the loop
 * earlier gets the rest of the batch again next time. What goes wrong is thrown, an abort too, and the loop can be started anew.
 * @param request Where to begin, which kinds, how many at a time, and how many seconds the server waits for the first: 30 by default.
 */
export async function* readUpdates(client: TelegramClient, request: GetUpdatesRequest = {}, options?: CallOptions): AsyncGenerator<Update, never, undefined> {
    let offset = request.offset;
    for (;;) {
        for (const update of await client.getUpdates({ timeout: 30, ...request, offset }, options)) {
            offset = update.update_id + 1;
            yield update;
        }
    }
}
