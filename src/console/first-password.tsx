import type { Context } from "hono";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import { anyPassword, forgetSecret, setFirstPassword } from "../store/staff.js";
import { isAdminSecret } from "./admin-secret.js";
import { basePath, type ConsoleParts, type Form } from "./parts.js";
import { isPasswordLongEnough, longestPassword, shortestPassword } from "./passwords.js";
import { formToken, startSession } from "./sessions.js";
import { longestName, tooMany } from "./sign-in.js";
import { Door } from "./view/door.js";
import type { Visit } from "./visit.js";

/** The form for the one-time secret; gone once anybody has a password. */
export function firstPasswordForm(parts: ConsoleParts, c: Context): Response | Promise<Response> {
  if (anyPassword(parts.store)) return c.redirect(`${basePath}/sign-in`, 303);
  return page(parts, c, null, "", 200);
}

/** Makes the first admin: with the secret from the terminal, a name and a password. The secret is void afterwards. */
export async function setFirst(parts: ConsoleParts, c: Context, { form }: Visit): Promise<Response> {
  if (anyPassword(parts.store)) return c.redirect(`${basePath}/sign-in`, 303);
  const name = form.get("name").trim();
  const address = parts.addressOf(c);
  const wait = await parts.limits.take(address, "");
  if (wait !== null) return tooMany(c, wait, (problem) => page(parts, c, problem, name, 429));
  if (!isAdminSecret(parts.store, form.get("secret"))) {
    audit(parts.store, {
      at: shanghaiTime(parts.clock()),
      actor: "unknown",
      action: "sign_in_failed",
      subject: "console",
      detail: { address, with: "admin_secret" },
    });
    return page(parts, c, "一次性口令不对。口令印在启动程序的终端里，每次启动都会换新的。", name, 401);
  }
  await parts.limits.giveBack(address, "");
  const problem = wrongWith(name, form);
  if (problem) return page(parts, c, problem, name, 422);
  const staffId = claim(parts, form.get("secret"), name, await parts.passwords.hash(form.get("password")));
  if (staffId === null) return c.redirect(`${basePath}/sign-in`, 303);
  startSession(parts, c, staffId);
  return c.redirect(basePath, 303);
}

function wrongWith(name: string, form: Form): string | null {
  if (name === "" || [...name].length > longestName) return `请填写姓名，不超过 ${longestName} 个字。`;
  if (!isPasswordLongEnough(form.get("password"))) return `密码至少 ${shortestPassword} 个字符，最多 ${longestPassword} 个。`;
  return form.get("password") === form.get("again") ? null : "两次输入的密码不一样。";
}

/** Null when somebody else was faster: the secret works once. */
function claim(parts: ConsoleParts, secret: string, name: string, passwordHash: string): number | null {
  const { store } = parts;
  const at = shanghaiTime(parts.clock());
  return store.transaction(() => {
    if (anyPassword(store) || !isAdminSecret(store, secret)) return null;
    const { id } = setFirstPassword(store, { name, role: "admin", passwordHash, at });
    forgetSecret(store);
    audit(store, { at, actor: name, action: "password_set", subject: "console", detail: { with: "admin_secret" } });
    audit(store, { at, actor: name, action: "signed_in", subject: "console" });
    return id;
  });
}

function page(
  parts: ConsoleParts,
  c: Context,
  problem: string | null,
  name: string,
  status: 200 | 401 | 422 | 429,
): Response | Promise<Response> {
  return c.html(
    <Door
      words={parts.knowledge}
      title="首次登录"
      action={`${basePath}/first-password`}
      csrf={formToken(parts, c)}
      problem={problem}
      submit="设置密码并登录"
      hint="设置之后一次性口令作废，以后用姓名和密码登录。"
    >
      <label>
        一次性口令
        <input
          name="secret"
          required
          maxlength={100}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="secret-hint"
          autofocus
        />
        <small id="secret-hint">印在启动程序的终端里</small>
      </label>
      <label>
        姓名
        <input name="name" required maxlength={longestName} value={name} autocomplete="username" />
      </label>
      <label>
        密码
        <input
          name="password"
          type="password"
          required
          minlength={shortestPassword}
          autocomplete="new-password"
          aria-describedby="password-hint"
        />
        <small id="password-hint">至少 {shortestPassword} 个字符，长一点比花样多更安全</small>
      </label>
      <label>
        再输一次密码
        <input name="again" type="password" required minlength={shortestPassword} autocomplete="new-password" />
      </label>
    </Door>,
    status,
  );
}
