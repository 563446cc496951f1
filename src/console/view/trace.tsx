import type { TraceEntry } from "../../domain/reply.js";
import type { PageWords } from "./words.js";

/** The steps that the message went through, with what each found and how long it took. */
export function Trace({ words, trace }: { readonly words: PageWords; readonly trace: readonly TraceEntry[] }) {
  if (trace.length === 0) return <p class="nothing">没有记录。</p>;
  const total = trace.reduce((sum, entry) => sum + entry.ms, 0);
  return (
    <table class="trace">
      <caption class="visually-hidden">处理步骤、结果和用时</caption>
      <thead>
        <tr>
          <th scope="col">步骤</th>
          <th scope="col">结果</th>
          <th scope="col" class="number">
            毫秒
          </th>
        </tr>
      </thead>
      <tbody>
        {trace.map((entry) => (
          <tr>
            <th scope="row">{words.console.steps[entry.step] ?? entry.step}</th>
            <td>
              <code>{entry.status}</code>
            </td>
            <td class="number">{entry.ms.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan={2}>
            合计
          </th>
          <td class="number">{total.toFixed(1)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
