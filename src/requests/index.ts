export { openRequestDesk } from "./desk.js";
export { addCalendarDays, addWorkingDays } from "./working-days.js";
