import type { MaybeInaccessibleMessage, Message } from "./generated/clients.js";

/** Whether the message can still be read: what is left of one that cannot has the date 0. */
export function isAccessible(message: MaybeInaccessibleMessage): message is Message {
    return message.date !== 0;
}
