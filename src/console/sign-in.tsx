import type { Context } from "hono";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import { anyPassword, findStaff } from "../store/staff.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { formToken, startSession } from "./sessions.js";
import { Door } from "./view/door.js";
import type { Visit } from "./visit.js";

export const longestName = 40;

/** The form for name and password; before the first password is set, the one for the one-time secret. */
export function signInForm(parts: ConsoleParts, c: Context, { session }: Visit): Response | Promise<Response> {
  if (session) return c.redirect(basePath, 303);
  if (!anyPassword(parts.store)) return c.redirect(`${basePath}/first-password`, 303);
  return page(parts, c, null, 200);
}

/** Signs in. An unknown name, a name without password and a wrong password get the same answer after the same work. */
export async function signIn(parts: ConsoleParts, c: Context, { form }: Visit): Promise<Response> {
  const name = form.get("name").trim().slice(0, longestName);
  const address = parts.addressOf(c);
  const wait = await parts.limits.take(address, name);
  if (wait !== null) return tooMany(c, wait, (problem) => page(parts, c, problem, 429));
  const member = findStaff(parts.store, name);
  const right = await parts.passwords.verify(member?.passwordHash ?? null, form.get("password"));
  const at = shanghaiTime(parts.clock());
  if (!right || !member) {
    // what was typed as a name may be a password: only a known name is written down
    audit(parts.store, { at, actor: member?.name ?? "unknown", action: "sign_in_failed", subject: "console", detail: { address } });
    return page(parts, c, "姓名或密码不对，请再试一次。", 401);
  }
  await parts.limits.giveBack(address, name);
  startSession(parts, c, member.id);
  audit(parts.store, { at, actor: member.name, action: "signed_in", subject: "console", detail: { address } });
  return c.redirect(basePath, 303);
}

/** The answer to one try too many. `wait` in seconds. */
export function tooMany<T>(c: Context, wait: number, answer: (problem: string) => T): T {
  c.header("Retry-After", String(wait));
  return answer(`试的次数太多了，请 ${Math.ceil(wait / 60)} 分钟后再试。`);
}

function page(parts: ConsoleParts, c: Context, problem: string | null, status: 200 | 401 | 429): Response | Promise<Response> {
  return c.html(
    <Door
      words={parts.knowledge}
      title="登录"
      action={`${basePath}/sign-in`}
      csrf={formToken(parts, c)}
      problem={problem}
      submit="登录"
      hint="登录 8 小时后自动退出。登录、查看和备注都有记录。"
    >
      <label>
        姓名
        <input name="name" required maxlength={longestName} autocomplete="username" autofocus />
      </label>
      <label>
        密码
        <input name="password" type="password" required autocomplete="current-password" />
      </label>
    </Door>,
    status,
  );
}
