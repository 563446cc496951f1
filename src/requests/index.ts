export { openRequestDesk } from "./desk.js";
export { openOwnData } from "./own-data.js";
export { addCalendarDays, addWorkingDays } from "./working-days.js";
