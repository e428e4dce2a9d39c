export * from "./generated/clients.js";
export { TelegramError } from "./errors.js";
export { Upload, type InputFile, type UploadData } from "./input-file.js";
export { isAccessible } from "./messages.js";
export type { OneOf } from "./one-of.js";
export type { CallOptions, ClientOptions, SendOptions } from "./options.js";
export { eventOf, readUpdates, type UpdateEvent } from "./updates.js";
