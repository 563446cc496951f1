export { type TelegramParts, telegramChannel } from "./telegram-channel.js";
