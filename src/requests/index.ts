export { openRequestDesk } from "./desk.js";
export { missingCalendar } from "./missing-calendar.js";
export { openOwnData } from "./own-data.js";
export { sweeping } from "./sweep.js";
export { openWatchDesk } from "./watches.js";
export { addCalendarDays, addWorkingDays } from "./working-days.js";
