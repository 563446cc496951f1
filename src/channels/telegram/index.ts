export { telegramChannel } from "./telegram-channel.js";
